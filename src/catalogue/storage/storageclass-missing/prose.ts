import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'StorageClass does not exist',
    summary: 'Claim {claim} of {name} names the StorageClass {storageClass}, which does not exist.',
    meaning:
      'A PersistentVolumeClaim asks for a StorageClass that the cluster does not have: a typo, a class of another cluster, or one that was deleted.',
    impact: 'The claim stays Pending, so its pod is never scheduled and the part does not start.',
    prevention:
      'Keep the StorageClasses in the same repository as what uses them, and check the name before applying.',
    steps: {
      'see-claim': 'Read the events of the claim: they name the class that is missing',
      'see-classes': 'See which StorageClasses the cluster has',
      'make-class':
        'Create the missing class with the name that the claim has. Or correct the name in the workload: a StatefulSet must be deleted with --cascade=orphan and created anew for that, and the Pending claim (it holds no volume) replaced',
      'class-as-code': 'Manage the StorageClass as code, beside what uses it',
      'check-before': 'Check before each deployment that the class exists in that cluster',
      'claim-bound': 'The claim is Bound',
    },
  },
  ko: {
    title: 'StorageClass 없음',
    summary:
      '존재하지 않는 StorageClass를 PVC가 지정하고 있습니다. PVC: {claim}, StorageClass: {storageClass} ({name})',
    meaning:
      'PVC가 지정한 StorageClass가 클러스터에 없는 상태입니다. 이름 오타, 다른 클러스터의 클래스 이름 사용, 클래스 삭제가 원인입니다.',
    impact: 'PVC가 Pending으로 남아 파드가 스케줄되지 않고 컴포넌트가 시작되지 않습니다.',
    prevention: 'StorageClass를 사용하는 쪽과 같은 저장소에서 관리하고 배포 전에 이름을 확인합니다.',
    steps: {
      'see-claim': 'PVC 이벤트 확인 (없는 클래스 이름이 나옴)',
      'see-classes': '클러스터의 StorageClass 목록 확인',
      'make-class':
        'PVC가 지정한 이름으로 StorageClass 생성. 또는 워크로드에서 이름 수정 (StatefulSet은 --cascade=orphan으로 삭제 후 재생성, 볼륨이 없는 Pending PVC는 교체)',
      'class-as-code': 'StorageClass를 사용하는 쪽과 함께 코드로 관리',
      'check-before': '배포 전 해당 클러스터에 클래스가 있는지 확인',
      'claim-bound': 'PVC Bound 상태 확인',
    },
  },
});
