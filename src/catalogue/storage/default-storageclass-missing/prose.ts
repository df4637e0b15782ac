import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No default StorageClass',
    summary: 'Claim {claim} of {name} names no StorageClass, and the cluster has no default.',
    meaning:
      'A claim without a StorageClass gets the default one of the cluster. Where none is marked as the default, and no volume was made by hand, nothing is provisioned.',
    impact: 'The claim stays Pending, so its pod is never scheduled and the part does not start.',
    prevention:
      'Name the StorageClass in every claim, or mark exactly one class of each cluster as the default.',
    steps: {
      'see-claim': 'Read the events of the claim: they say that no class is set',
      'see-classes': 'See which StorageClasses there are; none has "(default)" behind its name',
      'mark-default':
        'Mark the right class as the default: the waiting claim gets it by itself. Where no other claim should, name the class in the workload instead',
      'name-class': 'Name the StorageClass in the claims of the pipeline',
      'one-default': 'Keep exactly one default per cluster, managed as code',
      'claim-bound': 'The claim is Bound',
    },
  },
  ko: {
    title: '기본 StorageClass 없음',
    summary: 'PVC에 StorageClass 지정이 없고 클러스터에 기본 클래스도 없습니다. PVC: {claim} ({name})',
    meaning:
      'StorageClass를 지정하지 않은 PVC는 기본 클래스를 사용합니다. 기본으로 지정된 클래스가 없고 미리 만든 볼륨도 없어 프로비저닝되지 않는 상태입니다.',
    impact: 'PVC가 Pending으로 남아 파드가 스케줄되지 않고 컴포넌트가 시작되지 않습니다.',
    prevention: '모든 PVC에 StorageClass를 명시하거나, 클러스터마다 기본 클래스를 하나만 지정합니다.',
    steps: {
      'see-claim': 'PVC 이벤트 확인 (클래스 미지정 메시지)',
      'see-classes': 'StorageClass 목록 확인 ("(default)" 표시가 없음)',
      'mark-default':
        '맞는 클래스를 기본으로 지정 (대기 중인 PVC에 자동 적용). 다른 PVC에 영향을 주면 안 되면 워크로드에 클래스 명시',
      'name-class': '파이프라인 PVC에 StorageClass 명시',
      'one-default': '클러스터마다 기본 클래스를 하나만 두고 코드로 관리',
      'claim-bound': 'PVC Bound 상태 확인',
    },
  },
});
