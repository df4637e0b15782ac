import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Scaled to zero',
    summary: '{kind} {name} has 0 replicas: nothing of it runs.',
    meaning: 'The workload was scaled to zero replicas and nobody declared it as a pause.',
    impact: 'Everything that this component does stops; what depends on it fails as if it had crashed.',
    prevention:
      'Let GitOps own the replica count, alert on zero replicas, and declare a planned stop with the annotation fleetmedic.dev/paused.',
    steps: {
      'scale-up': 'Scale it up again (set the number that you had before)',
      'find-who':
        'Find out who scaled it down and why; put the replica count under GitOps so that it is set back by itself',
      'declare-pause': 'If the stop is wanted, declare it, so that it is no longer reported',
    },
  },
  ko: {
    title: '레플리카 0으로 축소됨',
    summary: '{kind} {name} 레플리카가 0이라 실행 중인 파드가 없습니다.',
    meaning: '중지 선언 없이 워크로드가 레플리카 0으로 축소된 상태입니다.',
    impact: '이 컴포넌트의 기능이 모두 멈추고, 의존하는 쪽은 장애가 난 것처럼 실패합니다.',
    prevention:
      '레플리카 수를 GitOps로 관리하고, 레플리카 0 알람을 두고, 계획된 중지는 fleetmedic.dev/paused 어노테이션으로 선언합니다.',
    steps: {
      'scale-up': '레플리카 복원 (이전에 쓰던 수로 지정)',
      'find-who': '누가 왜 축소했는지 확인하고, 레플리카 수를 GitOps에 넣어 자동으로 되돌아오게 설정',
      'declare-pause': '의도한 중지라면 어노테이션으로 선언 (이후 보고 대상에서 제외)',
    },
  },
});
