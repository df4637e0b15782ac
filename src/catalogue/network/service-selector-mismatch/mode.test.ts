import { describeMode } from '../../recorded.testing.ts';

describeMode('network/service-selector-mismatch', {
  sick: ['receive-selector-mismatch'],
  hidden: /\/api\/v1\/services\?/,
});
