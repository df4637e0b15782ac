import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Update does not finish',
    summary: 'The update of {kind} {name} is stuck ({updated} of {wanted} pods are new): {words}',
    meaning:
      'A new template was rolled out and its pods do not become ready: the extra pod finds no place, waits for a volume that the old one holds, or never passes its probe.',
    impact:
      'Old and new pods stand side by side; the change is only partly in effect. With a StatefulSet the broken pod is missing until someone acts.',
    prevention:
      'Leave room for the extra pod, use Recreate for what has one volume, and roll out one edge cluster before the others.',
    steps: {
      'see-pods': 'See which new pod is not ready, and why',
      'undo-rollout': 'Go back to the template that worked',
      'delete-broken-pod': 'Delete the pod that waits, so that it starts with the template before',
      'no-surge': 'Where there is no room for one more pod: maxSurge 0, maxUnavailable 1',
      recreate: 'A Deployment with a ReadWriteOnce volume needs the strategy Recreate',
      'gate-updates': 'Wait in CI for kubectl rollout status with a deadline, and undo by itself',
    },
  },
  ko: {
    title: '업데이트 미완료',
    summary: '{kind} {name} 업데이트가 멈췄습니다 (파드 {wanted}개 중 {updated}개 교체): {words}',
    meaning:
      '새 템플릿을 배포했으나 새 파드가 Ready가 되지 않는 상태입니다. 추가 파드를 배치할 자리가 없거나, 이전 파드가 잡은 볼륨을 기다리거나, 프로브를 통과하지 못합니다.',
    impact:
      '이전 파드와 새 파드가 섞여 있고 변경이 일부만 적용됩니다. StatefulSet은 조치하기 전까지 해당 파드가 빠져 있습니다.',
    prevention:
      '추가 파드를 위한 여유를 두고, 볼륨 하나를 쓰는 Deployment는 Recreate를 쓰고, 엣지 클러스터 하나에 먼저 배포합니다.',
    steps: {
      'see-pods': 'Ready가 되지 않는 새 파드와 이유 확인',
      'undo-rollout': '정상 동작하던 템플릿으로 롤백',
      'delete-broken-pod': '대기 중인 파드를 삭제해 이전 템플릿으로 다시 시작',
      'no-surge': '추가 파드 자리가 없으면 maxSurge 0, maxUnavailable 1 설정',
      recreate: 'ReadWriteOnce 볼륨을 쓰는 Deployment는 Recreate 전략 사용',
      'gate-updates': 'CI에서 kubectl rollout status를 제한 시간과 함께 기다리고 실패하면 자동 롤백',
    },
  },
});
