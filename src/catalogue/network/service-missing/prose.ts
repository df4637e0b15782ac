import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Service is missing',
    summary: 'There is no Service {service} in namespace {namespace}, and {address} leads through it.',
    meaning:
      'A client is configured with an address whose Service does not exist in the cluster of the target.',
    impact:
      'New connections fail at once. A connection that stands may go on for minutes: the fault can be latent.',
    prevention:
      'Keep Services under GitOps with pruning that asks first, and alert on Services without endpoints.',
    steps: {
      'list-services': 'See which Services there are',
      'create-service':
        'Create it again from its manifest (the same name, ports and, for a NodePort, the same node port)',
      gitops: 'Put the Service under GitOps, so that a deleted one comes back',
      'has-endpoints': 'The Service has endpoints',
    },
  },
  ko: {
    title: '서비스 없음',
    summary: '네임스페이스 {namespace}에 서비스 {service} 없음. 사용하는 주소: {address}',
    meaning: '클라이언트가 사용하는 주소의 Service가 대상 클러스터에 존재하지 않는 상태입니다.',
    impact: '새 연결은 즉시 실패합니다. 기존 연결은 몇 분간 유지될 수 있어 증상이 늦게 나타나기도 합니다.',
    prevention: 'Service를 GitOps로 관리하고, 엔드포인트 없는 Service 알람을 설정합니다.',
    steps: {
      'list-services': '현재 Service 목록 확인',
      'create-service': '매니페스트로 다시 생성 (같은 이름과 포트, NodePort라면 같은 노드 포트)',
      gitops: '삭제되어도 복구되도록 Service를 GitOps에 포함',
      'has-endpoints': 'Service 엔드포인트 존재 확인',
    },
  },
});
