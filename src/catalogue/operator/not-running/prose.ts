import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Prometheus Operator does not run',
    summary: 'The Prometheus Operator of cluster {cluster} does not run ({kind} {name}).',
    meaning:
      'The operator turns Prometheus, PrometheusAgent, ServiceMonitor, PodMonitor and PrometheusRule objects into what runs. Nobody does so now: it is scaled to zero, deleted or cannot start.',
    impact:
      'What runs goes on as it is. New or changed monitors, rules and settings have no effect, and a deleted StatefulSet is not made again. Its admission webhook may refuse changes.',
    prevention: 'Manage the operator as code, and alert when it is not there: nothing else shows it.',
    steps: {
      'see-operator': 'See whether the operator exists, and what it says',
      'scale-up':
        'Scale it up again; where it is gone, install the same version again (its CRDs and resources stay)',
      'manage-operator': 'Manage the operator as code, in the version that its CRDs have',
      'watch-operator': 'Alert when the operator is not ready or not there',
    },
  },
  ko: {
    title: 'Prometheus Operator 미실행',
    summary: 'Prometheus Operator가 실행되지 않고 있습니다. 클러스터: {cluster} ({kind} {name})',
    meaning:
      '오퍼레이터는 Prometheus, PrometheusAgent, ServiceMonitor, PodMonitor, PrometheusRule 리소스를 실제 구성으로 만듭니다. 레플리카 0, 삭제, 기동 실패로 이 역할이 멈춘 상태입니다.',
    impact:
      '실행 중인 구성은 유지되지만 모니터, 룰, 설정의 추가와 변경이 반영되지 않고, 삭제된 StatefulSet도 다시 만들어지지 않습니다. 어드미션 웹훅이 변경을 막을 수 있습니다.',
    prevention: '오퍼레이터를 코드로 관리하고, 다른 증상이 없으므로 부재 알람을 설정합니다.',
    steps: {
      'see-operator': '오퍼레이터 유무와 로그 확인',
      'scale-up': '레플리카 복구. 삭제됐으면 같은 버전 재설치 (CRD와 리소스는 유지됨)',
      'manage-operator': '오퍼레이터를 CRD와 같은 버전으로 코드 관리',
      'watch-operator': '오퍼레이터 미준비와 부재 알람 설정',
    },
  },
});
