import type { Text } from '../kind.ts';

/** Paths at which samples are taken: Thanos Receive, Prometheus and VictoriaMetrics, Mimir and Cortex. */
export const WRITE_PATHS = ['/api/v1/receive', '/api/v1/write', '/api/v1/push'] as const;

const VERSIONS = ['1.1', '2.0', '2', '1.0'] as const;

const COMBINED =
  'access logs in the combined format: nginx, ingress-nginx, traefik (CLF), envoy (default format)';
const STATUS_FIRST =
  'loki production/helm/loki/values.yaml, and other charts: log_format of nginx with the status first';

/** Fields that hold the status in access logs of JSON or logfmt. */
const FIELDS: readonly [(status: number) => string, string][] = [
  [(status) => `"downstreamstatus":${status}`, 'traefik pkg/middlewares/accesslog/logdata.go: JSON'],
  [(status) => `downstreamstatus=${status} `, 'as above, as logfmt'],
  [(status) => `"response_code":${status}`, 'envoy and istio: JSON access log, %RESPONSE_CODE%'],
  [(status) => `"response_code":"${status}"`, 'as above, as text'],
  [(status) => `"status":${status}`, 'ingress-nginx docs: log-format-escape-json, $status'],
  [(status) => `"status":"${status}"`, 'as above, as text'],
  [(status) => `"status": ${status}`, 'as above'],
  [(status) => `"status": "${status}"`, 'as above'],
];

/**
 * The lines of a proxy about writes that were answered with a status. The status stands beside the request: a line has
 * other numbers (sizes) that may be the same.
 */
export const accessed = (status: number, lacks: readonly string[] = []): Text[] =>
  WRITE_PATHS.flatMap((path) => [
    ...VERSIONS.map(
      (version): Text => ({ has: [`${path} http/${version}" ${status} `], lacks, source: COMBINED }),
    ),
    ...['post', 'get'].map(
      (method): Text => ({
        has: [` ${status} "${method} ${path} http/`],
        lacks,
        source: STATUS_FIRST,
      }),
    ),
    ...FIELDS.map(([field, source]): Text => ({ has: [field(status), path], lacks, source })),
  ]);
