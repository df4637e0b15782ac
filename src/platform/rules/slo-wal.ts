import { CLUSTER } from './shared/labels.ts';
import { sloGroup } from './shared/slo.ts';

/** "WAL below 80 % of its volume". The document gives no share of the time for which it must hold; 99 % is ours. */
export const group = sloGroup({
  group: 'slo-wal',
  alert: 'AgentWAL',
  series: 'agent_wal_over_goal',
  objective: 0.99,
  mode: 'agent/wal-backlog',
  indicators: [
    {
      record: 'cluster:agent_wal_over_goal:bool',
      expr: `max by (${CLUSTER}) (cluster_namespace_pod:prometheus_agent_wal:ratio) > bool 0.8`,
    },
  ],
  errors: (window) => `avg_over_time(cluster:agent_wal_over_goal:bool[${window}])`,
  goal: { en: 'WAL below 80 % of its volume', ko: 'WAL 볼륨 사용률 80% 미만' },
  stake: {
    en: 'The share of time is shown. A WAL without room stops the Agent, and everything not yet sent is lost.',
    ko: '위반 비율은 시간 기준. WAL 공간 소진 시 Agent 중단 및 미전송 데이터 유실.',
  },
});
