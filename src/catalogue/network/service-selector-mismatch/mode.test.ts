import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('network/service-selector-mismatch', {
  sick: ['receive-selector-mismatch', 'query-selector-mismatch'],
  hidden: /\/api\/v1\/services\?/,
});

describeTexts('network/service-selector-mismatch', {
  says: [
    'Error from server (ServiceUnavailable): no endpoints available for service "thanos-receive"',
    'Endpoints:                <none>',
  ],
  not: {
    'Endpoints:                10.42.0.7:19291': null,
  },
});
