import type { RuleGroup } from './rule.ts';
import { CLUSTER } from './shared/labels.ts';

const NODE = `${CLUSTER}, instance`;
const WHICH = '{{ $labels.cluster }}: {{ $labels.instance }}';

/** What node_exporter tells and the pipeline suffers from. A node that is not ready is in the group pods. */
export const group: RuleGroup = {
  name: 'nodes',
  interval: '1m',
  rules: [
    {
      alert: 'NodeConntrackFull',
      expr: `max by (${NODE}) (node_nf_conntrack_entries / node_nf_conntrack_entries_limit) > 0.85`,
      for: '3m',
      severity: 'warning',
      mode: 'network/conntrack-full',
      summary: {
        en: `${WHICH}: connection table is {{ $value | humanizePercentage }} full`,
        ko: `${WHICH}: 연결 추적 테이블 사용률 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'When it is full the node drops new connections, at random as it seems from outside.',
        ko: '가득 차면 새 연결이 무작위로 끊기는 것처럼 보임.',
      },
    },
    {
      // Not synchronised and at the largest error the kernel counts (16 s), or off by more than Receive forgives.
      alert: 'NodeClockSkewed',
      expr: `
        max by (${NODE}) (node_timex_sync_status == 0 and node_timex_maxerror_seconds >= 16)
        or
        max by (${NODE}) (abs(node_timex_offset_seconds) > 0.5)`,
      for: '10m',
      severity: 'warning',
      mode: 'remote-write/samples-too-old',
      summary: {
        en: `${WHICH}: the clock is not synchronised`,
        ko: `${WHICH}: 시각 동기화 안 됨`,
      },
      description: {
        en: 'Samples get wrong timestamps and are refused as too old or too new; object stores refuse requests that are minutes off.',
        ko: '잘못된 타임스탬프로 샘플 거부 발생, 몇 분 이상 차이 시 오브젝트 스토리지 요청 거부.',
      },
    },
  ],
};
