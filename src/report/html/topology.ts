import type { Diagnosis } from '../../diagnose/diagnosis.ts';
import { indexFindings, strengthOf } from '../../diagnose/hypotheses.ts';
import { follow } from '../../diagnose/propagation.ts';
import { type Fleet, indexFleet, type Link } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import { type ComponentRef, subjectKey } from '../../fleet/subjects.ts';
import { cells } from '../text/cells.ts';
import { effectOf } from '../way.ts';
import { type Point, type Rectangle, routeWires } from './route.ts';

/**
 * How a part is: the cause, a part on which something was found, a way that the cause takes with it and on which
 * nothing shows yet, a part that was not seen, or nothing of it.
 */
export const STATES = ['well', 'blind', 'hit', 'sick', 'cause'] as const;
export type State = (typeof STATES)[number];

export interface Box extends Rectangle {
  key: string;
  label: string;
  /** What it is: its role, and before it the kind where it is an object around a part. */
  role: string;
  state: State;
}

export interface Lane extends Rectangle {
  cluster: string;
  state: State;
}

export interface Arrow {
  kind: string;
  state: State;
  /** Keys of the boxes at its ends. */
  from: string;
  to: string;
  /** The corners of its line. */
  points: Point[];
}

/** Where everything stands, in pixels. */
export interface Topology {
  width: number;
  height: number;
  lanes: Lane[];
  boxes: Box[];
  arrows: Arrow[];
  /** Clusters that are not drawn, because nothing was found in them. */
  hidden: number;
}

export const BOX = { width: 148, height: 42 } as const;
/** Wide enough for the lines that go between the boxes. */
const GAP = { x: 52, y: 24 } as const;
const PAD = { x: 24, top: 40, bottom: 18 } as const;
const LANE_GAP = 28;
const MAX_LANES = 8;
/** The name of a cluster in its lane. */
export const LABEL = { x: 14, y: 21, letter: 7.5, height: 16 } as const;
/** The chance from which on a way is said to be taken along by a cause. */
const LIKELY = 0.3;

/** The way of a sample, from left to right. What is in no column is drawn only where something was found on it. */
const COLUMNS: Partial<Record<Role, number>> = {
  target: 0,
  exporter: 0,
  agent: 1,
  prometheus: 1,
  sidecar: 2,
  ingress: 2,
  receive: 3,
  'object-store': 4,
  store: 5,
  compactor: 5,
  ruler: 7,
  query: 6,
  'query-frontend': 7,
  cache: 8,
  alertmanager: 8,
  grafana: 8,
};
const OTHERS = 0;
const ALWAYS: readonly Role[] = [
  ...([
    'agent',
    'prometheus',
    'sidecar',
    'ingress',
    'receive',
    'object-store',
    'store',
    'compactor',
  ] as const),
  ...(['query', 'query-frontend', 'cache', 'ruler', 'alertmanager', 'grafana'] as const),
];

/** Something that gets a box: a part of the fleet, or the object that is the cause. */
interface Drawn {
  key: string;
  ref: ComponentRef;
  role: string;
  column: number;
}

