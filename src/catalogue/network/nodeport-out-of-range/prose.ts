import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Node port out of range',
    summary: '{name} asks for a node port that the API server does not give.',
    meaning:
      'A node port must lie in the range that the API server was started with, 30000–32767 unless --service-node-port-range says otherwise. A Service that asks for another is refused as a whole.',
    impact: 'The Service is not created or not changed, so nothing is reached through it.',
    prevention: 'Check manifests with a server-side dry run before they are merged.',
    steps: {
      'see-used': 'See which node ports are in use',
      'choose-port':
        'Set nodePort to a free number of the range (30000–32767 by default); port and targetPort can stay',
      'leave-out': 'Leave nodePort out where no one depends on the number: the API server picks a free one',
      'widen-range':
        'Where the number must be kept: an Ingress, a LoadBalancer, or a wider --service-node-port-range of the API server',
      'dry-run': 'The API server accepts the Service in a dry run',
    },
  },
  ko: {
    title: '노드 포트 범위 초과',
    summary: '{name}: API 서버가 허용하지 않는 nodePort를 지정했습니다.',
    meaning:
      'nodePort는 API 서버의 허용 범위 안에 있어야 합니다. --service-node-port-range로 바꾸지 않았다면 30000–32767입니다. 범위를 벗어나면 Service 전체가 거부됩니다.',
    impact: 'Service가 생성되거나 변경되지 않아 이 경로로 접속할 수 없습니다.',
    prevention: '매니페스트를 병합하기 전에 서버 측 dry run으로 확인합니다.',
    steps: {
      'see-used': '사용 중인 노드 포트 확인',
      'choose-port': 'nodePort를 범위 안의 빈 번호로 변경 (기본 30000–32767). port와 targetPort는 그대로 둠',
      'leave-out': '번호가 중요하지 않으면 nodePort 생략 (API 서버가 빈 번호를 할당)',
      'widen-range':
        '번호를 유지해야 하면 Ingress, LoadBalancer 사용 또는 API 서버의 --service-node-port-range 확대',
      'dry-run': 'dry run에서 API 서버가 Service를 수락하는지 확인',
    },
  },
});
