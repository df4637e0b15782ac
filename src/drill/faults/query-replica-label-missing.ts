import { queryGives, queryPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Query deduplicates by a label that the replicas had once. */
export const fault = defineFault({
  name: 'query-replica-label-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'query/replica-label-missing', ...hubPart('query') },
  inject: (context) =>
    changeWorkload(context, 'deployment', queryPods, (container) => {
      container.args = container.args.map((arg) =>
        arg.startsWith('--query.replica-label=') ? `${arg}_id` : arg,
      );
    }),
  effect: queryGives(({ names }) => `count without (${names.replicaLabel}) (up) > 1`),
});
