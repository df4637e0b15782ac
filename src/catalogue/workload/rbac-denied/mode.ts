import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/rbac-denied',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'rights-lacking', chance: 0.97, speaks: true },
    { finding: 'container-crashing', chance: 0.3, alternative: true },
    { finding: 'pods-not-ready', chance: 0.3, alternative: true },
    { finding: 'cluster-silent', chance: 0.3, alternative: true },
  ],
  // An agent that may not list pods has no targets and nothing to send; another part only misses what it asked for.
  breaks: 'nothing-found',
  immediate: [
    {
      id: 'see-account',
      commands: ({ component }) => [
        kubectl(
          component,
          ...['get', resource(component), '-o'],
          'jsonpath={.spec.template.spec.serviceAccountName}',
        ),
      ],
    },
    {
      id: 'see-rights',
      commands: ({ component, facts }) => [
        kubectl(
          component,
          'auth',
          'can-i',
          '--list',
          `--as=${facts.account ?? 'system:serviceaccount:NAMESPACE:NAME'}`,
        ),
      ],
    },
    {
      id: 'grant',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'RBAC.yaml')],
    },
  ],
  permanent: [{ id: 'deploy-together' }, { id: 'least-right' }],
  verify: [
    {
      id: 'no-refusals',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=2m')],
    },
    samplesArrive,
  ],
});
