import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'CRD of the Prometheus Operator is missing',
    summary: 'Cluster {cluster} does not know a kind of the Prometheus Operator: {kinds}',
    meaning:
      'A kind such as ServiceMonitor or PrometheusAgent does not exist in the API: its CustomResourceDefinition was never installed, was deleted, or could not be applied because of its size.',
    impact:
      'Resources of that kind cannot be created, and the operator does not follow them. Deleting a CRD also deletes all its resources, and with them what the operator had made.',
    prevention:
      'Install the CRDs first and apart from the chart (server-side), and protect them from deletion.',
    steps: {
      'see-kinds': 'See which kinds of the operator exist',
      'install-kinds':
        'Install the CRDs of the version of the operator, with "kubectl apply --server-side": a client-side apply fails, they are larger than its annotation may be',
      'restart-operator': 'Restart the operator: it looks for its kinds at the start',
      'apply-again': 'Apply the resources again from their repository, if the CRD had been deleted with them',
      'kinds-first':
        'Install CRDs in a step of their own, before operator and resources; Helm does not upgrade them',
      'protect-kinds': 'Keep the CRDs out of what is pruned or uninstalled with a chart',
      'kinds-there': 'All kinds are there',
    },
  },
  ko: {
    title: 'Prometheus Operator CRD 없음',
    summary: '클러스터에 Prometheus Operator 리소스 종류가 없습니다. 클러스터: {cluster}, 종류: {kinds}',
    meaning:
      'ServiceMonitor, PrometheusAgent 같은 종류가 API에 없는 상태입니다. CRD를 설치하지 않았거나, 삭제했거나, 크기 때문에 적용에 실패했습니다.',
    impact:
      '해당 종류의 리소스를 만들 수 없고 오퍼레이터도 반영하지 못합니다. CRD를 삭제하면 그 리소스와 오퍼레이터가 만든 구성까지 함께 삭제됩니다.',
    prevention: 'CRD를 차트와 분리해 먼저 설치하고(server-side apply), 삭제되지 않도록 보호합니다.',
    steps: {
      'see-kinds': '설치된 오퍼레이터 리소스 종류 확인',
      'install-kinds':
        '오퍼레이터 버전에 맞는 CRD를 "kubectl apply --server-side"로 설치 (클라이언트 apply는 어노테이션 크기 제한으로 실패)',
      'restart-operator': '오퍼레이터 재시작 (시작할 때 종류를 확인함)',
      'apply-again': 'CRD와 함께 삭제된 리소스를 저장소에서 다시 적용',
      'kinds-first': 'CRD를 오퍼레이터와 리소스보다 먼저 별도 단계로 설치 (Helm은 CRD를 업그레이드하지 않음)',
      'protect-kinds': '차트 삭제나 prune 대상에서 CRD 제외',
      'kinds-there': '모든 종류가 있는지 확인',
    },
  },
});
