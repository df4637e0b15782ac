import type { Effect } from '../catalogue/mode.ts';
import type { FleetIndex } from '../fleet/fleet.ts';
import { WRITERS } from '../fleet/roles.ts';
import { clusterRef, type Subject, subjectKey } from '../fleet/subjects.ts';
import {
  effect,
  finding,
  type Inner,
  type OnComponent,
  type OnSubject,
  type Result,
  type Shown,
  type Step,
  type Strength,
} from './effects/effect.ts';
import { cannotWrite, clusterGone, down, mayStop, nodeGone, slows, starved } from './effects/parts.ts';
import {
  fallsBehind,
  misattributed,
  nothingSent,
  notReplicated,
  overlapping,
  queryFlood,
  refused,
  runsOld,
  seriesFlood,
  unattributed,
  writesRefused,
} from './effects/samples.ts';
import {
  linkBroken,
  namesFail,
  notQueried,
  storageClients,
  storageRefused,
  trafficStopped,
  wayBlocked,
} from './effects/ways.ts';

/** Effects that are less likely than this tell nothing. */
export const NEGLIGIBLE = 0.02;

/**
 * Follows an effect through the fleet. Each step says what breaks next and how surely; chances multiply along
 * the way. A fault need not show at once (a connection that stands is used on), so no step is certain.
 * An effect that is less likely than `atLeast` is not followed.
 */
export function* follow(
  effect: Effect,
  subject: Subject,
  fleet: FleetIndex,
  strength: Strength,
  atLeast: number,
): Generator<Shown> {
  const visited = new Set<string>();
  // In the order of chances, the surest last; of equal ones, the first last.
  const queue: Step[] = [{ effect, subject, chance: 1 }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const key = `${step.effect} ${subjectKey(step.subject)}`;
    // The surest way to each effect first: later visits of the same are weaker.
    if (visited.has(key)) continue;
    visited.add(key);
    for (const result of consequencesOf(step, fleet, strength)) {
      const chance = step.chance * result.chance;
      if ('effect' in result) {
        if (chance >= atLeast) insert(queue, { effect: result.effect, subject: result.subject, chance });
      } else yield { finding: result.finding, subject: result.subject, chance };
    }
  }
}

/** Puts a step before all that are as likely or more. */
function insert(queue: Step[], step: Step): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle] as Step).chance < step.chance) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, step);
}

/** What follows from an effect on an object, a link or a cluster. */
const ON_SUBJECT = {
  'way-blocked': wayBlocked,
  'traffic-stopped': trafficStopped,
  'names-fail': namesFail,
  'storage-refused': storageRefused,
  'storage-unread': (subject, fleet) =>
    storageClients(subject, fleet).flatMap(({ ref }) => [
      finding('objstore-failing', ref, 0.8),
      finding('container-crashing', ref, 0.9),
      effect('down', ref, 0.9),
    ]),
  'cluster-gone': clusterGone,
  'node-gone': nodeGone,
  'link-broken': (subject, fleet) => (subject.type === 'link' ? linkBroken(subject, fleet) : []),
} satisfies Partial<Record<Inner, OnSubject>>;

/** What follows from an effect on a part that runs. */
const ON_COMPONENT: Record<Exclude<Inner, keyof typeof ON_SUBJECT>, OnComponent> = {
  down,
  'may-stop': mayStop,
  slows,
  'cannot-write': cannotWrite,
  starved,
  unattributed,
  'nothing-sent': nothingSent,
  'samples-refused': (component, fleet) => refused(component, fleet, 0.6),
  'samples-partly-refused': (component, fleet) => refused(component, fleet, 0.1),
  'series-overlap': (component, fleet) => [
    ...refused(component, fleet, 0.1),
    ...overlapping(component, fleet),
  ],
  'falls-behind': fallsBehind,
  'block-damaged': ({ ref }, fleet) =>
    fleet
      .byRole('store', ref.cluster)
      .flatMap((store) => [
        finding('block-gone', store.ref, 0.5),
        finding('store-reads-failing', store.ref, 0.3),
        finding('store-sync-failed', store.ref, 0.1),
      ]),
  'not-replicated': notReplicated,
  'writes-refused': writesRefused,
  'not-queried': notQueried,
  misattributed,
  'series-flood': seriesFlood,
  'query-flood': queryFlood,
  'runs-old': runsOld,
  unfollowed: ({ ref }, fleet) =>
    fleet
      .inCluster(ref.cluster)
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((writer) => [
        finding('resource-not-followed', writer.ref, 0.85),
        effect('runs-old', writer.ref, 0.9),
      ]),
  'nothing-found': ({ role, ref }) =>
    WRITERS.includes(role) ? [finding('cluster-silent', clusterRef(ref.cluster), 0.5)] : [],
};

function consequencesOf({ effect: name, subject }: Step, fleet: FleetIndex, strength: Strength): Result[] {
  if (isOnSubject(name)) return ON_SUBJECT[name](subject, fleet);
  const component = fleet.component(subjectKey(subject));
  return component ? ON_COMPONENT[name](component, fleet, strength) : [];
}

const isOnSubject = (name: Inner): name is keyof typeof ON_SUBJECT => name in ON_SUBJECT;