/** Filter, group, lay out, route: what is drawn of a fleet and where. Pure. */
export function topologyOf(fleet: Fleet, diagnosis: Diagnosis): Topology {
  const states = statesOf(diagnosis);
  const stateOf = (key: string): State => states.get(key) ?? 'well';
  const drawn = [
    ...fleet.components
      .filter(({ role, key }) => ALWAYS.includes(role) || stateOf(key) !== 'well')
      .map(({ key, ref, role }): Drawn => ({ key, ref, role, column: COLUMNS[role] ?? OTHERS })),
    ...objectsAtFault(fleet, diagnosis),
  ];
  const clusters = fleet.clusters.map(({ name }) => name);
  const hubs = new Set(
    drawn.filter(({ role }) => role === 'receive' || role === 'query').map(({ ref }) => ref.cluster),
  );
  const isSick = (name: string) =>
    states.has(name) || drawn.some(({ ref, key }) => ref.cluster === name && states.has(key));
  const ranked = [
    ...clusters.filter((name) => !hubs.has(name) && isSick(name)),
    ...clusters.filter((name) => !hubs.has(name) && !isSick(name)),
  ];
  const edges = ranked.slice(0, Math.max(1, MAX_LANES - hubs.size));
  const hidden = ranked.length - edges.length;

  const lanes: Lane[] = [];
  const boxes: Box[] = [];
  let left = 0;
  for (const column of [edges, [...hubs].sort()]) {
    let top = 0;
    let width = 0;
    for (const cluster of column) {
      const own = drawn.filter(({ ref }) => ref.cluster === cluster);
      const laid = layOut(own, stateOf, left, top);
      boxes.push(...laid.boxes);
      lanes.push({
        cluster,
        state: stateOf(cluster),
        x: left,
        y: top,
        width: laid.width,
        height: laid.height,
      });
      width = Math.max(width, laid.width);
      top += laid.height + LANE_GAP;
    }
    for (const lane of lanes) if (lane.x === left) lane.width = width;
    if (column.length > 0) left += width + LANE_GAP * 2;
  }
  const arrows = arrowsOf(fleet, diagnosis, boxes, lanes, states);
  const corners = [
    ...lanes.map(({ x, y, width, height }) => ({ x: x + width, y: y + height })),
    ...arrows.flatMap(({ points }) => points),
  ];
  const width = Math.max(0, ...corners.map(({ x }) => x));
  const height = Math.max(0, ...corners.map(({ y }) => y));
  return { width, height, lanes, boxes, arrows, hidden };
}

/** Causes that are no part of the fleet: a Service, a Secret, a claim. They stand before the part that they belong to. */
function objectsAtFault(fleet: Fleet, { causes }: Diagnosis): Drawn[] {
  const parts = new Set(fleet.components.map(({ key }) => key));
  const refs = causes
    .filter(({ confirmed, component }) => confirmed && component.kind !== 'Cluster')
    .map(({ component }) => [subjectKey(component), component] as const)
    .filter(([key]) => !parts.has(key));
  return [...new Map(refs)].map(([key, ref]) => ({
    ...{ key, ref, role: `${ref.kind} (${ref.role})` },
    column: (COLUMNS[ref.role] ?? OTHERS) - 0.5,
  }));
}

function layOut(components: readonly Drawn[], stateOf: (key: string) => State, left: number, top: number) {
  const columns = new Map<number, Drawn[]>();
  for (const component of components)
    columns.set(component.column, [...(columns.get(component.column) ?? []), component]);
  const order = [...columns.keys()].sort((a, b) => a - b);
  const boxes = order.flatMap((column, x) =>
    (columns.get(column) ?? []).map(
      ({ key, ref, role }, y): Box => ({
        ...{ key, label: ref.name, role, state: stateOf(key), ...BOX },
        x: left + PAD.x + x * (BOX.width + GAP.x),
        y: top + PAD.top + y * (BOX.height + GAP.y),
      }),
    ),
  );
  const rows = Math.max(1, ...order.map((column) => columns.get(column)?.length ?? 0));
  return {
    boxes,
    width: 2 * PAD.x + Math.max(1, order.length) * (BOX.width + GAP.x) - GAP.x,
    height: PAD.top + rows * (BOX.height + GAP.y) - GAP.y + PAD.bottom,
  };
}

const worse = (a: State, b: State): State => (STATES.indexOf(a) >= STATES.indexOf(b) ? a : b);

/** By key of the component, or name of the cluster. */
function statesOf({ findings, causes }: Diagnosis): Map<string, State> {
  const states = new Map<string, State>();
  const raise = (key: string, to: State) => states.set(key, worse(to, states.get(key) ?? 'well'));
  for (const { state, subject } of findings) {
    if (state === 'absent') continue;
    const to: State = state === 'present' ? 'sick' : 'blind';
    raise(subjectKey(subject), to);
    if (subject.type === 'component' && subject.kind === 'Cluster') raise(subject.cluster, to);
    if (subject.type === 'link' && to === 'sick') raise(subjectKey(subject.from), 'sick');
  }
  for (const { confirmed, component } of causes) {
    if (!confirmed) continue;
    raise(subjectKey(component), 'cause');
    if (component.kind === 'Cluster') raise(component.cluster, 'cause');
  }
  return states;
}

