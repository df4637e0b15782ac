import type { Diagnosis } from '../../diagnose/diagnosis.ts';
import type { Component, Fleet, Link } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import { subjectKey } from '../../fleet/subjects.ts';

/** How a part is: the cause, a part on which something was found, one that was not seen, or nothing of it. */
export type State = 'cause' | 'sick' | 'blind' | 'well';

export interface Box {
  key: string;
  label: string;
  role: string;
  state: State;
  x: number;
  y: number;
}

export interface Lane {
  cluster: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Arrow {
  kind: string;
  state: State;
  from: { x: number; y: number };
  to: { x: number; y: number };
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
const GAP = { x: 46, y: 16 } as const;
const PAD = { x: 18, top: 34, bottom: 16 } as const;
const LANE_GAP = 28;
const MAX_LANES = 8;

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

/** Filter, group, lay out: what is drawn of a fleet and where. Pure. */
export function topologyOf(fleet: Fleet, diagnosis: Diagnosis): Topology {
  const states = statesOf(diagnosis);
  const state = (component: Component): State => states.get(component.key) ?? 'well';
  const drawn = fleet.components.filter(
    (component) => ALWAYS.includes(component.role) || state(component) !== 'well',
  );
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
  let height = 0;
  for (const column of [edges, [...hubs].sort()]) {
    let top = 0;
    let width = 0;
    for (const cluster of column) {
      const laid = layOut(
        drawn.filter(({ ref }) => ref.cluster === cluster),
        state,
        left,
        top,
      );
      boxes.push(...laid.boxes);
      lanes.push({ cluster, x: left, y: top, width: laid.width, height: laid.height });
      width = Math.max(width, laid.width);
      top += laid.height + LANE_GAP;
    }
    for (const lane of lanes) if (lane.x === left) lane.width = width;
    height = Math.max(height, top - LANE_GAP);
    if (column.length > 0) left += width + LANE_GAP * 2;
  }
  const width = Math.max(0, left - LANE_GAP * 2);
  return { width, height, lanes, boxes, arrows: arrowsOf(fleet.links, boxes, states), hidden };
}

function layOut(
  components: readonly Component[],
  state: (of: Component) => State,
  left: number,
  top: number,
) {
  const columns = new Map<number, Component[]>();
  for (const component of components) {
    const column = COLUMNS[component.role] ?? OTHERS;
    columns.set(column, [...(columns.get(column) ?? []), component]);
  }
  const order = [...columns.keys()].sort((a, b) => a - b);
  const boxes = order.flatMap((column, x) =>
    (columns.get(column) ?? []).map(
      (component, y): Box => ({
        ...{ key: component.key, label: component.ref.name, role: component.role, state: state(component) },
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

/** By key of the component, or name of the cluster. */
function statesOf({ findings, causes }: Diagnosis): Map<string, State> {
  const states = new Map<string, State>();
  const raise = (key: string, to: State) => {
    const order: State[] = ['well', 'blind', 'sick', 'cause'];
    if (order.indexOf(to) > order.indexOf(states.get(key) ?? 'well')) states.set(key, to);
  };
  for (const { state, subject } of findings) {
    if (state === 'absent') continue;
    const to: State = state === 'present' ? 'sick' : 'blind';
    raise(subjectKey(subject), to);
    if (subject.type === 'component' && subject.kind === 'Cluster') raise(subject.cluster, to);
    if (subject.type === 'link' && to === 'sick') raise(subjectKey(subject.from), 'sick');
  }
  for (const { confirmed, component } of causes) if (confirmed) raise(subjectKey(component), 'cause');
  return states;
}

function arrowsOf(
  links: readonly Link[],
  boxes: readonly Box[],
  states: ReadonlyMap<string, State>,
): Arrow[] {
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  return links.flatMap(({ kind, from, to }): Arrow[] => {
    const start = byKey.get(from);
    const end = typeof to === 'string' ? byKey.get(to) : undefined;
    if (!start || !end || start === end) return [];
    const state = [...states].find(([key]) => key.startsWith(`${kind}(${from}>${end.key})`))?.[1] ?? 'well';
    const forward = start.x <= end.x;
    const middle = BOX.height / 2;
    return [
      {
        ...{ kind, state },
        from: { x: start.x + (forward ? BOX.width : 0), y: start.y + middle },
        to: { x: end.x + (forward ? 0 : BOX.width), y: end.y + middle },
      },
    ];
  });
}
