import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'alertmanager/not-connected',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'alerts-undelivered', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-alerting',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    {
      id: 'see-services',
      commands: ({ component }) => [kubectl(component, 'get', 'services,endpointslices')],
    },
    { id: 'mend-alerting' },
  ],
  permanent: [{ id: 'watch-notifications' }],
  verify: [
    {
      id: 'no-errors',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
