import { defineFindings, type Text } from '../kind.ts';
import { accessed, WRITE_PATHS } from '../shared/access-logs.ts';

/**
 * What stands in a line of a writer about a batch, whatever its format. A scrape that fails has the same words about
 * the status, and none of these.
 */
const OF_A_BATCH = [
  ...['remote_name', 'failed to send batch', 'non-recoverable error'],
  // The logger of remote write, where a store kept no message: prometheus cmd/prometheus/main.go.
  ...['component=remote', '"component":"remote"'],
] as const;

/** A batch that failed with these words, as the writers of the field say it. */
const ofBatch = (words: readonly [string, ...string[]], lacks: readonly string[] = []): Text[] => [
  ...OF_A_BATCH.map(
    (sender): Text => ({
      has: [...words, sender],
      lacks,
      source: 'prometheus storage/remote/queue_manager.go',
    }),
  ),
  {
    has: [...words, 'prometheusremotewrite'],
    lacks,
    source: 'opentelemetry-collector-contrib exporter/prometheusremotewriteexporter',
  },
];

/** A batch that nobody took, told with the address alone. A proxy that says so of its own backend names that as upstream. */
const dialled = (words: readonly [string, ...string[]], lacks: readonly string[] = []): Text[] =>
  WRITE_PATHS.map((path) => ({
    has: [...words, path, 'post '],
    lacks: [...lacks, 'upstream'],
    source: 'Go net/http: url.Error, as prometheus storage/remote/client.go passes it on',
  }));

/** Remote write tells the body after the status, a scrape does not. */
const REASONS: Readonly<Record<number, string>> = {
  401: 'unauthorized: ',
  403: 'forbidden: ',
  404: 'not found: ',
  405: 'not allowed: ',
  409: 'conflict: ',
  415: 'media type: ',
  429: 'too many requests: ',
};

/** An answer with this HTTP status, as writers say it and as proxies before the receiver log it. */
const answered = (status: number, lacks: readonly string[] = []): Text[] => [
  ...ofBatch([`server returned http status ${status}`], lacks),
  ...[REASONS[status] ?? []].flat().map(
    (reason): Text => ({
      has: [`server returned http status ${status}`, reason],
      lacks,
      source: 'prometheus storage/remote/client.go',
    }),
  ),
  {
    has: [`remote write returned http status ${status}`],
    lacks,
    source: 'opentelemetry-collector-contrib exporter/prometheusremotewriteexporter/exporter.go',
  },
  {
    has: ['unexpected status code received after sending', `: ${status}; `],
    lacks,
    source: 'VictoriaMetrics app/vmagent/remotewrite/client.go',
  },
  {
    has: [`http status=${status}`, 'prometheus_remote_write'],
    lacks,
    source: 'fluent-bit plugins/out_prometheus_remote_write/remote_write.c',
  },
  ...accessed(status, lacks),
];

/** Words with which a receiver refuses samples, wherever they are repeated: its answer, its log, the writer's log. */
const refusedWith = (words: string, lacks: readonly string[] = []): Text[] => [
  { has: [`samples: ${words}`], lacks, source: 'thanos pkg/receive/writer_errors.go' },
  { has: [words, 'alreadyexists'], lacks, source: 'thanos pkg/receive/handler.go: gRPC between Receives' },
  { has: [words, 'server returned http status'], lacks, source: 'prometheus storage/remote/client.go' },
  {
    has: [words, 'remote write returned http status'],
    lacks,
    source: 'opentelemetry-collector-contrib exporter/prometheusremotewriteexporter/exporter.go',
  },
  {
    has: [words, 'unexpected status code received after sending'],
    lacks,
    source: 'VictoriaMetrics app/vmagent/remotewrite/client.go',
  },
  { has: [words, 'receive-writer'], lacks, source: 'thanos pkg/receive/writer.go: at the debug level' },
  {
    has: [words, 'error appending remote write'],
    lacks,
    source: 'prometheus storage/remote/write_handler.go',
  },
];

/** Words that say why samples were refused: a 409 that has any of them is not told by its status. */
const TELLING = [
  'out of order',
  'out-of-order',
  'out of bounds',
  'too old',
  'too far',
  'duplicate sample',
  'same timestamp',
  'label set contains',
  'exemplar',
] as const;

