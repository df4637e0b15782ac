import { kubectl } from '../../commands.ts';
import { farEnd } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/ingress-backend-unavailable',
  level: 'surface',
  basis: 'lab',
  whose: 'client',
  beneath: [
    'workload/scaled-to-zero',
    'workload/probe-failing',
    'network/service-selector-mismatch',
    'network/service-port-mismatch',
    'receive/not-ready',
  ],
  signs: [{ finding: 'proxy-backend-failing', chance: 0.95, speaks: true }],
  breaks: null,
  // Behind a proxy outside the fleet nothing more can be seen.
  isOutside: (situation) => farEnd(situation) === 'outside',
  immediate: [
    {
      id: 'see-backend',
      commands: ({ component }) => [
        kubectl(component, 'get', 'pods,services,endpointslices,ingresses', '-o', 'wide'),
      ],
    },
    { id: 'see-proxy-log' },
    { id: 'mend-backend' },
  ],
  permanent: [{ id: 'ready-backends' }, { id: 'timeouts' }],
  verify: [samplesArrive],
});
