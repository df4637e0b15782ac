import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Storage is locked by another process',
    summary: '{name} cannot open its storage: another process holds the lock.',
    meaning:
      'A Prometheus or Receive locks its data folder while it runs. Two of them on one volume, or an old one that has not ended yet, and the newer cannot start.',
    impact:
      'The new process ends at once and nothing is scraped or received by it; the old one goes on until it ends.',
    prevention:
      'Give each replica a volume of its own, and let an update end the old pod before it starts the new one.',
    steps: {
      'find-holder': 'Find the pod that holds it: an older one of the same volume, on this or another node',
      'end-holder':
        'Let the older one end, then start anew; never delete the lock file while a process may still write',
      'own-volume': 'One volume per replica: a StatefulSet with volumeClaimTemplates',
      recreate:
        'A Deployment with a volume needs the strategy Recreate: a rolling update starts the new pod first',
    },
  },
  ko: {
    title: '스토리지 잠금 충돌',
    summary: '{name}: 다른 프로세스가 스토리지 잠금을 잡고 있어 시작할 수 없습니다.',
    meaning:
      'Prometheus와 Receive는 실행 중에 데이터 디렉터리를 잠급니다. 볼륨 하나를 두 프로세스가 쓰거나 이전 프로세스가 아직 끝나지 않으면 새 프로세스가 시작되지 못합니다.',
    impact:
      '새 프로세스가 바로 종료되어 수집이나 수신을 하지 못합니다. 이전 프로세스는 끝날 때까지 계속 동작합니다.',
    prevention: '레플리카마다 볼륨을 따로 쓰고, 업데이트할 때 이전 파드를 먼저 종료합니다.',
    steps: {
      'find-holder': '잠금을 잡은 파드 찾기 (같은 볼륨을 쓰는 이전 파드, 다른 노드 포함)',
      'end-holder':
        '이전 파드가 끝난 뒤 다시 시작. 쓰는 프로세스가 남아 있을 수 있으므로 잠금 파일은 삭제하지 않음',
      'own-volume': '레플리카마다 볼륨 분리 (StatefulSet의 volumeClaimTemplates)',
      recreate: '볼륨을 쓰는 Deployment는 Recreate 전략 사용 (롤링 업데이트는 새 파드를 먼저 시작함)',
    },
  },
});
