import { agentPods, logSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { limitTenants } from '../receive.ts';

/** Far fewer series in a request than agents send: 413. */
export const fault = defineFault({
  name: 'receive-tenant-request-limited',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'receive/tenant-limited', ...hubPart('receive') },
  inject: (context) => limitTenants(context, { default: { request: { series_limit: 10 } } }),
  effect: logSays(agentPods, 'too many timeseries'),
});
