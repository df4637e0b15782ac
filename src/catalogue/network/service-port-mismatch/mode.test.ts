import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('network/service-port-mismatch', {
  sick: ['receive-port-mismatch'],
  hidden: /\/api\/v1\/services\?/,
});

describeTexts('network/service-port-mismatch', {
  says: [
    'error: Service thanos-receive does not have a service port 9999',
    'ERR Cannot create service error="service port not found" ingress=receive namespace=monitoring',
  ],
  not: {
    'Forwarding from 127.0.0.1:9090 -> 9090': null,
  },
});
