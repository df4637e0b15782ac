import { flagValues } from '../../fleet/flags.ts';
import { ofFlag } from './flag.ts';
import { duration, wholeNumber } from './forms.ts';
import { inPart, type Noted, seen } from './noted.ts';
import type { Part } from './part.ts';
import { replicasAndResources } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Query and Query Frontend. */
export function querySettings(world: World): Noted[] {
  return [...ofQuery(world), ...ofFrontend(world)];
}

/** The Query of a fleet: of several, the one that asks most. */
export function mainQuery(world: World): { part: Part | null; notes: Noted[] } {
  const asks = ({ component: { key } }: Part) => world.index.linksFrom(key, 'query').length;
  const inHub = ({ cluster }: Part) => Number(cluster.name === world.hub.context);
  const found = world
    .parts('query')
    .sort((a, b) => inHub(b) - inHub(a) || asks(b) - asks(a) || (a.component.key < b.component.key ? -1 : 1));
  return onePart(world, 'query', found, { path: ['query', 'replicas'], value: 0 });
}

function ofQuery(world: World): Noted[] {
  const { part, notes } = mainQuery(world);
  if (!part) return notes;
  const labels = replicaLabelsOf(part);
  return [
    ...notes,
    ...replicasAndResources(part, ['query']),
    ofFlag(part, ['query', 'timeout'], '--query.timeout', duration),
    ofFlag(part, ['query', 'maxConcurrent'], '--query.max-concurrent', wholeNumber),
    seen(['query', 'replicaLabels'], labels, inPart(part, REPLICA_LABEL, labels.length === 0)),
  ];
}

const REPLICA_LABEL = '--query.replica-label';

/** The flag may be repeated, and each may hold several (since 0.37). */
export const replicaLabelsOf = (part: Part): string[] => [
  ...new Set(flagValues(part.component.args, REPLICA_LABEL).flatMap((value) => value.split(','))),
];

function ofFrontend(world: World): Noted[] {
  const none = { path: ['queryFrontend', 'enabled'], value: false };
  const { part, notes } = onePart(world, 'queryFrontend', world.parts('query-frontend'), none);
  if (!part) return notes;
  const section = ['queryFrontend'];
  return [
    ...notes,
    seen([...section, 'enabled'], true, inPart(part, 'query-frontend')),
    ...replicasAndResources(part, section),
    ofFlag(part, [...section, 'splitInterval'], '--query-range.split-interval', duration),
  ];
}
