import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Secret or ConfigMap is not there',
    summary: 'A pod of {kind} {name} waits for something that does not exist: {object}.',
    meaning:
      'The pod mounts a Secret or ConfigMap, or takes a variable from one, and the object or the key in it does not exist in its namespace.',
    impact:
      'New pods stay in ContainerCreating or CreateContainerConfigError. Pods that run go on until they are replaced.',
    prevention:
      'Deploy objects and workload together, and check in CI that every name and key that is referred to exists.',
    steps: {
      'see-name': 'See which object or key is missed: the events name it',
      'list-objects': 'See what there is: a typo, another namespace, or a hash of a generated name',
      'create-object': 'Create it, with all keys that are used; the pod starts by itself then',
      'undo-rollout': 'Or go back to the template that names what exists',
      'deploy-together': 'Deploy the object with the workload, in one chart or one Kustomization',
      'watch-sync':
        'If an operator makes the Secret (External Secrets, Sealed Secrets), alert where its sync fails',
    },
  },
  ko: {
    title: 'Secret 또는 ConfigMap 없음',
    summary: '{kind} {name} 파드가 존재하지 않는 오브젝트를 기다립니다: {object}',
    meaning:
      '파드가 마운트하거나 환경 변수로 참조하는 Secret, ConfigMap 또는 그 안의 키가 네임스페이스에 없는 상태입니다.',
    impact:
      '새 파드가 ContainerCreating 또는 CreateContainerConfigError 상태에 머뭅니다. 실행 중인 파드는 교체될 때까지 유지됩니다.',
    prevention: '오브젝트와 워크로드를 함께 배포하고, 참조하는 이름과 키가 있는지 CI에서 검사합니다.',
    steps: {
      'see-name': '이벤트에서 어떤 오브젝트나 키가 없는지 확인',
      'list-objects': '실제 목록 확인 (오타, 다른 네임스페이스, 생성된 이름의 해시)',
      'create-object': '사용하는 키를 모두 넣어 생성 (파드는 자동으로 시작됨)',
      'undo-rollout': '또는 존재하는 이름을 쓰던 템플릿으로 롤백',
      'deploy-together': '오브젝트와 워크로드를 하나의 차트나 Kustomization으로 배포',
      'watch-sync': 'Secret을 오퍼레이터(External Secrets, Sealed Secrets)가 만들면 동기화 실패 알람 추가',
    },
  },
});
