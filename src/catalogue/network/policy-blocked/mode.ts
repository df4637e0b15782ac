import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/policy-blocked',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'policy-denies', chance: 0.97, speaks: true },
    { finding: 'connection-dropped', chance: 0.9, speaks: true, alternative: true },
    { finding: 'outside-dropped', chance: 0.9, alternative: true },
  ],
  toldBy: () => ['policy-denies'],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'see-policies',
      commands: ({ component }) => [kubectl(component, 'get', 'networkpolicies', '-o', 'yaml')],
    },
    {
      id: 'describe-policy',
      commands: ({ component }) =>
        component.kind === 'NetworkPolicy'
          ? [kubectl(component, 'describe', 'networkpolicy', component.name)]
          : [],
    },
    {
      id: 'allow-flow',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'ALLOW.yaml')],
    },
  ],
  permanent: [{ id: 'policy-beside-workload' }, { id: 'allow-dns' }],
  verify: [samplesArrive],
});
