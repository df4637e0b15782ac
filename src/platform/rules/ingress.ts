import type { RuleGroup } from './rule.ts';
import { NAMESPACE } from './shared/labels.ts';

/** The way into the hub, by the proxies that are usual there: Traefik 2 and 3, and ingress-nginx. */
export const group: RuleGroup = {
  name: 'ingress',
  interval: '30s',
  rules: [
    {
      alert: 'IngressBackendUnavailable',
      expr: `
        sum by (${NAMESPACE}, service) (rate(traefik_service_requests_total{code=~"502|503|504"}[5m]))
          / sum by (${NAMESPACE}, service) (rate(traefik_service_requests_total[5m])) > 0.1
        or
        sum by (${NAMESPACE}, service) (rate(nginx_ingress_controller_requests{status=~"502|503|504"}[5m]))
          / sum by (${NAMESPACE}, service) (rate(nginx_ingress_controller_requests[5m])) > 0.1`,
      for: '3m',
      severity: 'critical',
      mode: 'network/ingress-backend-unavailable',
      summary: {
        en: '{{ $labels.cluster }}: ingress gets no answer from {{ $labels.service }} ({{ $value | humanizePercentage }})',
        ko: '{{ $labels.cluster }}: 인그레스 백엔드 응답 없음, {{ $labels.service }} ({{ $value | humanizePercentage }})',
      },
      description: {
        en: 'The proxy answers 502, 503 or 504. Agents keep what they cannot send for as long as their WAL lasts.',
        ko: '프록시 502, 503, 504 응답. Agent는 WAL 보존 시간까지 미전송분 보관.',
      },
    },
  ],
};
