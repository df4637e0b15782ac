import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { limitTenants } from '../receive.ts';

/** Far fewer series than the lab has: 429. */
export const fault = defineFault({
  name: 'receive-tenant-series-limited',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'receive/tenant-limited', ...hubPart('receive') },
  inject: (context) => {
    const { names } = context;
    const query = `${names.services.query}.${names.namespaces.pipeline}.svc.cluster.local:${names.ports.http}`;
    return limitTenants(context, {
      // Receive asks there how many series a tenant has; it does not count them itself.
      global: { meta_monitoring_url: `http://${query}` },
      default: { head_series_limit: 100 },
    });
  },
  effect: logSays(receivePods, 'tenant above limit'),
});
