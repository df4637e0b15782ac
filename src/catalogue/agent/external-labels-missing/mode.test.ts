import { describeMode } from '../../recorded.testing.ts';

describeMode('agent/external-labels-missing', {
  sick: ['agent-labels-missing'],
  hidden: /\/status\/config|\/configmaps\//,
});
