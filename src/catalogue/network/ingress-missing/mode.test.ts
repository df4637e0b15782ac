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
    'err="server returned HTTP status 404 Not Found: 404 page not found"': null,
  },
});
