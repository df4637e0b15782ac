import { flagFileOrigin } from '../../evidence/views.ts';
import { flagValue } from '../../fleet/flags.ts';
import { type Component, group } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** Whether more than one Compactor works on the same blocks. */
export const sharing: FindingRule = {
  name: 'compact/sharing',
  look: (context) => {
    const compactors = context.index.byRole('compactor').filter(isWhole);
    const groups = group(compactors, (compactor) => bucketOf(context, compactor));
    return [...groups.values()].flatMap((sharers) => look(context, sharers));
  },
};

/** One that takes only blocks with certain labels is one of several that are meant to be. */
const isWhole = ({ args }: Component): boolean =>
  !args.some((word) => word.startsWith('--selector.relabel-config'));

/** The Secret or text of its configuration; Compactors with different ones are taken to have different buckets. */
function bucketOf(context: FindingContext, compactor: Component): string {
  const { cluster, namespace } = compactor.ref;
  const origin = flagFileOrigin(context.clusterOf(compactor), compactor, '--objstore.config-file')?.origin;
  if (origin && origin.from !== 'other')
    return `${cluster}/${namespace}/${origin.from}/${origin.name}/${origin.key}`;
  return flagValue(compactor.args, '--objstore.config') ?? compactor.key;
}

function look(context: FindingContext, sharers: readonly Component[]): Finding[] {
  const [first] = sharers;
  if (!first) return [];
  const list = context.clusterOf(first).pods;
  if (!list.seen) return [unknown('compactors-share-bucket', first.ref, list.reason)];
  // A pod more than wanted is an update that is on.
  const running = sharers.flatMap((compactor) => {
    const alive = context
      .pods(compactor)
      .filter(({ meta, containers }) => !meta.deletingSince && containers.some(isRunning(compactor)));
    return alive.slice(0, compactor.desired ?? alive.length).map(({ meta }) => meta.name);
  });
  if (running.length < 2) return sharers.map(({ ref }) => absent('compactors-share-bucket', ref));
  // The newest workload is the one too many; of one with several replicas it is itself.
  const created = ({ ref, ...compactor }: Component) =>
    context.workload({ ref, ...compactor })?.workload.meta.createdAt ?? '';
  const last = sharers.toSorted((a, b) => (created(a) < created(b) ? -1 : 1)).at(-1) ?? first;
  const subject = sharers.find(({ desired }) => (desired ?? 1) > 1) ?? last;
  const change = context.workload(subject)?.workload.meta.createdAt ?? null;
  return [
    present('compactors-share-bucket', subject.ref, {
      evidence: [quote(list.source, note('compactors-running', { names: running.join(', ') }))],
      since: sharers.length > 1 ? change : null,
      facts: { compactors: running.join(', ') },
    }),
  ];
}

const isRunning =
  (compactor: Component) =>
  ({ name, restarts, runningSince, lastTermination }: RunningState): boolean =>
    name === compactor.container && (runningSince !== null || (restarts > 0 && lastTermination !== null));

interface RunningState {
  name: string;
  restarts: number;
  runningSince: string | null;
  lastTermination: unknown;
}
