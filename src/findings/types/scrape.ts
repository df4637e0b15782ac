import { defineFindings, type Text } from '../kind.ts';

/**
 * Where a scrape's error stands: the targets API and page, the scrape loop's log, its log of failures, or the address of
 * a page of metrics. An error of the network means nothing without what was asked.
 */
const SCRAPED: readonly string[] = [
  '"lasterror"', // prometheus web/api/v1/api.go: Target.LastError
  'lasterror:', // as above, as YAML
  'error scraping target', // prometheus web/ui/mantine-ui/src/pages/targets (3.x)
  'scrape failed', // prometheus scrape/scrape.go: debug
  'scrape_pool', // prometheus scrape/manager.go: logger of a scrape pool
  '"job_name"', // prometheus scrape/scrape.go: scrape_failure_log_file
  '/metrics": ', // net/url.Error of a scrape
  '/metrics/cadvisor": ', // as above, of a kubelet
  '/metrics/probes": ', // as above
  '/metrics/slis": ', // as above, of Kubernetes
  '/actuator/prometheus": ', // as above, of Spring Boot
  '/prometheus": ', // as above
  '/q/metrics": ', // as above, of Quarkus
  '/federate?', // as above, of a federation
  '/probe?', // as above, of the blackbox exporter
];

/** Others that say the same words: senders, discovery, the kubelet's probes, the resource metrics, other servers. */
const NOT_SCRAPED: readonly string[] = [
  ...[
    'remote_name',
    'remote write',
    'remote_write',
    'send batch',
    'non-recoverable',
    'post "',
    'component=remote',
  ],
  ...['"component":"remote"', '/api/v1/receive', '/api/v1/write', '/api/v1/push'],
  ...['refresh target groups', 'discovery manager', 'probe failed', 'probe errored', 'metrics.k8s.io'],
  ...['/metrics/resource', 'scrape node', 'notify', 'alertmanager=', 'objstore', 'bucket', 'rule_group'],
];

/** An error of a scrape's connection, wherever it is told. */
const scraped = (
  has: readonly [string, ...string[]],
  source: string,
  lacks: readonly string[] = [],
): Text[] =>
  SCRAPED.map((context) => ({ has: [...has, context], lacks: [...NOT_SCRAPED, ...lacks], source }));

/** Remote write tells the body after the status (`404 Not Found: …`), a scrape does not. */
const WITH_BODY: readonly string[] = [
  ...[
    'unauthorized: ',
    'forbidden: ',
    'not found: ',
    'bad request: ',
    'not allowed: ',
    'internal server error: ',
  ],
  ...['bad gateway: ', 'service unavailable: ', 'gateway timeout: ', 'too many requests: ', 'conflict: '],
  ...['entity too large: ', 'content too large: ', 'media type: ', 'time-out: ', 'temporarily unavailable: '],
  '<html',
];

const HTTP_STATUS = 'prometheus scrape/scrape.go: readResponse';
const status = (code: string): Text => ({
  has: [`server returned http status ${code}`],
  lacks: [...NOT_SCRAPED, ...WITH_BODY],
  source: HTTP_STATUS,
});

const PARSE = 'prometheus model/textparse/promparse.go, openmetricsparse.go';
const MEDIA_TYPE = 'prometheus model/textparse/interface.go (3.x)';
const FALLEN_BACK = ['using fallback_scrape_protocol', 'using "', 'using prometheustext'];
const LIMITS = 'prometheus scrape/scrape.go, scrape/target.go';
const MIXIN = 'prometheus-mixin alerts';

/** The same lines of Receive, of rules and of remote write are about other samples. */
const NOT_SCRAPED_SAMPLES: readonly string[] = [
  ...['exemplar', 'receive', 'tenant', 'rule evaluation', 'rule_group', 'remote_name', 'numdropped'],
];

