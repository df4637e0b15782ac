import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Image cannot be pulled',
    summary: 'The image {image} of {kind} {name} cannot be pulled ({reason}).',
    meaning:
      'The image does not exist under this name, the registry does not answer, or the node may not pull from it.',
    impact: 'New pods do not start. Pods that run go on until they are replaced.',
    prevention:
      'Pin images by digest, mirror them into a registry of your own, and check in CI that they can be pulled.',
    steps: {
      'see-reason': 'See what the registry said',
      'undo-rollout': 'Go back to the template before (or set an image that exists)',
      'delete-broken-pod': 'Delete the pod that waits, so that it starts with the template before',
      'pin-image': 'Pin the image by digest and check in CI that it exists',
      'pull-secret': 'If the registry refuses: renew the imagePullSecret of the service account',
    },
  },
  ko: {
    title: '이미지 풀 실패',
    summary: '{kind} {name} 이미지를 받을 수 없습니다: {image} ({reason}).',
    meaning: '해당 이름의 이미지가 없거나, 레지스트리가 응답하지 않거나, 노드에 풀 권한이 없는 상태입니다.',
    impact: '새 파드가 시작되지 않습니다. 실행 중인 파드는 교체될 때까지 유지됩니다.',
    prevention:
      '이미지를 다이제스트로 고정하고, 사내 레지스트리에 미러링하고, CI에서 풀 가능 여부를 검사합니다.',
    steps: {
      'see-reason': '레지스트리 응답 확인',
      'undo-rollout': '이전 템플릿으로 롤백 (또는 존재하는 이미지로 변경)',
      'delete-broken-pod': '대기 중인 파드를 삭제해 이전 템플릿으로 다시 시작',
      'pin-image': '이미지를 다이제스트로 고정하고 CI에서 존재 여부 검사',
      'pull-secret': '레지스트리가 거부하면 서비스 어카운트의 imagePullSecret 갱신',
    },
  },
});
