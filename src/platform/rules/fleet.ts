import type { RuleGroup } from './rule.ts';
import { CLUSTER } from './shared/labels.ts';

/**
 * What is seen of a cluster from the hub. Nothing here knows the clusters' names: a cluster is expected for as
 * long as it was seen within the last day, by the recorded time of its newest sample.
 *
 * The recordings are read back by later rules, here and in other groups. So the Ruler must be a store of the
 * Query that it asks, and its own labels must not be called `cluster`, `region` or `environment`: the external
 * labels of a store replace the labels of its series.
 */
export const group: RuleGroup = {
  name: 'fleet',
  interval: '30s',
  rules: [
    {
      record: 'cluster:up:timestamp_max',
      expr: `max by (${CLUSTER}) (timestamp(up{cluster!=""}))`,
    },
    {
      // After a change of region or environment the newest labels count: `topk` leaves one series for a cluster.
      record: 'cluster:up:age_seconds',
      expr: `
        time() - topk by (cluster) (1,
          cluster:up:timestamp_max or max_over_time(cluster:up:timestamp_max[24h])
        )`,
    },
    {
      // No `for`, and no look-back of an instant query: the age itself is compared. The alert comes 5 min to
      // 5 min 30 s (one interval) after the last sample, thus 4 min 30 s to 5 min 30 s after the break when
      // targets are scraped every 30 s.
      alert: 'ClusterSilent',
      expr: 'cluster:up:age_seconds > 300',
      severity: 'critical',
      mode: 'cluster/unreachable',
      summary: {
        en: '{{ $labels.cluster }}: no metrics for {{ $value | humanizeDuration }}',
        ko: '{{ $labels.cluster }}: 메트릭 수신 없음, {{ $value | humanizeDuration }} 경과',
      },
      description: {
        en: 'Not one sample of this cluster reached the hub for five minutes. Its Agent, the way to the hub or the whole cluster is down; rules that look at this cluster are blind until it is back. A cluster that was taken out of service is forgotten after a day: silence it by its label until then.',
        ko: '5분간 이 클러스터의 샘플 수신 없음. Agent, 허브까지의 경로 또는 클러스터 전체 장애이며, 복구 전까지 이 클러스터에 대한 다른 알림도 판단 불가. 폐기한 클러스터는 하루 뒤 목록에서 제외되므로 그때까지 cluster 레이블로 silence 설정.',
      },
    },
    {
      alert: 'ManyClustersSilent',
      expr: `
        count(cluster:up:age_seconds > 300) / count(cluster:up:age_seconds) > 0.5
        and count(cluster:up:age_seconds) > 1`,
      severity: 'critical',
      mode: 'receive/not-ready',
      summary: {
        en: '{{ $value | humanizePercentage }} of all clusters are silent',
        ko: '전체 클러스터 중 {{ $value | humanizePercentage }} 메트릭 수신 없음',
      },
      description: {
        en: 'More than half of the clusters stopped at the same time. Look at the hub first: Receive, its Service or ingress, and Query.',
        ko: '절반이 넘는 클러스터 동시 수신 중단. 허브의 Receive, Service 또는 인그레스, Query 우선 확인.',
      },
    },
    {
      alert: 'ClusterLabelMissing',
      expr: 'count by (namespace, job) (up{cluster=""})',
      for: '5m',
      severity: 'warning',
      mode: 'agent/external-labels-missing',
      summary: {
        en: '{{ $labels.namespace }}/{{ $labels.job }}: {{ $value }} targets arrive without a cluster label',
        ko: '{{ $labels.namespace }}/{{ $labels.job }}: cluster 레이블 없는 타깃 {{ $value }}개',
      },
      description: {
        en: 'Whoever sends these series has no external label "cluster". They cannot be told from those of another cluster, and no rule for a silent cluster covers them.',
        ko: '외부 레이블 cluster 없이 전송되는 시계열. 다른 클러스터와 구분 불가, 수신 중단 알림 대상에서도 제외.',
      },
    },
    {
      // A cluster's namespace kube-system is made once; two creation times mean two clusters.
      alert: 'ClusterIdentityShared',
      expr: `
        count by (cluster) (
          count_values by (cluster) ("created", kube_namespace_created{namespace="kube-system"})
        ) > 1`,
      for: '10m',
      severity: 'critical',
      mode: 'agent/external-labels-duplicate',
      summary: {
        en: '{{ $labels.cluster }}: {{ $value }} clusters send under this one name',
        ko: '{{ $labels.cluster }}: 클러스터 {{ $value }}개가 같은 이름으로 전송 중',
      },
      description: {
        en: 'Series of different clusters carry the same cluster label. They overwrite or reject each other, and sums over the cluster are wrong.',
        ko: '서로 다른 클러스터의 시계열에 동일한 cluster 레이블. 덮어쓰기 또는 거부 발생, 클러스터 단위 집계 오류.',
      },
    },
  ],
};
