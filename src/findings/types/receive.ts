import { defineFindings, type Text } from '../kind.ts';

/** What samples are refused for is no matter of replicas that are away: a line that says so is about the samples. */
const ABOUT_SAMPLES = ['out of order', 'out-of-order', 'out of bounds', 'too old', 'duplicate', 'conflict'];
/** A disk or a right that stops it: the storage is at fault, not the head. */
const ABOUT_DISK = [
  'no space left on device',
  'read-only file system',
  'input/output error',
  'permission denied',
  'disk quota exceeded',
];

/** What a Receive says of a block that it cannot read, before it stays: alive, and not ready. */
const UNREADABLE = [
  ...['invalid checksum', 'unexpected checksum', 'checksum mismatch', 'invalid magic number', 'read toc'],
  ...['invalid size', 'unknown index file version', 'invalid chunk format version', 'unexpected bytes left'],
  ...['decode symbols', 'read symbols', 'unexpected meta file version', 'read tombstones'],
].map(
  (words): Text => ({
    has: [words, 'opening storage: '],
    source: 'thanos cmd/thanos/receive.go; prometheus tsdb/index, chunks, encoding, tombstones',
  }),
);

export const receive = defineFindings({
  'hashring-differs': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the hashring does not match the pods',
      ko: '{subject}: 해시링과 파드 불일치',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive'],
      lines: [
        { has: ['forwarding request to endpoint', 'no such host'], source: 'thanos pkg/receive/handler.go' },
        {
          // An endpoint is host and port, without scheme and path.
          has: ['forwarding request to endpoint', 'too many colons in address'],
          source: 'thanos pkg/receive/handler.go; Go net SplitHostPort',
        },
        {
          has: ['forwarding request to endpoint', 'produced zero addresses'],
          source: 'thanos pkg/receive/handler.go; grpc resolver/dns',
        },
        { has: ['failed to dial peer', 'no such host'], source: 'thanos pkg/receive/handler.go' },
        {
          has: ['thanosreceivehighhashringfilerefreshfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
      ],
    },
  },
  'quorum-unreached': {
    leak: 1e-3,
    sentence: { en: '{subject}: too few replicas for a write', ko: '{subject}: 쓰기에 필요한 레플리카 부족' },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['receive-handler', 'internal server error', 'deadline exceeded'],
          source: 'thanos pkg/receive/handler.go',
        },
        {
          has: ['quorum not reached'],
          lacks: ABOUT_SAMPLES,
          source: 'thanos pkg/receive/handler.go (answers of older versions)',
        },
        {
          has: ['backing off forward request for endpoint'],
          lacks: ABOUT_SAMPLES,
          source: 'thanos pkg/receive/handler.go',
        },
        {
          has: ['target not available'],
          lacks: ABOUT_SAMPLES,
          source: 'thanos pkg/receive/handler.go',
        },
        ...[
          'connection refused',
          'deadline exceeded',
          'i/o timeout',
          'no route to host',
          'connection reset',
        ].map((words) => ({
          has: ['forwarding request to endpoint', words] as [string, string],
          lacks: [...ABOUT_SAMPLES, 'no such host', 'larger than max'],
          source: 'thanos pkg/receive/handler.go',
        })),
        {
          has: ['thanosreceivehighreplicationfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
        {
          has: ['thanosreceivehttprequesterrorratehigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
        {
          has: ['thanosreceivehighforwardrequestfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
      ],
    },
  },
  'hashring-endpoints-few': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the hashring has fewer endpoints than the replication needs',
      ko: '{subject}: 해시링 엔드포인트 수가 복제 계수보다 적음',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive'],
      lines: [
        {
          has: ['amount of endpoints needs to be larger than replication factor'],
          source: 'thanos pkg/receive/hashring.go: ketama, at the start and when the file changes',
        },
        {
          has: ['insufficient nodes; have'],
          source: 'thanos pkg/receive/hashring.go: hashmod, with every write',
        },
      ],
    },
  },
  'receive-unready-long': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: runs for long and is not ready',
      ko: '{subject}: 실행 중이지만 오랫동안 준비되지 않음',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive'],
      lines: [
        {
          has: ['hashring has changed; server is not ready to receive requests'],
          source: 'thanos cmd/thanos/receive.go',
        },
        { has: ['hashring is not ready'], source: 'thanos pkg/receive/handler.go: in 0.32, no more in 0.39' },
        { has: ['hashring not ready'], source: 'thanos pkg/receive/handler.go, as runbooks shorten it' },
        { has: ['flushing tsdb failed; not ready'], source: 'thanos pkg/receive/multitsdb.go' },
        { has: ['target not ready'], lacks: ABOUT_SAMPLES, source: 'thanos pkg/receive/handler.go' },
        { has: ['get appender', 'tsdb not ready'], source: 'thanos pkg/receive/writer.go' },
      ],
      over: [
        { has: ['server is ready to receive requests'], source: 'thanos cmd/thanos/receive.go' },
        { has: ['changing probe status', 'status=ready'], source: 'thanos pkg/prober/intrumentation.go' },
        { has: ['changing probe status', '"status":"ready"'], source: 'thanos pkg/prober/intrumentation.go' },
      ],
    },
  },
  'tsdb-damaged': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a block, chunk or WAL on its disk is damaged',
      ko: '{subject}: 로컬 블록, 청크 또는 WAL 손상',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive', 'prometheus', 'ruler', 'sidecar'],
      lines: [
        // What a Prometheus says of its one WAL, with the tenant that Receive puts before it.
        {
          has: ['encountered wal read error', 'tenant'],
          source: 'prometheus tsdb/db.go; thanos multitsdb.go',
        },
        { has: ['encountered wbl read error'], source: 'prometheus tsdb/db.go: out-of-order samples' },
        { has: ['repair corrupted wal', 'tenant'], source: 'prometheus tsdb/db.go' },
        { has: ['repair corrupted wbl'], source: 'prometheus tsdb/db.go' },
        { has: ['starting corruption repair', 'tenant'], source: 'prometheus tsdb/wlog/wlog.go' },
        { has: ['rewrite corrupted segment', 'tenant'], source: 'prometheus tsdb/wlog/wlog.go' },
        { has: ['corruption in segment', 'tenant'], source: 'prometheus tsdb/wlog/reader.go' },
        { has: ['corruption in segment', 'component=receive'], source: 'prometheus tsdb/wlog/reader.go' },
        { has: ['corruption in segment', 'opening storage'], source: 'thanos cmd/thanos/receive.go' },
        ...UNREADABLE,
        { has: ['corruption in head chunk file'], source: 'prometheus tsdb/chunks/head_chunks.go' },
        {
          has: ['loading on-disk chunks failed', 'corrupt'],
          lacks: ['corruption in head chunk file'],
          source: 'prometheus tsdb/head.go',
        },
        { has: ['corrupted block 0'], source: 'prometheus tsdb/db.go: with its ULID' },
        { has: ['corrupted blocks found'], source: 'thanos pkg/shipper/shipper.go' },
        { has: ['failed to read meta.json for a block'], source: 'prometheus tsdb/db.go, tsdb/repair.go' },
        { has: ['invalid magic number', 'tenant'], source: 'prometheus tsdb/index/index.go, tsdb/chunks' },
        { has: ['invalid checksum', 'tenant'], source: 'prometheus tsdb/encoding/encoding.go' },
        { has: ['checksum mismatch expected', 'tenant'], source: 'prometheus tsdb/chunks/chunks.go' },
        { has: ['unexpected checksum', 'tenant'], source: 'prometheus tsdb/wlog/reader.go' },
        {
          has: ['looking for beginning of value', 'x00', 'meta.json'],
          source: 'encoding/json: a meta file of zeros after a hard stop',
        },
        {
          has: ['looking for beginning of value', 'x00', 'tenant'],
          lacks: ['meta.json', 'corrupted block 0'],
          source: 'encoding/json: a meta file of zeros after a hard stop',
        },
        { has: ['unsequential head chunk files'], source: 'prometheus tsdb/chunks/head_chunks.go' },
        { has: ['segments are not sequential', 'tenant'], source: 'prometheus tsdb/wlog/wlog.go' },
        {
          has: ['unexpected gap to last checkpoint', 'tenant'],
          source: 'prometheus tsdb/wlog/checkpoint.go',
        },
        { has: ['prometheustsdbreloadsfailing'], isAlert: true, source: 'prometheus-mixin alerts.libsonnet' },
        {
          has: ['prometheustsdbwalcorruptions'],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet (older)',
        },
      ],
    },
  },
  'head-uncompacted': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the head cannot be cut into blocks',
      ko: '{subject}: 헤드를 블록으로 컴팩션하지 못함',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive', 'prometheus', 'ruler'],
      // A later block of the head was written.
      over: [
        {
          has: ['write block', 'ulid'],
          lacks: ['ooo=true', '"ooo":true', 'failed'],
          source: 'prometheus tsdb/compact.go',
        },
      ],
      lines: [
        {
          has: ['periodic head compaction failed'],
          lacks: ABOUT_DISK,
          source: 'thanos pkg/receive/multitsdb.go (since 0.41)',
        },
        {
          has: ['compact head: '],
          lacks: [...ABOUT_DISK, 'periodic head compaction failed', 'corruption in head chunk file'],
          source: 'prometheus tsdb/db.go',
        },
        {
          has: ['compact ooo head: '],
          lacks: [...ABOUT_DISK, 'periodic head compaction failed'],
          source: 'prometheus tsdb/db.go',
        },
        {
          has: ['persist head block'],
          lacks: [...ABOUT_DISK, 'compact head: '],
          source: 'prometheus tsdb/db.go',
        },
        {
          has: ['head memory truncate'],
          lacks: [...ABOUT_DISK, 'compact head: '],
          source: 'prometheus tsdb/db.go',
        },
        {
          has: ['compaction failed', 'db.go'],
          lacks: [
            ...ABOUT_DISK,
            'periodic head',
            'compact head: ',
            'compact ooo head: ',
            'corrupt',
            'compact [',
            'plan compaction',
          ],
          source: 'prometheus tsdb/db.go',
        },
        { has: ['wal truncation in compact'], lacks: ABOUT_DISK, source: 'prometheus tsdb/db.go' },
        {
          has: ['compaction is stuck so not marking tenant as inactive'],
          source: 'thanos pkg/receive/multitsdb.go',
        },
        {
          has: ['prometheustsdbcompactionsfailing'],
          isAlert: true,
          source: 'prometheus-mixin alerts.libsonnet',
        },
      ],
    },
  },
  'tenant-limit-hit': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a limit of Receive refuses writes of a tenant',
      ko: '{subject}: Receive의 테넌트 한도로 쓰기 거부',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['tenant is above limit'],
          source: 'thanos pkg/receive/head_series_limiter.go, as proxies and runbooks shorten it',
        },
        { has: ['tenant above limit'], source: 'thanos pkg/receive/head_series_limiter.go' },
        {
          has: ['tenant is above active series limit'],
          source: 'thanos pkg/receive/handler.go: body of its 429',
        },
        {
          has: ['write request too large'],
          lacks: ['nginx', '<html', 'max body size'],
          source: 'thanos pkg/receive/handler.go: body of its 413',
        },
        {
          has: ['too many timeseries'],
          source: 'thanos pkg/receive/handler.go: body of its 413',
        },
        {
          has: ['too many samples', '413'],
          source: 'thanos pkg/receive/handler.go: body of its 413',
        },
        {
          has: ['too many samples', 'request entity too large'],
          lacks: ['413'],
          source: 'thanos pkg/receive/handler.go: body of its 413',
        },
        {
          has: ['thanosreceivetenantlimitedbyheadseries'],
          isAlert: true,
          source: 'thanos mixin/alerts/receive.libsonnet',
        },
      ],
    },
  },
  'forward-message-too-large': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a forwarded request is larger than gRPC takes',
      ko: '{subject}: 전달 요청이 gRPC 메시지 한도 초과',
    },
    texts: {
      holds: 'lasting',
      roles: ['receive'],
      lines: [
        'forwarding request to endpoint',
        'component=receive',
        '"component":"receive',
        'remotewrite',
        'caller=handler.go',
        '"caller":"handler.go',
        'failed to handle request',
      ].map((words, index, all) => ({
        has: ['larger than max', 'message', words] as [string, string, string],
        // Each line speaks once: the first that fits.
        lacks: [...all.slice(0, index), 'receive series from'],
        source: 'grpc rpc_util.go; thanos pkg/receive/handler.go',
      })),
    },
  },
  'tenant-without-hashring': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: no hashring takes a tenant that is written',
      ko: '{subject}: 수신 테넌트에 해당하는 해시링 없음',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive'],
      lines: [{ has: ['no matching hashring to handle tenant'], source: 'thanos pkg/receive/hashring.go' }],
    },
  },
  'uploads-off': {
    leak: 1e-5,
    sentence: {
      en: '{subject} has no object store: its blocks stay on the local disk',
      ko: '{subject}: 오브젝트 스토리지 설정 없음, 블록이 로컬 디스크에만 남음',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive'],
      lines: [
        {
          has: ['no supported bucket was configured, uploads will be disabled', 'receive'],
          source: 'thanos cmd/thanos/receive.go',
        },
      ],
    },
  },
  'nothing-uploaded': {
    leak: 1e-3,
    sentence: {
      en: '{subject} uploaded no block for hours',
      ko: '{subject}: 몇 시간 동안 업로드한 블록 없음',
    },
    texts: {
      holds: 'pasted',
      roles: ['receive'],
      lines: [
        { has: ['thanosreceivenoupload'], isAlert: true, source: 'thanos mixin/alerts/receive.libsonnet' },
      ],
    },
  },
});
