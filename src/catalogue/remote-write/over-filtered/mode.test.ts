import { describeMode } from '../../recorded.testing.ts';

describeMode('remote-write/over-filtered', {
  sick: ['agent-over-filtered'],
  hidden: /\/status\/config|\/configmaps\/|\/targets\/metadata/,
});
