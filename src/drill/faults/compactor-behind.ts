import { archive } from '../bucket.ts';
import { compactorPods, thanosExports } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Two blocks of each two hours of five days, which a Compactor with this limit has not done in half an hour. */
const LIMIT = '20m';
const BACKLOG = Array.from({ length: 120 }, (_, number) => ({ hoursAgo: 48 + 2 * Math.floor(number / 2) }));

export const fault = defineFault({
  name: 'compactor-behind',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'workload/cpu-starved', ...hubPart('compactor') },
  inject: async (context) => {
    await changeWorkload(context, 'statefulset', compactorPods, ({ resources = {} }) => {
      resources.limits = { ...resources.limits, cpu: LIMIT };
    });
    // It counts what there is to do when it starts, and then every five minutes: it starts later than this is done.
    await archive(context, BACKLOG);
  },
  effect: thanosExports(compactorPods, 'thanos_compact_todo_compactions', 20),
});
