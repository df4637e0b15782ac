import type { RuleGroup } from './rule.ts';
import { JOB, NAMESPACE, PROCESS, SAME_PROCESS, THIS_JOB } from './shared/labels.ts';

/** Every mode of Receive has this one: routers, ingestors and both in one (pkg/receive/handler.go). */
const IS_RECEIVE = `and on (${SAME_PROCESS}) thanos_receive_replication_factor`;
const answers = (codes: string, by: string) =>
  `sum by (${by}) (rate(http_requests_total{handler="receive"${codes && `, code=~"${codes}"`}}[5m]) ${IS_RECEIVE})`;

/** Receive as others meet it: routing, replication, answers. Its data is in the group receive-storage. */
export const group: RuleGroup = {
  name: 'receive',
  interval: '30s',
  rules: [
    {
      alert: 'ReceiveRefusing',
      expr: `${answers('5..', JOB)} / ${answers('', JOB)} > 0.05`,
      for: '3m',
      severity: 'critical',
      mode: 'receive/not-ready',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the writes end in an error of Receive`,
        ko: `${THIS_JOB}: 쓰기 요청 5xx 비율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'Receive answers with 5xx: it is not ready, has no quorum, or its hashring is not in step. Agents keep the samples and try again for as long as their WAL lasts.',
        ko: 'Receive 5xx 응답. 준비 안 됨, 쿼럼 부족 또는 해시링 불일치. Agent는 WAL 보존 시간까지 재시도.',
      },
    },
    {
      alert: 'ReceiveRejectingSamples',
      expr: `${answers('409', `${JOB}, tenant`)} / ${answers('', `${JOB}, tenant`)} > 0.05`,
      for: '4m',
      severity: 'warning',
      mode: 'remote-write/out-of-order',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the writes of tenant {{ $labels.tenant }} conflict (409)`,
        ko: `${THIS_JOB}: 409 응답 비율 {{ $value | humanizePercentage }}, 테넌트 {{ $labels.tenant }}`,
      },
      description: {
        en: 'Samples are out of order, too old, duplicate or badly labelled. They are not sent again: two writers of the same series or a wrong clock are the usual reasons.',
        ko: '순서 오류, 기한 초과, 중복 또는 잘못된 레이블의 샘플. 재전송 없음. 같은 시계열을 쓰는 송신자 둘 또는 시각 오차가 주된 원인.',
      },
    },
    {
      // 429: active series. 413: size of a request, its series or samples. By tenant, for the limit is one's.
      alert: 'ReceiveTenantLimited',
      expr: `${answers('413|429', `${JOB}, tenant`)} > 0`,
      for: '3m',
      severity: 'warning',
      mode: 'receive/tenant-limited',
      summary: {
        en: `${THIS_JOB}: tenant {{ $labels.tenant }} is over its limit`,
        ko: `${THIS_JOB}: 테넌트 한도 초과, {{ $labels.tenant }}`,
      },
      description: {
        en: 'Receive refuses writes of this tenant with 413 or 429.',
        ko: '해당 테넌트의 쓰기 요청을 413 또는 429로 거부 중.',
      },
    },
    {
      alert: 'ReceiveReplicationFailing',
      expr: `
        sum by (${JOB}) (rate(thanos_receive_replications_total{result="error"}[5m]))
        / sum by (${JOB}) (rate(thanos_receive_replications_total[5m])) > 0.05`,
      for: '3m',
      severity: 'critical',
      mode: 'receive/quorum-lost',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the replications reach no quorum`,
        ko: `${THIS_JOB}: 복제 쿼럼 실패율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'Too few Receive replicas take the samples, so the whole request is refused.',
        ko: '샘플을 받는 Receive 레플리카 부족으로 요청 전체 거부.',
      },
    },
    {
      alert: 'ReceiveForwardFailing',
      expr: `
        sum by (${JOB}) (rate(thanos_receive_forward_requests_total{result="error"}[5m]))
        / sum by (${JOB}) (rate(thanos_receive_forward_requests_total[5m])) > 0.05`,
      for: '4m',
      severity: 'warning',
      mode: 'receive/hashring-mismatch',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the forwarded requests fail`,
        ko: `${THIS_JOB}: 전달 요청 실패율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'An endpoint of the hashring is wrong, does not resolve or does not answer. With enough replicas the writes still succeed.',
        ko: '해시링 엔드포인트 오류, 이름 해석 실패 또는 무응답. 레플리카가 충분하면 쓰기는 성공.',
      },
    },
    {
      // Only ingestors have the counter of TSDB updates (cmd/thanos/receive.go). One that died counts for a quarter
      // of an hour, so that a crash is not taken for a change of the hashring; per namespace, as hashrings of
      // different stacks often share a name.
      alert: 'ReceiveHashringOutOfStep',
      expr: `
        sum by (${NAMESPACE}) (max by (${NAMESPACE}, name) (thanos_receive_hashring_nodes))
        - count by (${NAMESPACE}) (
          group by (${PROCESS}) (last_over_time(thanos_receive_multi_db_updates_attempted_total[15m]))
        ) != 0`,
      for: '5m',
      severity: 'warning',
      mode: 'receive/hashring-mismatch',
      summary: {
        en: '{{ $labels.cluster }}: the hashring in {{ $labels.namespace }} has {{ $value }} more endpoints than ingestors run',
        ko: '{{ $labels.cluster }}: {{ $labels.namespace }} 해시링 엔드포인트 수와 수집 레플리카 수의 차이 {{ $value }}',
      },
      description: {
        en: 'More endpoints: writes go to a Receive that is not there. Fewer (a negative figure): a replica takes no load. Scaling needs the hashring changed with it.',
        ko: '양수는 존재하지 않는 Receive로의 전달, 음수는 부하를 받지 않는 레플리카. 레플리카 수 변경 시 해시링 동시 변경 필요.',
      },
    },
    {
      // 5 min: the kubelet brings a changed ConfigMap to all pods within two, Receive reads it every five at most.
      alert: 'ReceiveHashringDiffers',
      expr: `
        max by (${NAMESPACE}) (thanos_receive_config_hash)
        != min by (${NAMESPACE}) (thanos_receive_config_hash)`,
      for: '7m',
      severity: 'warning',
      mode: 'receive/hashring-mismatch',
      summary: {
        en: '{{ $labels.cluster }}: Receive replicas in {{ $labels.namespace }} do not agree on the hashring',
        ko: '{{ $labels.cluster }}: {{ $labels.namespace }} Receive 레플리카 간 해시링 설정 불일치',
      },
      description: {
        en: 'One series goes to different replicas, depending on who forwards it.',
        ko: '전달 주체에 따라 같은 시계열이 서로 다른 레플리카에 저장됨.',
      },
    },
    {
      alert: 'ReceiveHashringUnreadable',
      expr: `
        min by (${JOB}) (thanos_receive_config_last_reload_successful) == 0
        or
        sum by (${JOB}) (increase(thanos_receive_hashrings_file_errors_total[5m])) > 0`,
      for: '3m',
      severity: 'warning',
      mode: 'receive/hashring-mismatch',
      summary: {
        en: `${THIS_JOB}: the hashring file cannot be loaded`,
        ko: `${THIS_JOB}: 해시링 파일 읽기 실패`,
      },
      description: {
        en: 'The old hashring still holds. A Receive that restarts now has none and is not ready.',
        ko: '이전 해시링 유지 중. 지금 재시작하는 Receive는 해시링 없이 준비 안 됨 상태.',
      },
    },
  ],
};
