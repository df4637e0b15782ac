import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeHashring } from '../receive.ts';

export const fault = defineFault({
  name: 'receive-tenant-unrouted',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'receive/tenant-unrouted', ...hubPart('receive') },
  inject: (context) =>
    changeHashring(context, (ring) => {
      ring.tenants = [`${context.names.tenant}-eu`];
    }),
  effect: logSays(receivePods, 'no matching hashring to handle tenant'),
});
