import { describeMode } from '../../recorded.testing.ts';

describeMode('network/dns-down', {
  sick: ['cluster-03-silent', 'two-service-and-dns'],
  hidden: /\/(pods|deployments)\?|\/log\?/,
});
