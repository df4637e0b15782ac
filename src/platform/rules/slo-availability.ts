import { SAME_PROCESS } from './shared/labels.ts';
import { sloGroup } from './shared/slo.ts';

/**
 * "Uptime 99.9 %, 43 minutes a month": the share of a cluster's Agents that answer, and nothing of it while the
 * hub sees no fresh sample. Where Agents are not known as such (servers, sidecars), fresh samples alone count.
 * Measured as it happens: an outage of the way stays on the record, also when the backlog arrives later.
 */
export const group = sloGroup({
  group: 'slo-availability',
  alert: 'AgentAvailability',
  series: 'agent_availability_errors',
  objective: 0.999,
  mode: 'cluster/unreachable',
  indicators: [
    {
      record: 'cluster:prometheus_agent_up:ratio',
      expr: `
        (cluster:up:age_seconds < bool 120)
          * on (cluster) group_left ()
          avg by (cluster) (up and on (${SAME_PROCESS}) cluster_job_instance:prometheus_agent_active_series:seen)
        or
        (cluster:up:age_seconds < bool 120)`,
    },
  ],
  errors: (window) => `1 - avg_over_time(cluster:prometheus_agent_up:ratio[${window}])`,
  goal: { en: 'Agent available 99.9 % of the time', ko: 'Agent 가용성 99.9%' },
  stake: {
    en: '99.9 % allow 43 minutes in 30 days. While the Agent is down or cannot be heard, the cluster has no metrics and no alerts.',
    ko: '99.9% 목표의 허용 중단 시간은 30일간 43분. Agent 중단 또는 미수신 동안 해당 클러스터의 메트릭과 알림 공백.',
  },
});