/** Where enough replicas did not answer, what one of them refused is not why the write failed. */
const NO_REPLICAS = ['target not available', 'target not ready', 'quorum not reached'] as const;

export const remoteWrite = defineFindings({
  'remote-write-failing': {
    leak: 1e-3,
    sentence: { en: '{subject}: samples do not arrive', ko: '{subject}: 샘플 전송 안 됨' },
  },
  'remote-write-refused': {
    leak: 1e-3,
    sentence: { en: '{subject}: the connection is refused', ko: '{subject}: 연결 거부' },
    texts: {
      holds: 'pasted',
      lines: [
        ...ofBatch(['connection refused'], ['lookup ']),
        ...dialled(['connection refused'], ['lookup ']),
        {
          has: ["couldn't send a block with size", 'connection refused'],
          lacks: ['lookup '],
          source: 'VictoriaMetrics app/vmagent/remotewrite/client.go',
        },
      ],
    },
  },
  'remote-write-not-found': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the target answers that this path does not exist',
      ko: '{subject}: 대상이 없는 경로라고 응답',
    },
    texts: {
      holds: 'pasted',
      lines: [
        // The default backend of an ingress answers for a name that no Ingress has.
        ...answered(404, ['default backend']),
        ...answered(405),
        {
          has: ['remote_write', 'http status 405'],
          source: 'prometheus storage/remote/client.go, as people tell it',
        },
        {
          has: ['was rejected (skipping the block)', 'unsupported path requested'],
          source: 'VictoriaMetrics app/vmagent/remotewrite/client.go; lib/httpserver',
        },
        ...ofBatch(['server gave http response to https client']),
        ...ofBatch(['first record does not look like a tls handshake']),
        ...ofBatch(['client sent an http request to an https server']),
        ...ofBatch(['unsupported protocol scheme']),
      ],
    },
  },
  'remote-write-url-differs': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the remote-write URL differs from the target',
      ko: '{subject}: Remote Write URL이 대상과 다름',
    },
  },
  'write-filter-drops': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the write filter removes (nearly) everything',
      ko: '{subject}: 전송 필터가 거의 모두 제거',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['remote write request dropped due to relabeling'],
          source: 'thanos pkg/receive/handler.go: at the debug level',
        },
      ],
    },
  },
  'remote-write-absent': {
    leak: 1e-5,
    sentence: { en: '{subject} has no remote write', ko: '{subject}: Remote Write 설정 없음' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['at least one remote_write', 'agent mode'],
          source: 'prometheus config/config.go: first versions of the agent mode',
        },
        { has: ['remote_write: []'], isSetting: true, source: 'prometheus configuration file' },
        {
          has: ['remotewrite: []'],
          isSetting: true,
          source: 'prometheus-operator PrometheusAgent and Prometheus resources',
        },
      ],
    },
  },
  'remote-write-rejected': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the receiver rejects samples, and they are dropped',
      ko: '{subject}: 수신 측이 샘플을 거부하여 버려짐',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['prometheusremotestoragefailures'],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet',
        },
        {
          has: ['of the samples to', 'failed to send'],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet: description of PrometheusRemoteStorageFailures',
        },
      ],
    },
  },
  'remote-write-behind': {
    leak: 1e-3,
    sentence: { en: '{subject}: remote write is behind', ko: '{subject}: Remote Write 전송 지연' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['prometheusremotewritebehind'], isAlert: true, source: 'prometheus-mixin alerts.libsonnet' },
        {
          has: ['remote write is', 's behind for'],
          source: 'prometheus-mixin alerts.libsonnet: description of PrometheusRemoteWriteBehind',
        },
      ],
    },
  },
  'remote-write-unauthorized': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the receiver refuses the credentials',
      ko: '{subject}: 수신 측이 인증 또는 권한을 거부',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...answered(401),
        ...answered(403),
        ...answered(407),
        ...ofBatch(['oauth2: cannot fetch token']),
        ...ofBatch(['oauth2: "']),
        ...ofBatch(['unable to read authorization credentials']),
        ...ofBatch(['unable to read basic auth']),
        ...ofBatch(['failed to sign request']),
      ],
    },
  },
  'remote-write-rate-limited': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the far end limits the rate (429)',
      ko: '{subject}: 대상이 전송량을 제한 (429)',
    },
    texts: {
      holds: 'pasted',
      lines: [
        // Receive's own 429 is about active series: a limit of the tenant.
        ...answered(429, ['active series limit', 'max-series', 'per-user series limit', 'max-active-series']),
        { has: ['err-mimir-tenant-max-ingestion-rate'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-tenant-max-request-rate'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-distributor-max-ingestion-rate'], source: 'mimir pkg/util/globalerror' },
        {
          has: ['ingestion rate limit', 'exceeded while adding'],
          source: 'cortex pkg/distributor/distributor.go',
        },
        ...WRITE_PATHS.map(
          (path): Text => ({
            has: ['limiting requests, excess', path],
            source: 'nginx ngx_http_limit_req_module',
          }),
        ),
      ],
    },
  },
  'remote-write-shards-limit': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: {desired} shards are needed and {max} are allowed',
      ko: '{subject}: 필요한 샤드 {desired}개, 최대 {max}개',
    },
    brief: {
      en: '{subject}: more shards are needed than are allowed',
      ko: '{subject}: 필요한 샤드가 허용된 수보다 많음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['prometheusremotewritedesiredshards'],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet',
        },
        {
          has: ['desired shards calculation wants to run'],
          source: 'prometheus-mixin alerts.libsonnet: description of PrometheusRemoteWriteDesiredShards',
        },
      ],
    },
  },
  'remote-write-slow': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: batches take long or time out',
      ko: '{subject}: 배치 전송이 느리거나 타임아웃',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...ofBatch(['context deadline exceeded'], ['lookup ', 'dial tcp', 'server returned http status']),
        ...ofBatch(['client.timeout exceeded'], ['lookup ', 'dial tcp']),
        ...dialled(['context deadline exceeded'], ['lookup ', 'dial tcp']),
        {
          has: ["couldn't send a block with size", 'timeout'],
          lacks: ['lookup ', 'dial tcp'],
          source: 'VictoriaMetrics app/vmagent/remotewrite/client.go',
        },
        {
          has: ['thanosreceivehttprequestlatencyhigh'],
          isAlert: true,
          source: 'thanos-mixin alerts/receive.libsonnet',
        },
      ],
    },
  },
  'remote-write-labels-refused': {
    leak: 1e-4,
    sentence: {
      en: "{subject}: the receiver refuses the series' labels",
      ko: '{subject}: 수신 측이 시계열의 레이블을 거부',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['label set contains a label with empty name or value'],
          source: 'thanos pkg/store/labelpb/label.go',
        },
        { has: ['label set contains duplicate label names'], source: 'thanos pkg/store/labelpb/label.go' },
        { has: ['series: out of order labels'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['error on series with out-of-order labels'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['error on series with duplicate labels'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['error on series with empty label'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['out of order labels in the label set'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['duplicate labels in the label set'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['labels with empty name in the label set'], source: 'thanos pkg/receive/writer_errors.go' },
        { has: ['invalid metric names or labels'], source: 'prometheus storage/remote/write_handler.go' },
        { has: ['invalid metric name or labels, got'], source: 'prometheus storage/remote/write_handler.go' },
        { has: ['invalid labels for series'], source: 'prometheus storage/remote/write_handler.go' },
        { has: ['err-mimir-label-'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-max-label-names-per-'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-missing-metric-name'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-metric-name-invalid'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-duplicate-label-names'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-labels-not-sorted'], source: 'mimir pkg/util/globalerror' },
        // A tenant is told by a label or by a header of the writer.
        ...refusedWith('tenant name not valid'),
        ...refusedWith('label name too long'),
        ...refusedWith('label value too long'),
        ...refusedWith('sample invalid label'),
        ...refusedWith('has too many labels'),
        ...refusedWith('invalid label name'),
        ...refusedWith('invalid metric name'),
      ],
    },
  },
  'remote-write-out-of-order': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: samples come out of order and are refused',
      ko: '{subject}: 순서가 뒤바뀐 샘플이 거부됨',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['add: out of order sample'], source: 'thanos pkg/receive/writer.go: before 0.12' },
        ...refusedWith('out of order sample', NO_REPLICAS),
        {
          has: ['error on ingesting out-of-order samples', 'numdropped'],
          source: 'thanos pkg/receive/writer_errors.go (a scrape says num_dropped)',
        },
        { has: ['out of order sample from remote write'], source: 'prometheus write_handler.go' },
        { has: ['out of order histogram from remote write'], source: 'prometheus write_handler.go' },
        { has: ['err-mimir-sample-out-of-order'], source: 'mimir pkg/util/globalerror' },
        { has: ['sample out of order', 'server returned http status'], source: 'cortex pkg/ingester' },
        { has: ['out of order exemplar', 'server returned http status'], source: 'thanos pkg/receive' },
        { has: ['out-of-order exemplars', 'numdropped'], source: 'thanos pkg/receive/writer_errors.go' },
      ],
    },
  },
  'remote-write-out-of-bounds': {
    leak: 1e-4,
    sentence: {
      en: "{subject}: samples' times are out of what the receiver takes",
      ko: '{subject}: 샘플 시각이 수신 가능 범위를 벗어남',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...refusedWith('out of bounds', NO_REPLICAS),
        ...refusedWith('too old sample', NO_REPLICAS),
        {
          has: ['too old or are too far into the future', 'numdropped'],
          source: 'thanos pkg/receive/writer_errors.go (a scrape says num_dropped)',
        },
        {
          has: ['outside of the allowed out-of-order time window', 'numdropped'],
          source: 'thanos pkg/receive/writer_errors.go',
        },
        { has: ['out of bounds. timestamp='], source: 'cortex and mimir pkg/ingester: refused samples' },
        { has: ['block metric too far in the future'], source: 'thanos pkg/receive/writer.go' },
        { has: ['timestamp is too far in the future'], source: 'prometheus write_handler.go' },
        { has: ['err-mimir-sample-timestamp-too-old'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-too-far-in-future'], source: 'mimir pkg/util/globalerror' },
        { has: ['err-mimir-too-far-in-past'], source: 'mimir pkg/util/globalerror' },
        { has: ['timestamp too old', 'server returned http status'], source: 'cortex pkg/util/validation' },
        { has: ['timestamp too new', 'server returned http status'], source: 'cortex pkg/util/validation' },
      ],
    },
  },
  'remote-write-duplicate-samples': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: another value for the same series and time was there before',
      ko: '{subject}: 같은 시계열과 시각에 다른 값이 이미 있음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...refusedWith('duplicate sample for timestamp', NO_REPLICAS),
        {
          has: ['different value but same timestamp', 'numdropped'],
          source: 'thanos pkg/receive/writer_errors.go (a scrape says num_dropped)',
        },
        { has: ['err-mimir-sample-duplicate-timestamp'], source: 'mimir pkg/util/globalerror' },
      ],
    },
  },
  'remote-write-conflict': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the receiver answers with a conflict (409)',
      ko: '{subject}: 수신 측이 충돌(409)로 응답',
    },
    texts: {
      holds: 'pasted',
      lines: answered(409, [...TELLING, ...NO_REPLICAS]),
    },
  },
  'writers-identical': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: {count} pods send the same series, with the same labels',
      ko: '{subject}: 파드 {count}개가 레이블까지 같은 시계열을 전송',
    },
  },
  'writer-clock-ahead': {
    leak: 1e-4,
    sentence: {
      en: "{subject}: its samples are {seconds} s ahead of this cluster's time",
      ko: '{subject}: 샘플 시각이 현재보다 {seconds}초 앞섬',
    },
  },
  'remote-write-backlog-dropped': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: samples that were not sent are gone (past; what is new arrives)',
      ko: '{subject}: 보내지 못한 샘플이 유실됨 (지난 일이며 새 샘플은 수신 중)',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['failed to flush all samples on shutdown'], source: 'prometheus queue_manager.go' },
        { has: ['failed to flush all histograms on shutdown'], source: 'prometheus queue_manager.go' },
        {
          has: ['failed to flush', 'samples on shutdown'],
          source: 'prometheus queue_manager.go (older: %d samples)',
        },
        {
          has: ['not explicitly dropped via relabelling'],
          source: 'prometheus queue_manager.go: the series of a sample is not known any more',
        },
        { has: ['error tailing wal', 'failed to find segment'], source: 'prometheus tsdb/wlog/watcher.go' },
        { has: ['error tailing wal', 'no such file'], source: 'prometheus tsdb/wlog/watcher.go' },
        {
          has: ['ignoring error reading to end of segment', 'may have dropped data'],
          source: 'prometheus tsdb/wlog/watcher.go',
        },
        {
          has: ['expected to have read whole segment', 'may have dropped data'],
          source: 'prometheus tsdb/wlog/watcher.go',
        },
        {
          has: ['dropped data due to their age'],
          source: 'prometheus storage/remote/queue_manager.go: sample_age_limit, at the debug level',
        },
        {
          has: ['queue is full', 'prometheusremotewrite'],
          source: 'opentelemetry-collector exporterhelper',
        },
      ],
    },
  },
  'remote-write-protocol-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the receiver does not take this protocol or encoding',
      ko: '{subject}: 수신 측이 지원하지 않는 프로토콜 또는 인코딩',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...answered(415),
        {
          // A scrape has no body whose type could be refused.
          has: ['server returned http status 415'],
          lacks: ['/metrics', '"lasterror"'],
          source: 'prometheus storage/remote/client.go',
        },
        {
          has: ['is not accepted by this server; only'],
          source: 'client_golang exp/api/remote/remote_api.go',
        },
        {
          has: ['as the first (media) part, got', 'content-type'],
          source: 'client_golang exp/api/remote/remote_api.go',
        },
        { has: ['unknown type for remote write protobuf message'], source: 'client_golang exp/api/remote' },
        {
          has: ['http status 400', '"proto: '],
          source: 'golang/protobuf: decoding errors of other receivers',
        },
        { has: ['decompress snappy'], source: 'dskit httpgrpc, mimir pkg/util/http.go' },
        { has: ['snappy: corrupt input'], lacks: ['block', 'segment'], source: 'golang/snappy decode.go' },
        { has: ['snappy decode error'], source: 'thanos pkg/receive/handler.go' },
        { has: ['error decoding remote write request'], source: 'prometheus write_handler.go' },
        { has: ['error decoding v1 remote write request'], source: 'prometheus write_handler.go (3.x)' },
        { has: ['error decoding v2 remote write request'], source: 'prometheus write_handler.go (3.x)' },
        { has: ['snappy decoding', 'remote write request'], source: 'client_golang exp/api/remote' },
        {
          has: ['newer remote write protocol used?'],
          source: 'thanos pkg/receive/handler.go: at the debug level',
        },
        {
          has: ['2xx status code from the receiver yet statistics indicate'],
          source: 'prometheus storage/remote/queue_manager.go (3.x)',
        },
        {
          has: ['response header statistics indicate', 'were accepted'],
          source: 'prometheus storage/remote/queue_manager.go (2.54 and later)',
        },
        {
          has: ['native histogram with custom buckets', 'remote write v1 does not support'],
          source: 'prometheus storage/remote/queue_manager.go (3.x)',
        },
        { has: ['native histograms are disabled'], source: 'prometheus storage/interface.go' },
        ...ofBatch(['proto: ', 'wiretype']),
        {
          has: ['unexpected status code received after sending', 'snappy decoder'],
          source:
            'VictoriaMetrics app/vmagent/remotewrite/client.go; the answer: vector src/sources/util/http/encoding.rs',
        },
        ...ofBatch(['snappy: corrupt input']),
        ...ofBatch(['unsupported content type']),
        ...ofBatch(['unsupported content-type']),
        ...ofBatch(['unsupported content-encoding']),
      ],
    },
  },
  'remote-write-protocol-differs': {
    leak: 1e-5,
    sentence: {
      en: '{subject} sends {message}, which {server} does not take',
      ko: '{subject}: 전송 형식 {message} 미지원 대상 {server}',
    },
  },
  'write-labels-collapse': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a relabel rule makes different series one',
      ko: '{subject}: 리레이블 규칙 때문에 서로 다른 시계열이 하나로 합쳐짐',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['action: labeldrop', 'instance'],
          isSetting: true,
          source: 'prometheus configuration: a rule in one line that drops what tells targets apart',
        },
      ],
    },
  },
});
