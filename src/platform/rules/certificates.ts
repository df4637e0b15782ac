import type { RuleGroup } from './rule.ts';
import { CLUSTER } from './shared/labels.ts';

const WHICH = '{{ $labels.cluster }}: {{ $labels.namespace }}/{{ $labels.certificate }}';
const NAMED = `${CLUSTER}, namespace, certificate`;
const named = (metric: string, label: string, pattern = '(.+)', name = '$1') =>
  `label_replace(${metric}, "certificate", "${name}", "${label}", "${pattern}")`;
const stored = (kind: 'secret' | 'configmap') => `min by (${NAMED}) (
          label_replace(
            ${named(`x509_cert_not_after{${kind}_name!=""}`, `${kind}_name`)},
            "namespace", "$1", "${kind}_namespace", "(.+)"
          )
        )`;

/**
 * Certificates, where an exporter for them runs: the recordings are empty elsewhere. Each gives the end as a Unix
 * time, except the kubelet, which gives the seconds that are left (cmd/kubelet/app/server.go).
 */
export const group: RuleGroup = {
  name: 'certificates',
  interval: '1m',
  rules: [
    {
      // 0 is a certificate that was never issued (pkg/metrics/certificates_test.go). Its own namespace comes second
      // where the scrape does not honour labels, which is the chart's default.
      record: 'cluster_namespace_certificate:not_after:timestamp',
      labels: { source: 'cert-manager' },
      expr: `
        max by (${NAMED}) (
          label_replace(
            ${named('certmanager_certificate_expiration_timestamp_seconds > 0', 'name')},
            "namespace", "$1", "exported_namespace", "(.+)"
          )
        )`,
    },
    {
      // Secrets and ConfigMaps carry a name and a namespace of their own; a file is known by node and path.
      record: 'cluster_namespace_certificate:not_after:timestamp',
      labels: { source: 'x509-certificate-exporter' },
      expr: `
        ${stored('secret')}
        or
        ${stored('configmap')}
        or
        min by (${NAMED}) (
          label_join(x509_cert_not_after{filepath!=""}, "certificate", " ", "instance", "filepath")
        )`,
    },
    {
      record: 'cluster_namespace_certificate:not_after:timestamp',
      labels: { source: 'blackbox-exporter' },
      expr: `
        min by (${NAMED}) (
          ${named('probe_ssl_earliest_cert_expiry > 0', 'instance')}
        )`,
    },
    {
      // What Traefik serves, by the name in the certificate (pkg/observability/metrics/prometheus.go).
      record: 'cluster_namespace_certificate:not_after:timestamp',
      labels: { source: 'traefik' },
      expr: `
        min by (${NAMED}) (
          ${named('traefik_tls_certs_not_after', 'cn')}
        )`,
    },
    {
      // +Inf where the kubelet has no client certificate.
      record: 'cluster_namespace_certificate:not_after:timestamp',
      labels: { source: 'kubelet' },
      expr: `
        time() + min by (${NAMED}) (
          ${named('kubelet_certificate_manager_client_ttl_seconds < +Inf', 'instance', '(.+)', 'kubelet $1')}
        )`,
    },
    {
      // cert-manager renews a 90-day certificate 30 days ahead: at 14 the renewal has failed for a while.
      alert: 'CertificateExpiring',
      expr: `
        cluster_namespace_certificate:not_after:timestamp{source!="kubelet"} - time() < 14 * 86400
        and cluster_namespace_certificate:not_after:timestamp - time() > 0`,
      for: '10m',
      severity: 'warning',
      mode: 'network/tls-expired',
      summary: {
        en: `${WHICH}: certificate ends in {{ $value | humanizeDuration }}`,
        ko: `${WHICH}: 인증서 만료까지 {{ $value | humanizeDuration }}`,
      },
      description: {
        en: 'Less than 14 days are left. Whatever trusts this certificate breaks at its end.',
        ko: '만료까지 14일 미만. 만료 시 이 인증서를 쓰는 연결 전부 중단.',
      },
    },
    {
      alert: 'CertificateExpired',
      expr: 'cluster_namespace_certificate:not_after:timestamp{source!="kubelet"} - time() < 2 * 86400',
      for: '5m',
      severity: 'critical',
      mode: 'network/tls-expired',
      summary: {
        en: `${WHICH}: certificate has ended or ends within two days ({{ $value | humanizeDuration }})`,
        ko: `${WHICH}: 인증서 만료 또는 2일 내 만료 ({{ $value | humanizeDuration }})`,
      },
      description: {
        en: 'A negative time is one since the end: TLS connections with this certificate fail.',
        ko: '음수는 만료 후 경과 시간이며 이 인증서를 쓰는 TLS 연결 실패 중.',
      },
    },
    {
      // A kubelet's certificate lives from a day to a year and is renewed at 70 to 90 % of it: six hours are late for any.
      alert: 'KubeletCertificateExpiring',
      expr: 'cluster_namespace_certificate:not_after:timestamp{source="kubelet"} - time() < 6 * 3600',
      for: '10m',
      severity: 'critical',
      mode: 'cluster/certificates-expired',
      summary: {
        en: '{{ $labels.cluster }}: client certificate of {{ $labels.certificate }} ends in {{ $value | humanizeDuration }}',
        ko: '{{ $labels.cluster }}: {{ $labels.certificate }} 클라이언트 인증서 만료까지 {{ $value | humanizeDuration }}',
      },
      description: {
        en: 'The kubelet did not get a new certificate from its API server. At the end the node is lost to the cluster.',
        ko: 'kubelet 인증서 자동 갱신 실패. 만료 시 노드가 클러스터에서 이탈.',
      },
    },
  ],
};
