import { defineFindings, type Text } from '../kind.ts';

/** A Receive keeps a WAL of each tenant and says the same words: that one is no writer's. */
const NOT_A_WRITER: readonly string[] = ['tenant', 'receive', 'thanos'];

export const agent = defineFindings({
  'identity-missing': {
    leak: 1e-5,
    sentence: {
      en: '{subject} has no external label that names its cluster',
      ko: '{subject}: 클러스터를 나타내는 external label 없음',
    },
  },
  'storage-lock-held': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: another process holds the lock of the storage',
      ko: '{subject}: 다른 프로세스가 스토리지 잠금을 잡고 있음',
    },
    texts: {
      holds: 'ending',
      roles: ['agent', 'prometheus', 'receive', 'ruler'],
      lines: [
        { has: ['locked by other process'], source: 'prometheus tsdb, nightlyone/lockfile: before 2.1' },
        {
          has: ['lock db directory'],
          lacks: ['permission denied'],
          source: 'prometheus tsdb/tsdbutil/dir_locker.go',
        },
        {
          has: ['opening storage failed', 'resource temporarily unavailable'],
          source: 'prometheus cmd/prometheus/main.go',
        },
      ],
    },
  },
  'identity-shared': {
    leak: 1e-5,
    sentence: {
      en: '{subject} sends under the same identity as another cluster',
      ko: '{subject}: 다른 클러스터와 같은 식별 레이블로 전송',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['found duplicate storeendpoints producer'], source: 'thanos pkg/query/endpointset.go' },
        { has: ['found duplicate storeapi producer'], source: 'thanos pkg/query/storeset.go (before 0.24)' },
        { has: ['found duplicate storeset producer'], source: 'thanos pkg/query (older)' },
        { has: ['clusteridentityshared'], isAlert: true, source: 'fleetmedic src/platform/rules/fleet.ts' },
      ],
    },
  },
  'wal-damaged': {
    leak: 1e-5,
    sentence: { en: '{subject}: the WAL is damaged', ko: '{subject}: WAL 손상' },
    texts: {
      holds: 'ending',
      roles: ['agent', 'prometheus'],
      lines: [
        {
          has: ['encountered wal read error'],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/agent/db.go, tsdb/db.go',
        },
        { has: ['encountered wbl read error'], lacks: NOT_A_WRITER, source: 'prometheus tsdb/db.go' },
        {
          has: ['repair corrupted wal'],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/agent/db.go, tsdb/db.go',
        },
        { has: ['repair corrupted wbl'], lacks: NOT_A_WRITER, source: 'prometheus tsdb/db.go' },
        { has: ['starting corruption repair'], lacks: NOT_A_WRITER, source: 'prometheus tsdb/wlog/wlog.go' },
        {
          has: ['deleting all segments newer than corrupted'],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/wlog/wlog.go',
        },
        { has: ['rewrite corrupted segment'], lacks: NOT_A_WRITER, source: 'prometheus tsdb/wlog/wlog.go' },
        {
          has: ['corruption in segment'],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/wlog/wlog.go: CorruptionErr',
        },
        {
          has: ['corruption after', ' bytes: '],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/wlog/wlog.go: CorruptionErr',
        },
        { has: ['last record is torn'], lacks: NOT_A_WRITER, source: 'prometheus tsdb/wlog/reader.go' },
        {
          has: ['unexpected non-zero byte in pad'],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/wlog/reader.go',
        },
        {
          has: ['unexpected checksum', 'wal'],
          lacks: NOT_A_WRITER,
          source: 'prometheus tsdb/wlog/reader.go',
        },
        { has: ['error tailing wal', 'unexpected'], source: 'prometheus tsdb/wlog/watcher.go' },
        { has: ['error tailing wal', 'corrupt'], source: 'prometheus tsdb/wlog/watcher.go' },
        { has: ['segments are not sequential'], lacks: NOT_A_WRITER, source: 'prometheus tsdb/wlog/wlog.go' },
        { has: ['failed to truncate wal', 'corrupt'], source: 'prometheus tsdb/agent/db.go' },
        { has: ['backfill checkpoint: '], source: 'prometheus tsdb/agent/db.go' },
        { has: ['wal corruption'], lacks: NOT_A_WRITER, source: 'prometheus tsdb; seeds agent-management' },
        {
          has: ['walcorruption'],
          lacks: ['thanos'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/agent.ts; mixins of before',
        },
        {
          has: ['prometheustsdbwalcorruptions'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
      ],
    },
  },
  'wal-records-unreadable': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: records of the WAL could not be read',
      ko: '{subject}: 읽을 수 없는 WAL 레코드 발생',
    },
  },
  'wal-growing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the WAL grows because its samples are not taken',
      ko: '{subject}: 전송되지 않은 샘플로 WAL 증가',
    },
    texts: {
      holds: 'pasted',
      lines: [{ has: ['agentwalfilling'], isAlert: true, source: 'fleetmedic src/platform/rules/agent.ts' }],
    },
  },
  'series-grown': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the number of series grew beyond what the limits hold',
      ko: '{subject}: 한도를 넘는 시계열 증가',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['agentseriesgrowing'], isAlert: true, source: 'fleetmedic src/platform/rules/scrape.ts' },
        {
          has: ['prometheustimeseriescardinality'],
          isAlert: true,
          source: 'awesome-prometheus-alerts prometheus-self-monitoring',
        },
        { has: ['err-mimir-max-series-per-user'], source: 'mimir pkg/util/globalerror/user.go' },
        { has: ['err-mimir-max-series-per-metric'], source: 'mimir pkg/util/globalerror/user.go' },
        { has: ['err-mimir-max-active-series'], source: 'mimir pkg/util/globalerror/user.go' },
        { has: ['per-user series limit of'], source: 'cortex, mimir ingester' },
        { has: ['per-metric series limit of'], source: 'cortex, mimir ingester' },
      ],
    },
  },
  'monitor-absent': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: no ServiceMonitor or PodMonitor is there for what should be scraped',
      ko: '{subject}: 수집 대상의 ServiceMonitor 또는 PodMonitor 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...['servicemonitors', 'podmonitors', 'probes', 'scrapeconfigs'].flatMap((kind): Text[] => [
          {
            has: [`${kind}.monitoring.coreos.com "`, '" not found'],
            lacks: ['customresourcedefinition'],
            source: 'kubernetes apimachinery: NotFound',
          },
          {
            has: [`${kind}.monitoring.coreos.com '`, 'not found'],
            source: 'kubernetes apimachinery: NotFound, quoted otherwise',
          },
        ]),
        { has: ['no servicemonitors found'], source: 'prometheus-operator troubleshooting' },
        { has: ['no podmonitors found'], source: 'prometheus-operator troubleshooting' },
      ],
    },
  },
  'monitor-unselected': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a ServiceMonitor or PodMonitor is there and leads to no target',
      ko: '{subject}: ServiceMonitor 또는 PodMonitor가 있으나 타깃으로 이어지지 않음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        ...['servicemonitor/', 'podmonitor/'].flatMap((kind): Text[] => [
          { has: [kind, '(0/0 up)'], source: 'prometheus web/ui/react-app (2.x)' },
          { has: [kind, '0 / 0 up'], source: 'prometheus web/ui/mantine-ui (3.x)' },
          { has: [kind, '0/0 active'], source: 'prometheus web/ui: service discovery' },
          { has: [kind, '0 / 0 active'], source: 'prometheus web/ui: service discovery' },
          {
            has: [`scrape_job="${kind}`, '"} 0'],
            lacks: ['"} 0.', 'total', 'limit', 'symbol', 'failed'],
            source: 'prometheus scrape/metrics.go',
          },
          {
            has: [`config="${kind}`, 'prometheus_sd_discovered_targets', '"} 0'],
            lacks: ['"} 0.'],
            source: 'prometheus discovery/metrics.go',
          },
        ]),
        ...['servicemonitor', 'podmonitor'].flatMap((kind): Text[] => [
          {
            has: [`resource="${kind}"`, 'state="selected"', '} 0'],
            lacks: ['} 0.'],
            source: 'prometheus-operator pkg/operator/operator.go: prometheus_operator_managed_resources',
          },
        ]),
      ],
    },
  },
});
