import { withoutUnseen } from '../../terminal.ts';
import { cells } from '../text/cells.ts';
import type { Point } from './route.ts';
import { LABEL, STATES, type Topology } from './topology.ts';

/** A topology as SVG. Names are cut to their boxes; the whole name is in the title. */
export function drawTopology(topology: Topology, roleWord: (role: string) => string): string {
  const { width, height, lanes, boxes, arrows } = topology;
  const size = `viewBox="-8 -8 ${width + 16} ${height + 16}" width="${width + 16}" height="${height + 16}"`;
  const head = STATES.map(
    (state) =>
      `<marker id="to-${state}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head ${state}" d="M0 0L8 4L0 8z"/></marker>`,
  );
  const lane = lanes.map(
    (one) =>
      `<rect class="lane ${one.state}" x="${one.x}" y="${one.y}" width="${one.width}" height="${one.height}" rx="8"/><text class="cluster" x="${one.x + LABEL.x}" y="${one.y + LABEL.y}">${html(one.cluster)}</text>`,
  );
  const arrow = arrows
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))
    .map(
      ({ kind, state, points }) =>
        `<path class="link ${state}" d="${rounded(points)}" marker-end="url(#to-${state})"><title>${html(kind)}</title></path>`,
    );
  const box = boxes.map(
    ({ x, y, width: wide, height: high, label, role, state }) =>
      `<g class="part ${state}"><title>${html(label)}</title><rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="6"/><text class="role" x="${x + 10}" y="${y + 16}">${html(cut(roleWord(role), 22))}</text><text class="name" x="${x + 10}" y="${y + 33}">${html(cut(label, 20))}</text></g>`,
  );
  return `<svg role="img" ${size}><defs>${head.join('')}</defs>${[...lane, ...arrow, ...box].join('')}</svg>`;
}

const RADIUS = 6;

/** A line with its corners rounded. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const [before, next] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!next) return `L${point.x} ${point.y}`;
      const [start, end] = [towards(point, before), towards(point, next)];
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

/** A little way from a corner to the next one; half of it where that is near. */
function towards(corner: Point, { x, y }: Point): Point {
  const length = Math.abs(x - corner.x) + Math.abs(y - corner.y);
  const share = length === 0 ? 0 : Math.min(RADIUS, length / 2) / length;
  return { x: corner.x + (x - corner.x) * share, y: corner.y + (y - corner.y) * share };
}

function cut(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let short = '';
  for (const letter of text) {
    if (cells(`${short}${letter}…`) > width) break;
    short += letter;
  }
  return `${short}…`;
}

/** Text for HTML and SVG, in elements and quoted attributes. */
export const html = (text: string): string =>
  withoutUnseen(text, '').replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
