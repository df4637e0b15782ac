import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('network/service-missing', {
  sick: ['receive-service-missing', 'two-service-and-dns'],
  hidden: /\/api\/v1\/services\?/,
});

describeTexts('network/service-missing', {
  says: [
    'Error from server (NotFound): services "thanos-receive" not found',
    'W1121 07:11:22.022 7 controller.go:1100] Error obtaining Endpoints for Service "monitoring/thanos-receive": no object matching key "monitoring/thanos-receive" in local store',
  ],
  not: {
    'Error from server (NotFound): serviceaccounts "thanos" not found': null,
  },
});
