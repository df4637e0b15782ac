import { describeMode } from '../../recorded.testing.ts';

describeMode('network/service-port-mismatch', {
  sick: ['receive-port-mismatch'],
  hidden: /\/api\/v1\/services\?/,
});
