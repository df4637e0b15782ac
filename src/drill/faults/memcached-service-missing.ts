import { frontendPods, logSays, memcachedPods } from '../effects.ts';
import { cache, defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'memcached-service-missing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: { mode: 'network/service-missing', ...cache },
  inject: async (context) => {
    const { cluster, ...service } = memcachedPods(context);
    await context.hands.remove(cluster, { kind: 'service', ...service });
  },
  effect: logSays(frontendPods, 'failed to lookup SRV records'),
});