export const scrape = defineFindings({
  'scrape-targets-absent': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: a job has no target, or what it should scrape is not deployed',
      ko: '{subject}: 잡에 타깃이 없거나 수집 대상 미배포',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['disappeared from prometheus target discovery'],
          lacks: ['kubeapi', 'kubelet', 'coredns'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/apps_alerts.libsonnet',
        },
        { has: ['no active targets in this scrape pool'], source: 'prometheus web/ui/mantine-ui (3.x)' },
        { has: ['no targets in this scrape pool'], source: 'prometheus web/ui/mantine-ui (3.x)' },
        {
          has: ['(0/0 up)'],
          lacks: ['servicemonitor/', 'podmonitor/'],
          source: 'prometheus web/ui/react-app (2.x)',
        },
        { has: ['(0 / 0 up)'], lacks: ['servicemonitor/', 'podmonitor/'], source: 'prometheus web/ui (2.x)' },
        {
          has: ['0 / 0 up'],
          lacks: ['servicemonitor/', 'podmonitor/', '(0'],
          source: 'prometheus web/ui/mantine-ui (3.x)',
        },
        { has: ['"activetargets":[]', '"status":"success"'], source: 'prometheus web/api/v1/api.go' },
        { has: ['"activetargets": []'], source: 'prometheus web/api/v1/api.go' },
        {
          has: ['prometheus_target_scrape_pool_targets{', '"} 0'],
          lacks: ['"} 0.', 'servicemonitor/', 'podmonitor/'],
          source: 'prometheus scrape/metrics.go',
        },
        {
          has: ['prometheus_sd_discovered_targets{', 'name="scrape"', '"} 0'],
          lacks: ['"} 0.', 'servicemonitor/', 'podmonitor/'],
          source: 'prometheus discovery/metrics.go',
        },
        { has: ['creating target failed'], source: 'prometheus scrape/scrape.go (2.37 and later)' },
        { has: ['creating targets failed'], source: 'prometheus scrape/scrape.go (before)' },
        { has: ['prometheustargetsyncfailure'], isAlert: true, source: `${MIXIN}.libsonnet` },
        { has: ['prometheusnotingestingsamples'], isAlert: true, source: `${MIXIN}.libsonnet` },
        { has: ['prometheussdrefreshfailure'], isAlert: true, source: `${MIXIN}.libsonnet` },
        {
          has: ['unable to refresh target groups'],
          lacks: [
            'forbidden',
            'no such host',
            'connection refused',
            'deadline exceeded',
            'x509',
            'context canceled',
          ],
          source: 'prometheus discovery/refresh/refresh.go',
        },
        {
          has: ['prometheusjobmissing'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
        {
          has: ['prometheusalltargetsmissing'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
        {
          has: ['prometheustargetempty'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
        { has: ['kubestatemetricsdown'], source: 'kube-prometheus, group kubernetes-absent (before 0.5)' },
        { has: ['nodeexporterdown'], source: 'kube-prometheus, group kubernetes-absent (before 0.5)' },
        { has: ['kubeletdown'], isAlert: true, source: 'kubernetes-mixin alerts/kubelet.libsonnet' },
        {
          has: ['kubeschedulerdown'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kube_scheduler.libsonnet',
        },
        {
          has: ['kubecontrollermanagerdown'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/kube_controller_manager.libsonnet',
        },
        { has: ['kubeproxydown'], isAlert: true, source: 'kubernetes-mixin alerts/kube_proxy.libsonnet' },
      ],
    },
  },
  'scrape-refused': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the connection of the scrape is refused or broken off',
      ko: '{subject}: 스크레이프 연결 거부 또는 끊김',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['/metrics: dial tcp', 'connection refused'],
          lacks: ['probe failed'],
          source: 'Go net/url: Error before Go 1.14 without quotes',
        },
        {
          has: ['/metrics": dial tcp', 'connection refused'],
          lacks: ['probe failed'],
          source: 'Go net/url: Error',
        },
        ...scraped(['connection refused'], 'Go syscall: ECONNREFUSED', ['lookup ']),
        ...scraped(['connection reset by peer'], 'Go syscall: ECONNRESET'),
        ...scraped(['": eof'], 'Go net/http: a server that ends without an answer'),
        ...scraped(['server closed idle connection'], 'Go net/http transport.go'),
        ...scraped(['broken pipe'], 'Go syscall: EPIPE'),
        { has: ['targetdown'], isAlert: true, source: 'kube-prometheus general.rules' },
        {
          has: ['prometheustargetmissing'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
      ],
    },
  },
  'scrape-timed-out': {
    leak: 1e-3,
    sentence: { en: '{subject}: scrapes time out', ko: '{subject}: 스크레이프 시간 초과' },
    texts: {
      holds: 'pasted',
      lines: [
        ...scraped(['context deadline exceeded'], 'Go context: a scrape longer than scrape_timeout', [
          'lookup ',
        ]),
        ...scraped(['i/o timeout'], 'Go net: a dial or read that timed out', ['lookup ']),
        {
          has: ['context deadline exceeded', 'instance="', 's ago'],
          lacks: NOT_SCRAPED,
          source: 'prometheus web/ui: the table of targets, as text',
        },
        ...scraped(['timeout awaiting response headers'], 'Go net/http transport.go'),
        ...scraped(['tls handshake timeout'], 'Go net/http transport.go'),
        ...scraped(['connection timed out'], 'Go syscall: ETIMEDOUT'),
        ...scraped(['no route to host'], 'Go syscall: EHOSTUNREACH'),
        ...scraped(['network is unreachable'], 'Go syscall: ENETUNREACH'),
        {
          has: ['prometheustargetscrapingslow'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
      ],
    },
  },
  'scrape-name-unknown': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the name of a target does not resolve',
      ko: '{subject}: 타깃 이름 조회 실패',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...scraped(['no such host'], 'Go net: DNSError'),
        ...scraped(['server misbehaving'], 'Go net: DNSError'),
        ...scraped(['name or service not known'], 'glibc getaddrinfo'),
        {
          has: ['dns resolution failed', 'no such host'],
          lacks: ['thanos'],
          source: 'prometheus discovery/dns/dns.go',
        },
        {
          has: ['unable to refresh target groups', 'no such host'],
          source: 'prometheus discovery/refresh/refresh.go',
        },
        { has: ['error refreshing dns targets'], source: 'prometheus discovery/dns/dns.go' },
        {
          has: ['could not resolve', 'all servers responded with errors'],
          source: 'prometheus discovery/dns/dns.go',
        },
      ],
    },
  },
  'scrape-not-exposition': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a target answers with something that is no metrics format',
      ko: '{subject}: 메트릭 형식이 아닌 타깃 응답',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['expected a valid start token'], source: `${PARSE} (2.43 and later)` },
        { has: ['is not a valid start token'], source: `${PARSE} (before); prometheus/common expfmt` },
        { has: ['expected value after metric, got'], source: PARSE },
        { has: ['expected timestamp or new record, got'], source: PARSE },
        { has: ['expected next entry after timestamp, got'], source: PARSE },
        { has: ['expected label name, got'], source: PARSE },
        { has: ['expected label value, got'], source: PARSE },
        { has: ['expected equal, got'], source: PARSE },
        { has: ['expected comma or brace close, got'], source: PARSE },
        { has: ['expected metric name after'], source: PARSE },
        { has: ['linebreak expected after'], source: PARSE },
        { has: ['expected timestamp or comment, got'], source: PARSE },
        { has: ['data does not end with # eof'], source: PARSE },
        { has: ['unexpected data after # eof'], source: PARSE },
        { has: ['unsupported character in float'], source: PARSE },
        { has: ['metric name not set while parsing'], source: PARSE },
        { has: ['metric name already set while parsing'], source: PARSE },
        { has: ['invalid utf-8 label value'], source: PARSE },
        { has: ['while parsing: "', 'strconv.parsefloat'], source: PARSE },
        { has: ['invalid metric type "'], lacks: ['validation'], source: PARSE },
        { has: ['is not a valid utf8 string', 'help text'], source: PARSE },
        { has: ['invalid metric name or label names'], source: 'prometheus scrape/scrape.go' },
        { has: ['text format parsing error in line'], source: 'prometheus/common expfmt/text_parse.go' },
        { has: ['unsupported content-type', 'scrape'], lacks: FALLEN_BACK, source: MEDIA_TYPE },
        { has: ['unsupported content-type "text/html'], lacks: FALLEN_BACK, source: MEDIA_TYPE },
        {
          has: ['non-compliant scrape target', 'blank content-type'],
          lacks: FALLEN_BACK,
          source: MEDIA_TYPE,
        },
        {
          has: ['cannot parse content-type', 'fallback_scrape_protocol'],
          lacks: FALLEN_BACK,
          source: MEDIA_TYPE,
        },
        { has: ['invalid media type', 'fallback_scrape_protocol'], lacks: FALLEN_BACK, source: MEDIA_TYPE },
        ...scraped(['gzip: invalid header'], 'Go compress/gzip'),
        ...scraped(['unexpected eof'], 'Go io: an answer that was cut'),
        ...scraped(['malformed http'], 'Go net/http: an answer of another protocol'),
      ],
    },
  },
  'scrape-unauthorized': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a target refuses the identity of the scrape (401, 403)',
      ko: '{subject}: 타깃이 스크레이프 인증 거부 (401, 403)',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['cannot get path "/metrics'], source: 'kube-apiserver, kubelet: Status of a refused path' },
        status('401'),
        status('403'),
        status('407'),
        ...scraped(['unable to read authorization credentials'], 'prometheus/common config/http_config.go'),
        ...scraped(['unable to read basic auth password'], 'prometheus/common config/http_config.go'),
        ...scraped(['oauth2:'], 'golang.org/x/oauth2'),
      ],
    },
  },
  'scrape-http-error': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: a target answers with an HTTP error',
      ko: '{subject}: 타깃이 HTTP 오류로 응답',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...['400', '404', '405', '406', '408', '410', '421', '426', '429'].map(status),
        ...['500', '501', '502', '503', '504', '505', '509', '520'].map(status),
        ...['204', '301', '302', '307', '308'].map(status),
        ...scraped(['stopped after 10 redirects'], 'Go net/http client.go'),
      ],
    },
  },
  'scrape-tls-failing': {
    leak: 1e-5,
    sentence: { en: '{subject}: TLS of the scrape fails', ko: '{subject}: 스크레이프 TLS 오류' },
    texts: {
      holds: 'pasted',
      lines: [
        ...scraped(['x509: '], 'Go crypto/x509'),
        {
          has: ['/metrics: x509: '],
          lacks: NOT_SCRAPED,
          source: 'net/url.Error before Go 1.14: without quotes',
        },
        ...scraped(['tls: '], 'Go crypto/tls', ['x509: ', 'tls: internal error (']),
        ...scraped(['server gave http response to https client'], 'Go net/http client.go'),
        ...scraped(['unable to load specified ca cert'], 'prometheus/common config/http_config.go'),
        ...scraped(['unable to use specified client cert'], 'prometheus/common config/http_config.go'),
      ],
    },
  },
  'scrape-limit-exceeded': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a scrape exceeds a limit of samples, size, labels or targets',
      ko: '{subject}: 샘플, 크기, 레이블 또는 타깃 수 한도 초과',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['sample limit exceeded'], lacks: ['query', 'tenant', 'receive'], source: LIMITS },
        { has: ['body size limit exceeded'], lacks: ['request body'], source: LIMITS },
        { has: ['histogram bucket limit exceeded'], source: LIMITS },
        { has: ['label_limit exceeded'], source: LIMITS },
        { has: ['label_name_length_limit exceeded'], source: LIMITS },
        { has: ['label_value_length_limit exceeded'], source: LIMITS },
        { has: ['target_limit exceeded'], source: LIMITS },
        { has: ['prometheusscrapesamplelimithit'], isAlert: true, source: `${MIXIN}.libsonnet` },
        { has: ['prometheusscrapebodysizelimithit'], isAlert: true, source: `${MIXIN}.libsonnet` },
        { has: ['prometheuslabellimithit'], isAlert: true, source: `${MIXIN}.libsonnet` },
        { has: ['prometheustargetlimithit'], isAlert: true, source: `${MIXIN}.libsonnet` },
        {
          has: ['prometheuslargescrape'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
        { has: ['scrapelimitexceeded'], isAlert: true, source: 'fleetmedic src/platform/rules/scrape.ts' },
      ],
    },
  },
  'scrape-timestamps-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: scraped samples are dropped for duplicate, old or unordered timestamps',
      ko: '{subject}: 중복되거나 순서가 맞지 않는 타임스탬프로 샘플 폐기',
    },
    texts: {
      holds: 'lasting',
      roles: ['agent', 'prometheus'],
      lines: [
        {
          has: ['error on ingesting', 'source="scrape'],
          source: 'prometheus scrape/scrape.go: before 2.0, without the component',
        },
        {
          has: ['error on ingesting out-of-order samples'],
          lacks: NOT_SCRAPED_SAMPLES,
          source: 'prometheus scrape/scrape.go',
        },
        {
          has: ['error on ingesting samples with different value but same timestamp'],
          lacks: NOT_SCRAPED_SAMPLES,
          source: 'prometheus scrape/scrape.go',
        },
        {
          has: ['error on ingesting samples that are too old or are too far into the future'],
          lacks: NOT_SCRAPED_SAMPLES,
          source: 'prometheus scrape/scrape.go',
        },
        {
          has: ['duplicate sample for timestamp', 'scrape_pool'],
          source: 'prometheus scrape/scrape.go: debug',
        },
        { has: ['out of order sample', 'scrape_pool'], source: 'prometheus scrape/scrape.go: debug' },
        { has: ['out of bounds metric', 'scrape_pool'], source: 'prometheus scrape/scrape.go: debug' },
        { has: ['prometheusduplicatetimestamps'], isAlert: true, source: `${MIXIN}.libsonnet` },
        { has: ['prometheusoutofordertimestamps'], isAlert: true, source: `${MIXIN}.libsonnet` },
        {
          has: ['prometheustargetscrapeduplicate'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
        {
          has: ['scrapetimestampsrejected'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/scrape.ts',
        },
      ],
    },
  },
  'scrape-target-unready': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: its pods are there and not Ready, so nothing is scraped of it',
      ko: '{subject}: 파드가 Ready가 아니어서 수집 불가',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['notreadyaddresses:'],
          lacks: ['notreadyaddresses:  <none>', 'notreadyaddresses: <none>', 'notreadyaddresses:\t<none>'],
          source: 'kubectl pkg/describe: Endpoints',
        },
        {
          has: ['"notreadyaddresses"'],
          lacks: ['"notreadyaddresses": []', '"notreadyaddresses":[]', '"notreadyaddresses": null'],
          source: 'kubernetes core/v1 EndpointSubset',
        },
        { has: ['__meta_kubernetes_pod_ready":"false'], source: 'prometheus discovery/kubernetes/pod.go' },
        { has: ['__meta_kubernetes_pod_ready": "false'], source: 'prometheus discovery/kubernetes/pod.go' },
        { has: ['__meta_kubernetes_pod_ready="false'], source: 'prometheus discovery/kubernetes/pod.go' },
        {
          has: ['__meta_kubernetes_endpoint_ready":"false'],
          source: 'prometheus discovery/kubernetes/endpoints.go',
        },
        {
          has: ['__meta_kubernetes_endpoint_ready": "false'],
          source: 'prometheus discovery/kubernetes/endpoints.go',
        },
        {
          has: ['__meta_kubernetes_endpoint_ready="false'],
          source: 'prometheus discovery/kubernetes/endpoints.go',
        },
        {
          has: ['__meta_kubernetes_endpointslice_endpoint_conditions_ready":"false'],
          source: 'prometheus discovery/kubernetes/endpointslice.go',
        },
        {
          has: ['__meta_kubernetes_endpointslice_endpoint_conditions_ready": "false'],
          source: 'prometheus discovery/kubernetes/endpointslice.go',
        },
        {
          has: ['__meta_kubernetes_endpointslice_endpoint_conditions_ready="false'],
          source: 'prometheus discovery/kubernetes/endpointslice.go',
        },
        {
          has: ['kube_endpoint_address_not_ready{', '} 1'],
          source: 'kube-state-metrics internal/store/endpoint.go',
        },
      ],
    },
  },
});
