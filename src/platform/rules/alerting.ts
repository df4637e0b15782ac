import type { RuleGroup } from './rule.ts';
import { JOB, PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

const notifications = (selector: string) =>
  `sum by (${JOB}, integration) (rate(alertmanager_notifications_${selector}[5m]))`;

/**
 * The alarm itself: rules (of the Ruler, and of servers that evaluate their own), their way to Alertmanager, and
 * Alertmanager's way to people. A Ruler that evaluates nothing raises none of these: something outside has to
 * notice that the Watchdog stopped. `prometheus_rule_*` are the Ruler's too (pkg/rules/manager.go).
 */
export const group: RuleGroup = {
  name: 'alerting',
  interval: '30s',
  rules: [
    {
      alert: 'Watchdog',
      expr: 'vector(1)',
      severity: 'info',
      mode: 'alertmanager/not-connected',
      summary: {
        en: 'Rules are evaluated and alerts are delivered',
        ko: '규칙 평가와 알림 전달 정상',
      },
      description: {
        en: 'This alert always fires. Route it to a service outside that raises the alarm when it stops.',
        ko: '항상 발생하는 알림. 중단 시 경보를 울리는 외부 서비스로 라우팅 필요.',
      },
    },
    {
      // Two minutes and three: a Ruler that starts before its Query fails for some seconds, and pages nobody.
      alert: 'RuleEvaluationsFailing',
      expr: `sum by (${PROCESS}, rule_group) (rate(prometheus_rule_evaluation_failures_total[2m])) > 0`,
      for: '3m',
      severity: 'critical',
      mode: 'rule/evaluation-failing',
      summary: {
        en: `${THIS_PROCESS}: rules of {{ $labels.rule_group }} fail`,
        ko: `${THIS_PROCESS}: 규칙 평가 실패, {{ $labels.rule_group }}`,
      },
      description: {
        en: 'Alerts of this group are not raised. Query does not answer the Ruler, or a rule is not valid for its data.',
        ko: '해당 그룹의 알림 미발생. Query 무응답 또는 데이터에 맞지 않는 규칙.',
      },
    },
    {
      alert: 'RuleEvaluationsLate',
      expr: `
        sum by (${PROCESS}, rule_group) (increase(prometheus_rule_group_iterations_missed_total[10m])) > 0
        or
        max by (${PROCESS}, rule_group) (
          prometheus_rule_group_last_duration_seconds > prometheus_rule_group_interval_seconds
        )`,
      for: '5m',
      severity: 'warning',
      mode: 'rule/evaluation-failing',
      summary: {
        en: `${THIS_PROCESS}: rules of {{ $labels.rule_group }} are evaluated late`,
        ko: `${THIS_PROCESS}: 규칙 평가 지연, {{ $labels.rule_group }}`,
      },
      description: {
        en: 'A round takes longer than its interval, so rounds are left out and alerts come late.',
        ko: '평가 시간이 주기보다 길어 일부 주기 누락, 알림 지연.',
      },
    },
    {
      // Only a Ruler that takes partial answers has these; by default an answer with a warning is a failure.
      alert: 'RuleEvaluationsPartial',
      expr: `sum by (${PROCESS}) (rate(thanos_rule_evaluation_with_warnings_total[5m])) > 0`,
      for: '5m',
      severity: 'warning',
      mode: 'query/endpoint-unreachable',
      summary: {
        en: `${THIS_PROCESS}: rules are evaluated on partial data`,
        ko: `${THIS_PROCESS}: 일부 데이터만으로 규칙 평가 중`,
      },
      description: {
        en: 'A store did not answer. Alerts may be missing or false.',
        ko: '응답하지 않는 스토어 존재. 알림 누락 또는 오탐 가능.',
      },
    },
    {
      // Ruler: pkg/alert/alert.go. Server: notifier/metric.go. Both send what fires again each minute or two, so that a
      // window of three holds a loss as long as it lasts; and the wait is twice as long: what was lost while
      // Alertmanager started, or was moved, is over by then.
      alert: 'AlertsNotDelivered',
      expr: `
        sum by (${PROCESS}) (rate(thanos_alert_sender_alerts_dropped_total[3m])) > 0
        or
        sum by (${PROCESS}) (rate(thanos_alert_queue_alerts_dropped_total[3m])) > 0
        or
        sum by (${PROCESS}) (rate(prometheus_notifications_dropped_total[3m])) > 0`,
      for: '6m',
      severity: 'critical',
      mode: 'alertmanager/not-connected',
      summary: {
        en: `${THIS_PROCESS}: alerts are dropped, no Alertmanager takes them`,
        ko: `${THIS_PROCESS}: 알림 폐기 중, 수신 가능한 Alertmanager 없음`,
      },
      description: {
        en: 'Rules fire and nobody is told. This alert itself may only be visible in the user interface.',
        ko: '규칙은 발생하나 전달되지 않음. 이 알림도 화면에서만 보일 수 있음.',
      },
    },
    {
      alert: 'AlertmanagerUnreachable',
      expr: `
        sum by (${PROCESS}, alertmanager) (rate(thanos_alert_sender_errors_total[3m])) > 0
        or
        sum by (${PROCESS}, alertmanager) (rate(prometheus_notifications_errors_total[3m])) > 0`,
      for: '6m',
      severity: 'warning',
      mode: 'alertmanager/not-connected',
      summary: {
        en: `${THIS_PROCESS}: alerts do not reach {{ $labels.alertmanager }}`,
        ko: `${THIS_PROCESS}: 알림 전송 실패, 대상 {{ $labels.alertmanager }}`,
      },
      description: {
        en: 'At least one Alertmanager does not take alerts. With another one they still arrive.',
        ko: '알림을 받지 못하는 Alertmanager 존재. 다른 인스턴스가 있으면 전달은 유지.',
      },
    },
    {
      // `reason` is there since 0.26; without one it cannot be told and counts as blocked.
      alert: 'NotificationsRejected',
      expr: `${notifications('failed_total{reason="clientError"}')} / ${notifications('total')} > 0.01`,
      for: '2m',
      severity: 'critical',
      mode: 'alertmanager/notification-rejected',
      summary: {
        en: `${THIS_JOB}: {{ $labels.integration }} rejects {{ $value | humanizePercentage }} of the notifications`,
        ko: `${THIS_JOB}: {{ $labels.integration }} 알림 거부율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'The other side answers with an error of ours: a token, a channel, an address or the message is wrong.',
        ko: '수신 서비스의 4xx 응답. 토큰, 채널, 주소 또는 메시지 형식 오류.',
      },
    },
    {
      alert: 'NotificationsBlocked',
      expr: `${notifications('failed_total{reason!="clientError"}')} / ${notifications('total')} > 0.01`,
      for: '2m',
      severity: 'critical',
      mode: 'alertmanager/notification-blocked',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the notifications do not reach {{ $labels.integration }}`,
        ko: `${THIS_JOB}: {{ $labels.integration }} 알림 전송 실패율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'The service that should be told cannot be reached or does not answer in time.',
        ko: '알림 서비스 연결 실패 또는 시간 초과.',
      },
    },
    {
      alert: 'AlertmanagerPeersUnreachable',
      expr: `
        min by (${JOB}) (alertmanager_cluster_members) < count by (${JOB}) (alertmanager_cluster_members)`,
      for: '5m',
      severity: 'warning',
      mode: 'alertmanager/peers-unreachable',
      summary: {
        en: `${THIS_JOB}: an Alertmanager sees only {{ $value }} of its peers`,
        ko: `${THIS_JOB}: 일부 Alertmanager의 피어 인식 수 {{ $value }}개로 감소`,
      },
      description: {
        en: 'The Alertmanagers do not know of each other: notifications come twice, and a silence holds on one of them only.',
        ko: 'Alertmanager 간 통신 단절. 알림 중복 발송, silence는 한쪽에만 적용.',
      },
    },
  ],
};
