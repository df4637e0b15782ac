import { describeMode } from '../../recorded.testing.ts';

describeMode('network/service-missing', {
  sick: ['receive-service-missing', 'two-service-and-dns'],
  hidden: /\/api\/v1\/services\?/,
});
