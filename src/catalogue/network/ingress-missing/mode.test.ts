import { changes, describeChanged, listAnswer } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/ingress-missing', {
  says: [
    'err="server returned HTTP status 404 Not Found: default backend - 404"',
    'Error from server (NotFound): ingresses.networking.k8s.io "grafana" not found',
    'I1121 07:11:22.022 7 store.go:440] "Ignoring ingress because of error while validating ingress class" ingress="monitoring/grafana" error="ingress does not contain a valid IngressClass"',
    'Error from server (NotFound): ingressclasses.networking.k8s.io "nginx" not found',
    '[2026-11-21T07:11:22.022Z] "POST /api/v1/receive HTTP/1.1" 404 NR route_not_found - "-" 0 0 0 - "-"',
  ],
  not: {
    'err="server returned HTTP status 404 Not Found: 404 page not found"': 'remote-write/url-wrong',
  },
});

const INGRESS = {
  metadata: { name: 'query', namespace: 'monitoring', creationTimestamp: '2026-11-21T08:30:00Z' },
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'query.example.com',
        http: {
          paths: [{ path: '/', backend: { service: { name: 'thanos-query', port: { number: 10902 } } } }],
        },
      },
    ],
  },
};

// An Ingress whose class no controller serves.
describeChanged('network/ingress-missing', {
  from: 'healthy',
  change: changes(
    listAnswer(/cluster-01/, '/apis/networking.k8s.io/v1/ingresses', INGRESS),
    listAnswer(/cluster-01/, '/apis/networking.k8s.io/v1/ingressclasses'),
  ),
  at: { role: 'ingress', cluster: 'cluster-01', name: 'query' },
  hidden: /\/api\/v1\/services\?/,
});
