import type { Dashboard } from './dashboard.ts';
import { CHOSEN, p99, rate } from './shared/chosen.ts';
import { ANY_IS_A_WARNING, ANY_IS_CRITICAL, stat, timeseries } from './shared/panels.ts';
import { POD_ROW } from './shared/pod-row.ts';

const POD = '{{cluster}} {{pod}}';

/** Thanos Ruler runs Prometheus' rule engine: its rules say their `strategy`, those of a Prometheus do not. */
const RULER = ', strategy!=""';

const FAILED = 'alertmanager_notifications_failed_total';

export const dashboard: Dashboard = {
  uid: 'fleetmedic-alertmanager',
  title: { en: 'Alerting: Ruler and Alertmanager', ko: '알림: Ruler 및 Alertmanager' },
  description: {
    en: 'From a rule to a notification: are rules evaluated, do alerts arrive, do notifications leave.',
    ko: '규칙 평가부터 알림 발송까지: 평가, 수신, 발송 상태.',
  },
  pods: '{__name__=~"alertmanager_build_info|thanos_rule_config_last_reload_successful", cluster=~"$cluster"}',
  rows: [
    {
      title: { en: 'State', ko: '상태' },
      panels: [
        stat(
          { en: 'Alertmanagers', ko: 'Alertmanager' },
          'short',
          `count(alertmanager_build_info{${CHOSEN}})`,
        ),
        stat(
          { en: 'Active alerts', ko: '활성 알림' },
          'short',
          `max(alertmanager_alerts{${CHOSEN}, state="active"})`,
          {
            thresholds: ANY_IS_A_WARNING,
          },
        ),
        stat(
          { en: 'Suppressed alerts', ko: '억제된 알림' },
          'short',
          `max(alertmanager_alerts{${CHOSEN}, state="suppressed"})`,
        ),
        stat(
          { en: 'Active silences', ko: '활성 사일런스' },
          'short',
          `max(alertmanager_silences{${CHOSEN}, state="active"})`,
        ),
        stat(
          { en: 'Notifications failed', ko: '알림 발송 실패율' },
          'percentunit',
          `sum(rate(${FAILED}{${CHOSEN}}[$__rate_interval])) / (sum(rate(alertmanager_notifications_total{${CHOSEN}}[$__rate_interval])) > 0)`,
          {
            thresholds: [{ level: 'ok' }, { from: 0.01, level: 'warning' }, { from: 0.1, level: 'critical' }],
          },
        ),
        stat(
          { en: 'Configuration not loaded', ko: '설정 리로드 실패' },
          'short',
          `sum(alertmanager_config_last_reload_successful{${CHOSEN}} == bool 0)`,
          { thresholds: ANY_IS_CRITICAL },
        ),
      ],
    },
    {
      title: { en: 'Rules (Thanos Ruler)', ko: '규칙 (Thanos Ruler)' },
      panels: [
        timeseries({ en: 'Evaluations', ko: '규칙 평가' }, 'cps', [
          {
            legend: { en: `${POD} all`, ko: `${POD} 전체` },
            expr: rate('prometheus_rule_evaluations_total', 'cluster, pod', RULER),
          },
          {
            legend: { en: `${POD} failed`, ko: `${POD} 실패` },
            expr: rate('prometheus_rule_evaluation_failures_total', 'cluster, pod', RULER),
          },
          {
            legend: { en: `${POD} with warnings`, ko: `${POD} 경고 포함` },
            expr: rate('thanos_rule_evaluation_with_warnings_total'),
          },
          {
            legend: { en: `${POD} group skipped`, ko: `${POD} 그룹 누락` },
            expr: rate('prometheus_rule_group_iterations_missed_total', 'cluster, pod', RULER),
          },
        ]),
        timeseries(
          { en: 'Time of a group, share of its interval', ko: '그룹 평가 시간 (주기 대비)' },
          'percentunit',
          {
            '{{cluster}} {{pod}} {{rule_group}}': `prometheus_rule_group_last_duration_seconds{${CHOSEN}${RULER}} / prometheus_rule_group_interval_seconds{${CHOSEN}${RULER}}`,
          },
          { thresholds: [{ level: 'ok' }, { from: 0.5, level: 'warning' }, { from: 1, level: 'critical' }] },
        ),
        timeseries({ en: 'Alerts on their way to Alertmanager', ko: 'Alertmanager로 전송' }, 'cps', [
          {
            legend: { en: '{{cluster}} {{alertmanager}} sent', ko: '{{cluster}} {{alertmanager}} 전송' },
            expr: rate('thanos_alert_sender_alerts_sent_total', 'cluster, alertmanager'),
          },
          {
            legend: { en: '{{cluster}} {{alertmanager}} errors', ko: '{{cluster}} {{alertmanager}} 오류' },
            expr: rate('thanos_alert_sender_errors_total', 'cluster, alertmanager'),
          },
          {
            legend: {
              en: `${POD} dropped: no Alertmanager took them`,
              ko: `${POD} 폐기: 전송 가능한 Alertmanager 없음`,
            },
            expr: rate('thanos_alert_sender_alerts_dropped_total'),
          },
          {
            legend: { en: `${POD} dropped: queue full`, ko: `${POD} 폐기: 큐 포화` },
            expr: rate('thanos_alert_queue_alerts_dropped_total'),
          },
        ]),
        timeseries(
          { en: 'Alert queue filled', ko: '알림 큐 사용률' },
          'percentunit',
          { [POD]: `thanos_alert_queue_length{${CHOSEN}} / thanos_alert_queue_capacity{${CHOSEN}}` },
          { max: 1 },
        ),
      ],
    },
    {
      title: { en: 'Alerts and notifications', ko: '알림 수신 및 발송' },
      panels: [
        timeseries({ en: 'Alerts by state', ko: '상태별 알림' }, 'short', {
          '{{cluster}} {{pod}} {{state}}': `alertmanager_alerts{${CHOSEN}}`,
        }),
        timeseries({ en: 'Alerts received', ko: '수신 알림' }, 'cps', [
          {
            legend: '{{cluster}} {{pod}} {{status}}',
            expr: rate('alertmanager_alerts_received_total', 'cluster, pod, status'),
          },
          {
            legend: { en: `${POD} invalid`, ko: `${POD} 형식 오류` },
            expr: rate('alertmanager_alerts_invalid_total'),
          },
        ]),
        timeseries({ en: 'Notifications', ko: '알림 발송' }, 'cps', {
          '{{cluster}} {{integration}}': `${rate('alertmanager_notifications_total', 'cluster, integration')} > 0`,
        }),
        timeseries({ en: 'Notifications failed', ko: '알림 발송 실패' }, 'cps', {
          '{{cluster}} {{integration}} {{reason}}': `${rate(FAILED, 'cluster, integration, reason')} > 0`,
        }),
        timeseries({ en: 'Time of a notification, 99th percentile', ko: '알림 발송 시간 p99' }, 's', {
          '{{cluster}} {{integration}}': p99(
            'alertmanager_notification_latency_seconds',
            'cluster, integration',
          ),
        }),
        timeseries(
          { en: 'Notifications withheld', ko: '보류된 알림' },
          'cps',
          {
            '{{cluster}} {{reason}}': rate('alertmanager_notifications_suppressed_total', 'cluster, reason'),
          },
          {
            description: {
              en: 'Silenced, inhibited or outside their time interval. Alertmanager 0.28 and later.',
              ko: '사일런스, 인히비션, 시간대 조건으로 보류. Alertmanager 0.28 이상.',
            },
          },
        ),
      ],
    },
    {
      title: { en: 'Gossip', ko: '클러스터 통신(gossip)' },
      panels: [
        timeseries(
          { en: 'Members, as each sees them', ko: '파드별 멤버 수' },
          'short',
          { [POD]: `alertmanager_cluster_members{${CHOSEN}}` },
          { width: 8 },
        ),
        timeseries(
          { en: 'Peers not reached', ko: '연결 실패 피어' },
          'short',
          { [POD]: `alertmanager_cluster_failed_peers{${CHOSEN}}` },
          { thresholds: ANY_IS_A_WARNING, width: 8 },
        ),
        timeseries(
          { en: 'Messages waiting', ko: '대기 메시지' },
          'short',
          { [POD]: `alertmanager_cluster_messages_queued{${CHOSEN}}` },
          { width: 8 },
        ),
      ],
    },
    POD_ROW,
  ],
};
