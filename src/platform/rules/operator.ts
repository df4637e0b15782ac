import type { RuleGroup } from './rule.ts';
import { JOB, PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

const CONTROLLER = `${JOB}, controller`;

/** The Prometheus Operator, 0.68 and later (pkg/operator/operator.go, resource_reconciler.go). */
export const group: RuleGroup = {
  name: 'operator',
  interval: '1m',
  rules: [
    {
      alert: 'OperatorNotReady',
      expr: `min by (${PROCESS}, controller) (prometheus_operator_ready) == 0`,
      for: '4m',
      severity: 'warning',
      mode: 'operator/not-running',
      summary: {
        en: `${THIS_PROCESS}: controller {{ $labels.controller }} is not ready`,
        ko: `${THIS_PROCESS}: 컨트롤러 {{ $labels.controller }} 준비 안 됨`,
      },
      description: {
        en: 'The operator runs and does not follow its resources. What runs already keeps running; changes have no effect.',
        ko: '오퍼레이터가 리소스 변경을 반영하지 않는 상태. 실행 중인 구성은 유지.',
      },
    },
    {
      alert: 'OperatorReconcileFailing',
      expr: `
        sum by (${CONTROLLER}) (rate(prometheus_operator_reconcile_errors_total[5m]))
        / sum by (${CONTROLLER}) (rate(prometheus_operator_reconcile_operations_total[5m])) > 0.1`,
      for: '5m',
      severity: 'warning',
      mode: 'operator/resource-rejected',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the reconciliations of {{ $labels.controller }} fail`,
        ko: `${THIS_JOB}: {{ $labels.controller }} 조정 실패율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'A resource cannot be turned into what should run: it is invalid, or the API server refuses the result.',
        ko: '리소스를 실행 상태로 반영하지 못함. 잘못된 리소스 또는 API 서버 거부.',
      },
    },
    {
      alert: 'OperatorResourceRejected',
      expr: `
        max by (${CONTROLLER}, resource) (
          min_over_time(prometheus_operator_managed_resources{state="rejected"}[3m])
        ) > 0`,
      for: '3m',
      severity: 'warning',
      mode: 'operator/resource-rejected',
      summary: {
        en: `${THIS_JOB}: {{ $value }} {{ $labels.resource }} are rejected`,
        ko: `${THIS_JOB}: {{ $labels.resource }} {{ $value }}개 거부됨`,
      },
      description: {
        en: 'The operator leaves these resources out of the configuration. The targets or rules in them do not exist for it.',
        ko: '오퍼레이터가 해당 리소스를 설정에서 제외. 그 안의 타깃 또는 규칙 미적용.',
      },
    },
    {
      alert: 'OperatorAccessFailing',
      expr: `
        sum by (${CONTROLLER}) (rate(prometheus_operator_list_operations_failed_total[10m]))
          / sum by (${CONTROLLER}) (rate(prometheus_operator_list_operations_total[10m])) > 0.4
        or
        sum by (${CONTROLLER}) (rate(prometheus_operator_watch_operations_failed_total[10m]))
          / sum by (${CONTROLLER}) (rate(prometheus_operator_watch_operations_total[10m])) > 0.4`,
      for: '5m',
      severity: 'warning',
      mode: 'workload/rbac-denied',
      summary: {
        en: `${THIS_JOB}: {{ $labels.controller }} cannot list or watch its resources`,
        ko: `${THIS_JOB}: {{ $labels.controller }} 리소스 조회 또는 감시 실패`,
      },
      description: {
        en: 'Its service account lacks a right, a kind does not exist, or the API server does not answer.',
        ko: '서비스 어카운트 권한 부족, CRD 없음 또는 API 서버 무응답.',
      },
    },
  ],
};
