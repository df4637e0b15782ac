import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'component-absent', chance: 0.98, speaks: true },
    { finding: 'component-vanished', chance: 0.8, speaks: true, alternative: true },
    { finding: 'cluster-silent', chance: 0.9, alternative: true },
  ],
  // For a Service: what leads to it leads nowhere. A cluster without an agent has only its silence.
  breaks: 'way-blocked',
  immediate: [
    {
      id: 'see-workloads',
      commands: ({ component }) => [
        kubectl(
          component,
          ...['get', 'deployments,statefulsets,daemonsets,replicasets'],
          ...(component.namespace === null ? ['--all-namespaces'] : []),
        ),
      ],
    },
    {
      id: 'see-events',
      commands: ({ component }) => [
        kubectl(
          component,
          ...['get', 'events', '--sort-by=.lastTimestamp'],
          ...(component.namespace === null ? ['--all-namespaces'] : []),
        ),
      ],
    },
    {
      id: 'apply-again',
      commands: ({ component }) => [
        kubectl(component, 'apply', '--server-side', '--dry-run=server', '-f', 'MANIFEST.yaml'),
        kubectl(component, 'apply', '--server-side', '-f', 'MANIFEST.yaml'),
      ],
    },
  ],
  permanent: [{ id: 'gitops' }, { id: 'alert-absence' }],
  verify: [
    {
      id: 'pods-there',
      commands: ({ component }) => [
        kubectl(
          component,
          ...['get', 'pods', '-o', 'wide'],
          ...(component.namespace === null ? ['--all-namespaces'] : []),
        ),
      ],
    },
    samplesArrive,
  ],
});
