import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'alertmanager/notification-rejected',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'notification-refused', chance: 0.95, speaks: true },
    { finding: 'notifications-failing', chance: 0.85, speaks: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    { id: 'renew-token' },
    {
      id: 'check-config',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          'check-config',
          '/etc/alertmanager/alertmanager.yml',
        ),
      ],
    },
  ],
  permanent: [{ id: 'watch-failures' }, { id: 'owner-of-token' }],
  verify: [
    {
      id: 'test-alert',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'alert',
          'add',
          'alertname=NotificationTest',
          'severity=info',
        ),
      ],
    },
  ],
});
