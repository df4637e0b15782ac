import { describeMode } from '../../recorded.testing.ts';

describeMode('remote-write/url-wrong', {
  sick: ['agent-url-wrong-host'],
  hidden: /\/status\/config|\/configmaps\/|\/log\?/,
});
