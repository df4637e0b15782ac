/** Ways of lines around boxes: from a side of one box to a side of another, in right angles, through no third one. Pure. */

export interface Point {
  x: number;
  y: number;
}

export interface Rectangle extends Point {
  width: number;
  height: number;
}

/** A line that is wanted; boxes stand in columns, and `key` is unique among them. */
export interface Wire<Box extends Rectangle & { key: string }> {
  from: Box;
  to: Box;
  /** Lines of a higher rank choose their way first. */
  rank: number;
}

type Side = 'left' | 'right';

/** Pixels between two lines that run side by side, and between a line and a box. */
const STEP = 6;
const MARGIN = 10;
/** What a line is spared where it can: each in pixels of way that it is worth. */
const COST = { bend: 12, crossing: 25, overlap: 400, label: 120 } as const;
/** Tracks below all boxes, where a line always gets through. */
const BELOW = 10;

/** Heights that are tried for one line, the nearest. */
const MOST_HEIGHTS = 16;

/** Tracks on each side of the middle between two columns. */
const MOST_TRACKS = 4;

interface Segment {
  from: Point;
  to: Point;
}

/**
 * The corners of each wire's line, in the order of the wires. No line crosses a box that is not its end: a line goes up
 * and down only between columns, and from column to column only at a height where no box stands. `labels` are crossed
 * where there is no better way.
 */
export function routeWires<Box extends Rectangle & { key: string }>(
  boxes: readonly Box[],
  labels: readonly Rectangle[],
  wires: readonly Wire<Box>[],
): Point[][] {
  const columns = [...new Set(boxes.map(({ x }) => x))].sort((a, b) => a - b);
  const right = (index: number) =>
    Math.max(...boxes.filter(({ x }) => x === columns[index]).map(({ x, width }) => x + width));
  const gutters = [...columns, Infinity].map((end, index) => {
    const start = index === 0 ? end - 3 * MARGIN : right(index - 1);
    return { start, end: end === Infinity ? start + 5 * MARGIN : end };
  });
  const wanted = wires.map((wire) => {
    const [first, last] = [columns.indexOf(wire.from.x), columns.indexOf(wire.to.x)];
    const sides: [Side, Side] =
      first < last ? ['right', 'left'] : first > last ? ['left', 'right'] : ['right', 'right'];
    const gutterOf = (column: number, side: Side) => (side === 'left' ? column : column + 1);
    return { wire, sides, gutters: [gutterOf(first, sides[0]), gutterOf(last, sides[1])] as const };
  });
  const ports = portsOf(wanted);
  const heights = heightsOf(boxes, [...ports.values()].flat());
  const placed: Segment[] = [];
  const lines = new Map<Wire<Box>, Point[]>();
  for (const { wire, sides, gutters: own } of wanted.toSorted((a, b) => order(a.wire, b.wire))) {
    const [startY = 0, endY = 0] = ports.get(wire) ?? [];
    const start = { x: edge(wire.from, sides[0]), y: startY };
    const end = { x: edge(wire.to, sides[1]), y: endY };
    const [out, into] = own.map((index) => tracks(gutters[index]));
    const candidates =
      own[0] === own[1]
        ? (out ?? []).map((x) => [start, { x, y: start.y }, { x, y: end.y }, end])
        : waysAround(start, end, out ?? [], into ?? [], heights, boxes);
    const best = cheapest(candidates, placed, labels);
    placed.push(...segmentsOf(best));
    lines.set(wire, best);
  }
  return wires.map((wire) => lines.get(wire) ?? []);
}

const order = <Box extends Rectangle & { key: string }>(a: Wire<Box>, b: Wire<Box>): number =>
  b.rank - a.rank || distance(a.from, a.to) - distance(b.from, b.to);

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
const edge = (box: Rectangle, side: Side): number => (side === 'left' ? box.x : box.x + box.width);

/** Where lines leave and enter their boxes, apart from each other; heights of start and end by wire. */
function portsOf<Box extends Rectangle & { key: string }>(
  wanted: readonly { wire: Wire<Box>; sides: readonly [Side, Side] }[],
): Map<Wire<Box>, [number, number]> {
  const ends = new Map<string, { box: Box; ends: { wire: Wire<Box>; end: 0 | 1; other: Box }[] }>();
  for (const { wire, sides } of wanted) {
    for (const end of [0, 1] as const) {
      const [box, other] = end === 0 ? [wire.from, wire.to] : [wire.to, wire.from];
      const key = `${box.key} ${sides[end]}`;
      const known = ends.get(key) ?? { box, ends: [] };
      known.ends.push({ wire, end, other });
      ends.set(key, known);
    }
  }
  const ports = new Map<Wire<Box>, [number, number]>(wanted.map(({ wire }) => [wire, [NaN, NaN]]));
  // Sides with one line go last: it leaves where it is met, so that it stays straight.
  for (const { box, ends: own } of [...ends.values()].sort((a, b) => b.ends.length - a.ends.length)) {
    const sorted = own.toSorted((a, b) => a.other.y - b.other.y || a.other.x - b.other.x);
    for (const [index, { wire, end }] of sorted.entries()) {
      const port = ports.get(wire);
      if (!port) continue;
      const met = port[end === 0 ? 1 : 0];
      const isMet = sorted.length === 1 && met > box.y + STEP && met < box.y + box.height - STEP;
      port[end] = isMet ? met : box.y + (box.height * (index + 1)) / (sorted.length + 1);
    }
  }
  return ports;
}

