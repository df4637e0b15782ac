import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'grafana/cluster-variable-broken',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'cluster-variable-failing', chance: 0.95, speaks: true },
    { finding: 'samples-without-identity', chance: 0.2, alternative: true },
  ],
  breaks: null,
  immediate: [{ id: 'see-labels' }, { id: 'mend-variable' }],
  permanent: [{ id: 'same-label' }],
  verify: [{ id: 'clusters-listed' }],
});
