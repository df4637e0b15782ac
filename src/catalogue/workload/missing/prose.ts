import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Component does not exist',
    summary: 'Nothing runs in {cluster} that should be there: {missing}.',
    meaning:
      'A part that the pipeline needs was deleted or never deployed: no Deployment, StatefulSet or custom resource makes its pods.',
    impact:
      'What the part does is not done at all. Clients fail as if it had crashed, and no restart brings it back.',
    prevention:
      'Let GitOps own the workloads, restrict who may delete them, and alert with absent() on the jobs that must be there.',
    steps: {
      'see-workloads': 'See what is deployed, also under another name or in another namespace',
      'see-events': 'See what was deleted, and when',
      'apply-again': 'Apply its manifest or chart again: first as a dry run on the server',
      gitops: 'Put it under GitOps, so that what is deleted comes back by itself',
      'alert-absence': 'Alert on its absence: an alert on up == 0 never fires for what is no target',
      'pods-there': 'Its pods are there and ready',
    },
  },
  ko: {
    title: '구성 요소 없음',
    summary: '있어야 할 구성 요소가 없습니다 (클러스터 {cluster}): {missing}',
    meaning:
      '파이프라인에 필요한 구성 요소가 삭제됐거나 배포된 적이 없어, 파드를 만드는 Deployment, StatefulSet, 커스텀 리소스가 없는 상태입니다.',
    impact:
      '해당 기능이 전혀 동작하지 않습니다. 연결하는 쪽은 장애처럼 실패하며 재시작으로는 복구되지 않습니다.',
    prevention: '워크로드를 GitOps로 관리하고, 삭제 권한을 제한하고, 있어야 할 job에 absent() 알람을 둡니다.',
    steps: {
      'see-workloads': '배포된 워크로드 확인 (다른 이름, 다른 네임스페이스 포함)',
      'see-events': '언제 무엇이 삭제됐는지 이벤트 확인',
      'apply-again': '매니페스트 또는 차트 재적용 (서버 dry-run 먼저)',
      gitops: 'GitOps로 관리해 삭제돼도 자동 복구되게 설정',
      'alert-absence': '부재 알람 추가 (up == 0 알람은 타깃이 없으면 울리지 않음)',
      'pods-there': '파드 생성 및 Ready 확인',
    },
  },
});
