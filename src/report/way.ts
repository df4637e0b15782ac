import type { Effect } from '../catalogue/mode.ts';
import { CATALOGUE } from '../catalogue/registry.generated.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { type Role, WRITERS } from '../fleet/roles.ts';

/** Effects after which samples may stop, at once or when what is under way has arrived. */
const STOPS: ReadonlySet<Effect> = new Set<Effect>([
  ...(['down', 'way-blocked', 'traffic-stopped', 'names-fail', 'nothing-sent', 'samples-refused'] as const),
  ...(['samples-partly-refused', 'falls-behind', 'writes-refused', 'not-replicated'] as const),
  ...(['series-flood', 'cluster-gone', 'node-gone'] as const),
]);

/** Parts that samples go through, or that their way rests on. */
const ON_THE_WAY: ReadonlySet<Role> = new Set<Role>([
  ...WRITERS.filter((role) => role !== 'ruler'),
  ...(['receive', 'ingress', 'dns', 'node', 'apiserver'] as const),
]);

const EFFECTS = new Map<string, Effect | null>(CATALOGUE.map(({ id, breaks }) => [id, breaks]));

/** What a failure mode breaks; `null` for nothing that could be followed. */
export const effectOf = (mode: string): Effect | null => EFFECTS.get(mode) ?? null;

/**
 * Whether something is wrong on the way of the samples: the last ones may be young, because what broke did so a moment
 * ago, and say nothing of the next ones.
 */
export function isWayHit({ causes, findings }: Pick<Diagnosis, 'causes' | 'findings'>): boolean {
  const isSending = findings.some(
    ({ state, subject }) =>
      state === 'present' &&
      subject.type === 'link' &&
      (subject.kind === 'remote-write' || subject.kind === 'forward'),
  );
  return (
    isSending ||
    causes.some(({ mode, confirmed, component }) => {
      const effect = effectOf(mode);
      return confirmed && effect !== null && STOPS.has(effect) && ON_THE_WAY.has(component.role);
    })
  );
}
