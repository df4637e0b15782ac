import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Utilisation metric of the wrong base',
    summary: 'A panel shows what a pod uses of its node as if it were what it uses of its limit.',
    meaning:
      'pod_cpu_utilization and pod_memory_utilization of Container Insights are percent of the whole node. What a pod uses of its own limit is in pod_cpu_utilization_over_pod_limit and pod_memory_utilization_over_pod_limit. For nodes, node_cpu_utilization is right.',
    impact:
      'All pods show about the same few percent; throttling and a memory limit that is nearly hit are not seen, and alerts on them never fire.',
    prevention:
      'Say in the title of a panel what the percentage is of, and compare a new panel with kubectl top once.',
    steps: {
      'change-metric':
        'Use the metric that ends in _over_pod_limit; pods without a limit have none, so set limits first',
      'review-panels': 'Look for the same metric in alarms and other dashboards',
      compare: 'The panel agrees with the use that kubectl shows, divided by the limit',
    },
  },
  ko: {
    title: '사용률 메트릭 기준 오류',
    summary: '패널이 노드 대비 사용률을 파드 limit 대비 사용률처럼 표시합니다.',
    meaning:
      'Container Insights의 pod_cpu_utilization과 pod_memory_utilization은 노드 전체 대비 비율입니다. 파드 limit 대비 사용률은 pod_cpu_utilization_over_pod_limit, pod_memory_utilization_over_pod_limit입니다. 노드에는 node_cpu_utilization이 맞습니다.',
    impact:
      '모든 파드가 비슷하게 낮은 값으로 보입니다. CPU 스로틀링이나 메모리 한도 임박을 알 수 없고 알람도 울리지 않습니다.',
    prevention: '패널 제목에 무엇 대비 비율인지 적고, 새 패널은 kubectl top 결과와 한 번 비교합니다.',
    steps: {
      'change-metric':
        '_over_pod_limit으로 끝나는 메트릭 사용 (limit이 없는 파드는 값이 없으므로 limit부터 설정)',
      'review-panels': '다른 대시보드와 알람에서도 같은 메트릭 사용 여부 확인',
      compare: '패널 값이 kubectl top 사용량을 limit으로 나눈 값과 맞는지 확인',
    },
  },
});