/** Where lines may go up and down between two columns, the middle first. */
function tracks(gutter: { start: number; end: number } | undefined): number[] {
  if (!gutter) return [];
  const middle = (gutter.start + gutter.end) / 2;
  const room = Math.floor((gutter.end - gutter.start - 2 * MARGIN) / 2 / STEP);
  const most = Math.min(MOST_TRACKS, Math.max(0, room));
  return Array.from({ length: 2 * most + 1 }, (_, index) => {
    const away = Math.ceil(index / 2) * STEP;
    return middle + (index % 2 === 1 ? away : -away);
  });
}

/** Heights at which a line may go from column to column: beside boxes, in line with an end, and below all. */
function heightsOf(boxes: readonly Rectangle[], ports: readonly number[]): number[] {
  const bottom = Math.max(0, ...boxes.map(({ y, height }) => y + height));
  const beside = boxes.flatMap(({ y, height }) =>
    [1, 2].flatMap((step) => [y - step * STEP, y + height + step * STEP]),
  );
  const below = Array.from({ length: BELOW }, (_, index) => bottom + (index + 1) * STEP);
  return [...new Set([...beside, ...below, ...ports])];
}

function waysAround(
  start: Point,
  end: Point,
  out: readonly number[],
  into: readonly number[],
  heights: readonly number[],
  boxes: readonly Rectangle[],
): Point[][] {
  const [low, high] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  // Beyond the ends' own sides: what stands there is in the way.
  const between = boxes.filter(({ x, width }) => x + width > low && x < high);
  const detour = (y: number) => Math.abs(y - start.y) + Math.abs(y - end.y);
  const free = heights
    .filter((y) => between.every((box) => y <= box.y - STEP / 2 || y >= box.y + box.height + STEP / 2))
    .sort((a, b) => detour(a) - detour(b))
    .slice(0, MOST_HEIGHTS);
  return free.flatMap((y) =>
    out.flatMap((first) =>
      into.map((second) =>
        [start, { x: first, y: start.y }, { x: first, y }, { x: second, y }].concat([
          { x: second, y: end.y },
          end,
        ]),
      ),
    ),
  );
}

/** The candidate with the least way, bends and crossings; the first of equal ones. */
function cheapest(
  candidates: readonly Point[][],
  placed: readonly Segment[],
  labels: readonly Rectangle[],
): Point[] {
  const known = candidates
    .map((points) => {
      const line = straightened(points);
      const length = segmentsOf(line).reduce((sum, { from, to }) => sum + distance(from, to), 0);
      return { line, base: length + COST.bend * (line.length - 2) };
    })
    .sort((a, b) => a.base - b.base);
  let best: Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const { line, base } of known) {
    if (base >= least) break;
    const cost = base + inTheWay(segmentsOf(line), placed, labels, least - base);
    if (cost < least) [best, least] = [line, cost];
  }
  return best;
}

/** What a line costs beside its way; what is over `most` is not counted to its end. */
function inTheWay(
  segments: readonly Segment[],
  placed: readonly Segment[],
  labels: readonly Rectangle[],
  most: number,
): number {
  let cost = 0;
  for (const segment of segments) {
    if (cost >= most) return cost;
    for (const other of placed) {
      if (isBeside(segment, other)) cost += COST.overlap;
      else if (crosses(segment, other)) cost += COST.crossing;
    }
    for (const label of labels) if (crossesBox(segment, label)) cost += COST.label;
  }
  return cost;
}

const isUpright = ({ from, to }: Segment): boolean => from.x === to.x;
const span = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b)];

/** Whether two lines run on each other, or too close to be told apart. */
function isBeside(a: Segment, b: Segment): boolean {
  if (isUpright(a) !== isUpright(b)) return false;
  const [own, across] = isUpright(a) ? (['y', 'x'] as const) : (['x', 'y'] as const);
  if (Math.abs(a.from[across] - b.from[across]) >= STEP / 2) return false;
  const [low, high] = span(a.from[own], a.to[own]);
  const [least, most] = span(b.from[own], b.to[own]);
  return low < most + STEP && least < high + STEP;
}

function crosses(a: Segment, b: Segment): boolean {
  if (isUpright(a) === isUpright(b)) return false;
  const [upright, level] = isUpright(a) ? [a, b] : [b, a];
  const [low, high] = span(level.from.x, level.to.x);
  const [top, bottom] = span(upright.from.y, upright.to.y);
  return upright.from.x > low && upright.from.x < high && level.from.y > top && level.from.y < bottom;
}

/** Whether a line goes through a box, or touches it more than at its edge. */
export function crossesBox({ from, to }: Segment, box: Rectangle): boolean {
  const [low, high] = span(from.x, to.x);
  const [top, bottom] = span(from.y, to.y);
  return low < box.x + box.width && high > box.x && top < box.y + box.height && bottom > box.y;
}

export const segmentsOf = (points: readonly Point[]): Segment[] =>
  points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));

/** Without corners that are none. */
function straightened(points: readonly Point[]): Point[] {
  const line: Point[] = [];
  for (const point of points) {
    const [before, last] = [line.at(-2), line.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const isStraight =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) line.pop();
    line.push(point);
  }
  return line;
}
