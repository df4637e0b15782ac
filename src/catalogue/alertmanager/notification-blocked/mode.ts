import { kubectl, resource } from '../../commands.ts';
import { isFarEndOutside } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'alertmanager/notification-blocked',
  level: 'surface',
  basis: 'lab',
  whose: 'subject',
  beneath: [
    'network/egress-blocked',
    'network/firewall-blocked',
    'network/policy-blocked',
    'network/dns-down',
    'network/name-not-found',
  ],
  signs: [
    { finding: 'notification-undelivered', chance: 0.95, speaks: true },
    { finding: 'notifications-failing', chance: 0.9, speaks: true },
  ],
  breaks: null,
  isOutside: ({ finding }) => isFarEndOutside(finding('notification-undelivered')?.facts.words),
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    {
      id: 'ask-from-pod',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'wget',
          '-q',
          '-T',
          '5',
          '-O',
          '/dev/null',
          'https://hooks.slack.com/',
        ),
      ],
    },
    { id: 'open-way' },
  ],
  permanent: [{ id: 'second-way' }, { id: 'watch-failures' }],
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
