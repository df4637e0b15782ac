import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'grafana/wrong-utilization-metric',
  level: 'root',
  basis: 'text',
  whose: 'subject',
  signs: [{ finding: 'utilization-of-node', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [{ id: 'change-metric' }],
  permanent: [{ id: 'review-panels' }],
  verify: [{ id: 'compare', commands: () => ['kubectl top pods --containers -A'] }],
});
