import { RENDERED, RENDERED_PORTS } from '../../lab/pipeline/rendered/names.ts';
import { openDashboards } from '../dashboards.ts';
import { exportsAbove, frontendPods, isRolledOut, waitFor } from '../effects.ts';
import { defineFault, queryFrontend } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

export const fault = defineFault({
  name: 'frontend-cache-item-too-large',
  lab: { pipeline: 'rendered' },
  visibleAfter: 300,
  expected: { mode: 'query/cache-item-too-large', ...queryFrontend },
  inject: async (context) => {
    await changeWorkload(context, 'deployment', frontendPods, (container) => {
      container.args = container.args.map((arg) =>
        arg.replace(/"max_item_size":"[^"]*"/, '"max_item_size":"1KiB"'),
      );
    });
    await waitFor(context, isRolledOut('deployment', frontendPods), 120);
    await openDashboards(context, {
      service: RENDERED.queryFrontend,
      ...{ query: 'up', hours: 6, stepSeconds: 30, count: 1, pauseSeconds: 10 },
    });
  },
  effect: exportsAbove(0, {
    where: frontendPods,
    port: RENDERED_PORTS.thanos,
    metric: 'cortex_memcache_client_set_skip_total',
  }),
});
