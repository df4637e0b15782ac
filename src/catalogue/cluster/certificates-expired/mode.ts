import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'cluster/certificates-expired',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'cluster-certificates-expired', chance: 0.98, speaks: true },
    // To a client that cannot trust it, the API is as good as gone.
    { finding: 'api-unreachable', chance: 0.4, alternative: true },
  ],
  breaks: 'cluster-gone',
  immediate: [
    { id: 'see-dates', commands: () => ['sudo kubeadm certs check-expiration'] },
    { id: 'renew', commands: () => ['sudo kubeadm certs renew all'] },
    { id: 'restart-control-plane' },
    { id: 'renew-kubelets' },
  ],
  permanent: [{ id: 'rotate' }, { id: 'watch-dates' }],
  verify: [
    {
      id: 'nodes-ready',
      commands: ({ component }) => [kubectl({ cluster: component.cluster, namespace: null }, 'get', 'nodes')],
    },
    samplesArrive,
  ],
});
