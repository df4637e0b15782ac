import { kubectl, resource } from '../../commands.ts';
import { defineMode, type Situation } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/dns-down',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'dns-silent', chance: 0.97, speaks: true },
    { finding: 'name-lookup-failing', chance: 0.6, speaks: true },
    // What silences it is the same cause: the variant says which.
    { finding: 'replicas-zero', chance: 0.5, alternative: true },
    { finding: 'image-pull-failing', chance: 0.3, alternative: true },
    { finding: 'container-crashing', chance: 0.3, alternative: true },
    { finding: 'container-oom-killed', chance: 0.2, alternative: true },
    { finding: 'config-refused', chance: 0.2, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
    { finding: 'no-ready-pods', chance: 0.8, alternative: true },
  ],
  breaks: 'names-fail',
  // Lookups that fail while the servers are ready are a matter of the way to them, or over by now.
  applies: ({ has }) => has('dns-silent') || has('name-lookup-failing'),
  variant,
  immediate: [
    {
      id: 'see-pods',
      commands: ({ component }) => [kubectl(component, 'get', 'pods,services,endpointslices', '-o', 'wide')],
    },
    {
      id: 'scale-up',
      commands: ({ component, facts, variant: why }) =>
        why === 'scaled-to-zero'
          ? [kubectl(component, 'scale', resource(component), `--replicas=${facts.before ?? 2}`)]
          : [],
    },
    {
      id: 'apply-again',
      commands: ({ component, variant: why }) =>
        why === 'missing' || why === 'service-missing'
          ? [kubectl(component, 'get', 'deployments,daemonsets,services', '-o', 'wide')]
          : [],
    },
    {
      id: 'set-selector',
      commands: ({ component, variant: why }) =>
        why === 'service-selector-mismatch' ? [kubectl(component, 'get', 'pods', '--show-labels')] : [],
    },
    {
      id: 'roll-back',
      commands: ({ component, variant: why }) =>
        why === 'image-unavailable' || why === 'oom-killed' || why === 'config-invalid'
          ? [kubectl(component, 'rollout', 'undo', resource(component))]
          : [],
    },
    {
      id: 'see-logs',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
  ],
  permanent: [{ id: 'two-replicas' }, { id: 'check-corefile' }],
  verify: [
    {
      id: 'name-resolves',
      commands: ({ component }) => [
        kubectl(
          { cluster: component.cluster, namespace: component.namespace },
          'run',
          'dns-test',
          '--rm',
          '-i',
          '--restart=Never',
          '--image=busybox',
          '--',
          'nslookup',
          'kubernetes.default.svc.cluster.local',
        ),
      ],
    },
    samplesArrive,
  ],
});

/** What silenced it, where that can be told. */
function variant({ has, finding }: Situation): string | null {
  if (has('replicas-zero')) return 'scaled-to-zero';
  if (has('image-pull-failing')) return 'image-unavailable';
  if (has('container-oom-killed')) return 'oom-killed';
  if (has('config-refused')) return 'config-invalid';
  const way = finding('dns-silent')?.facts.way;
  return typeof way === 'string' && way !== '' ? way : null;
}
