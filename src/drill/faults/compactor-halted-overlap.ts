import { archive } from '../bucket.ts';
import { compactorPods, isRolledOut, logSays, waitFor } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Two writers with the same labels, and a Compactor that is not told to make one of their blocks. */
export const fault = defineFault({
  name: 'compactor-halted-overlap',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'compact/halted-overlap', ...hubPart('compactor') },
  inject: async (context) => {
    await changeWorkload(context, 'statefulset', compactorPods, (container) => {
      container.args = container.args.filter((arg) => !arg.startsWith('--deduplication.replica-label'));
    });
    // Before that it would still make one of them.
    await waitFor(context, isRolledOut('statefulset', compactorPods), 120);
    await archive(context, [{ hoursAgo: 72 }, { hoursAgo: 72 }]);
  },
  effect: logSays(compactorPods, 'pre compaction overlap check'),
});
