import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { openDashboards } from '../dashboards.ts';
import { frontendPods, logSays } from '../effects.ts';
import { defineFault, queryFrontend } from '../fault.ts';
import { nobodyOutside } from '../stand-in.ts';
import { changeWorkload } from '../workloads.ts';

/** The answers are kept in a memcached outside of all clusters, at whose address nothing listens. */
export const fault = defineFault({
  name: 'frontend-cache-outside-refusing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 300,
  expected: { mode: 'query/cache-unreachable', ...queryFrontend },
  inject: async (context) => {
    await changeWorkload(context, 'deployment', frontendPods, (container) => {
      container.args = container.args.map((arg) =>
        arg.replace(/"addresses":\["[^"]*"\]/, `"addresses":["${nobodyOutside(context)}"]`),
      );
    });
    await openDashboards(context, {
      service: RENDERED.queryFrontend,
      ...{ query: 'up', hours: 6, stepSeconds: 30, count: 4, pauseSeconds: 5 },
    });
  },
  effect: logSays(frontendPods, 'connection refused'),
});
