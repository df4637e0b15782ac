import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'cloudwatch/agent-unauthorized',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'cloudwatch-refused', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    {
      id: 'see-identity',
      commands: ({ component }) => [
        kubectl(component, 'get', 'serviceaccounts', '-o', 'yaml'),
        'aws sts get-caller-identity',
      ],
    },
    {
      id: 'attach-policy',
      commands: () => [
        'aws iam attach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy',
      ],
    },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'role-as-code' }],
  verify: [
    {
      id: 'writes',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
