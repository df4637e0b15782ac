import { openDashboards } from '../dashboards.ts';
import { queryWarns, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Many series, of times that the Store has as well as Receive. */
const QUERY = 'count by (job) (count_over_time({__name__=~"go_.+"}[30m]))';

export const fault = defineFault({
  name: 'store-chunk-pool-small',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'store/cache-undersized', ...hubPart('store') },
  inject: async (context) => {
    await changeWorkload(context, 'statefulset', storePods, (container) => {
      container.args.push('--chunk-pool-size=64KB');
    });
    await openDashboards(context, {
      service: context.names.services.query,
      ...{ query: QUERY, hours: 1, stepSeconds: 60, count: 1, pauseSeconds: 5 },
    });
  },
  effect: queryWarns('pool exhausted', () => QUERY),
});