/** Keys of the links that a confirmed cause takes along, whether or not it shows on them yet. */
function hitLinks(fleet: Fleet, { causes, findings }: Diagnosis): string[] {
  const index = indexFleet(fleet);
  const strength = strengthOf(indexFindings(findings));
  return causes.flatMap(({ mode, confirmed, component }) => {
    const effect = confirmed ? effectOf(mode) : null;
    if (effect === null) return [];
    return [...follow(effect, component, index, strength, LIKELY)].flatMap(({ subject, chance }) =>
      chance >= LIKELY ? subjectKey(subject) : [],
    );
  });
}

function arrowsOf(
  fleet: Fleet,
  diagnosis: Diagnosis,
  boxes: readonly Box[],
  lanes: readonly Lane[],
  states: ReadonlyMap<string, State>,
): Arrow[] {
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const known = new Map<string, State>(states);
  for (const key of hitLinks(fleet, diagnosis)) known.set(key, worse('hit', known.get(key) ?? 'well'));
  const nameless = byAddress(diagnosis, byKey);
  const found = new Map<string, { kind: string; state: State; from: Box; to: Box }>();
  for (const link of fleet.links) {
    const { kind, from } = link;
    const start = byKey.get(from);
    const end = typeof link.to === 'string' ? byKey.get(link.to) : undefined;
    if (!start || !end || start === end) continue;
    const named = `${kind}(${from}>${end.key}`;
    let state = [...known]
      .filter(([key]) => key === `${named})` || key.startsWith(`${named}/`))
      .reduce((most: State, [, own]) => worse(most, own), 'well');
    const service = serviceOf(link, byKey) ?? nameless.get(addressOf(link));
    if (service && nameless.has(addressOf(link))) state = worse('hit', state);
    const stations = service ? [start, service, end] : [start, end];
    for (const [index, to] of stations.slice(1).entries()) {
      const before = stations[index] ?? start;
      const key = `${kind} ${before.key} ${to.key}`;
      found.set(key, { kind, from: before, to, state: worse(state, found.get(key)?.state ?? 'well') });
    }
  }
  const wanted = [...found.values()].map((one) => ({ ...one, rank: STATES.indexOf(one.state) }));
  const labels = lanes.map(({ cluster, x, y }) => ({
    ...{ x: x + LABEL.x, y: y + LABEL.y - LABEL.height + 4, height: LABEL.height },
    width: cells(cluster) * LABEL.letter,
  }));
  const lines = routeWires(boxes, labels, wanted);
  return wanted.map(({ kind, state, from, to }, index) => ({
    ...{ kind, state, from: from.key, to: to.key, points: lines[index] ?? [] },
  }));
}

const addressOf = ({ address }: Link): string => (address ? `${address.host}:${address.port}` : '');

/** Objects at fault by the address that led through them: of a node port nobody tells the Service once it is gone. */
function byAddress({ causes }: Diagnosis, boxes: ReadonlyMap<string, Box>): Map<string, Box> {
  const found = new Map<string, Box>();
  for (const { confirmed, component, sign } of causes) {
    const box = boxes.get(subjectKey(component));
    const { address } = sign.facts;
    if (confirmed && component.kind === 'Service' && box && typeof address === 'string')
      found.set(address, box);
  }
  return found;
}

/** The Service that a link goes through, where it is drawn because it is at fault. */
function serviceOf({ service }: Link, boxes: ReadonlyMap<string, Box>): Box | undefined {
  return service ? boxes.get(`${service.cluster}/${service.namespace}/Service/${service.name}`) : undefined;
}
