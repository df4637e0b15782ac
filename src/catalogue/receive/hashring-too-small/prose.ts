import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Hashring smaller than the replication factor',
    summary: 'A hashring of {kind} {name} has {endpoints} endpoints, and the replication factor is {factor}.',
    meaning:
      'Each series is written to as many different endpoints as the replication factor says. A hashring with fewer cannot take a write: hashmod refuses every request, ketama does not even start.',
    impact: 'Every write is refused and all writers queue. Nothing that is stored is lost.',
    prevention: 'Change replicas, hashring and replication factor together, from one template.',
    steps: {
      compare: 'Compare the replication factor, the endpoints of the hashring and the pods that run',
      'add-endpoints':
        'Add the missing endpoints to the hashring (its pods must run); Receive reads it again by itself',
      controller:
        'Let the hashring follow the replicas (thanos-receive-controller, or one template for both)',
      'fit-factor':
        'If so few replicas are wanted, lower --receive.replication-factor to fit them, on all Receives at once',
    },
  },
  ko: {
    title: '해시링이 복제 계수보다 작음',
    summary: '{kind} {name} 해시링 엔드포인트 {endpoints}개, 복제 계수 {factor}',
    meaning:
      '시리즈마다 복제 계수만큼 서로 다른 엔드포인트에 씁니다. 엔드포인트가 그보다 적으면 쓰기를 처리할 수 없습니다. hashmod는 모든 요청을 거부하고 ketama는 아예 시작하지 못합니다.',
    impact: '모든 쓰기가 거부되어 에이전트에 큐가 쌓입니다. 이미 저장된 데이터는 잃지 않습니다.',
    prevention: '레플리카 수, 해시링, 복제 계수를 하나의 템플릿에서 함께 변경합니다.',
    steps: {
      compare: '복제 계수, 해시링 엔드포인트, 실행 중인 파드 비교',
      'add-endpoints':
        '빠진 엔드포인트를 해시링에 추가 (해당 파드가 실행 중이어야 함). Receive가 자동으로 다시 읽음',
      controller: '해시링이 레플리카를 자동으로 따라가도록 구성 (thanos-receive-controller 또는 단일 템플릿)',
      'fit-factor': '레플리카를 적게 유지하려면 모든 Receive의 --receive.replication-factor를 그에 맞게 낮춤',
    },
  },
});
