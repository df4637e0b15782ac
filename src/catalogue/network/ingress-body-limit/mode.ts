import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/ingress-body-limit',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'proxy-body-refused', chance: 0.97, speaks: true }],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'raise-limit',
      commands: ({ component }) =>
        component.kind === 'Ingress'
          ? [
              kubectl(
                component,
                'annotate',
                'ingress',
                component.name,
                'nginx.ingress.kubernetes.io/proxy-body-size=16m',
                '--overwrite',
              ),
            ]
          : [],
    },
    { id: 'other-proxies' },
    { id: 'smaller-batches' },
  ],
  permanent: [{ id: 'limit-for-writes' }],
  verify: [samplesArrive],
});
