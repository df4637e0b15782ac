import { openDashboards } from '../dashboards.ts';
import { storePods, thanosExports } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** As a flag its size has a lower bound; here it has none. */
const CACHE = { type: 'IN-MEMORY', config: { max_size: '64KB', max_item_size: '16KB' } };

export const fault = defineFault({
  name: 'store-index-cache-small',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'store/cache-undersized', ...hubPart('store') },
  inject: async (context) => {
    await changeWorkload(context, 'statefulset', storePods, (container) => {
      container.args.push(`--index-cache.config=${JSON.stringify(CACHE)}`);
    });
    await openDashboards(context, {
      service: context.names.services.query,
      query: 'count by (job) (count_over_time({__name__=~"go_.+"}[30m]))',
      ...{ hours: 1, stepSeconds: 60, count: 1, pauseSeconds: 5 },
    });
  },
  effect: thanosExports(storePods, 'thanos_store_index_cache_items_evicted_total', 1000),
});
