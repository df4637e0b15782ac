import { CLUSTER } from './shared/labels.ts';
import { sloGroup } from './shared/slo.ts';

/** "Memory below 512 Mi". The document gives no share of the time for which it must hold; 99 % is ours. */
export const group = sloGroup({
  group: 'slo-memory',
  alert: 'AgentMemory',
  series: 'agent_memory_over_goal',
  objective: 0.99,
  mode: 'workload/memory-near-limit',
  indicators: [
    {
      record: 'cluster:agent_memory_over_goal:bool',
      expr: `max by (${CLUSTER}) (cluster_namespace_pod:prometheus_agent_memory:bytes) > bool 512 * 1024 * 1024`,
    },
  ],
  errors: (window) => `avg_over_time(cluster:agent_memory_over_goal:bool[${window}])`,
  goal: { en: 'Agent memory below 512 Mi', ko: 'Agent 메모리 512Mi 미만' },
  stake: {
    en: 'The share of time is shown. Memory of an Agent grows with its series and with a queue that cannot drain.',
    ko: '위반 비율은 시간 기준. 시계열 수와 비워지지 않는 큐에 따라 Agent 메모리 증가.',
  },
});
