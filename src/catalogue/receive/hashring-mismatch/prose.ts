import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Hashring does not match the pods',
    summary: 'The hashring of {kind} {name} has {endpoints} endpoints for {pods} pods: {difference}',
    meaning:
      'An endpoint of the hashring is wrong or cannot be resolved, or the hashring is not in step with the pods.',
    impact:
      'Writes for that endpoint fail. With replication they succeed while enough replicas take them, without a word in the logs.',
    prevention:
      'Generate the hashring from the replicas (thanos-receive-controller or templates), never by hand.',
    steps: {
      compare: 'Compare the endpoints with the pods',
      'mend-hashring':
        'Correct the endpoints, or set the replicas back to the number that the hashring has; Receive reads it again by itself',
      controller:
        'Let the hashring follow the replicas by itself (thanos-receive-controller, or one template for both)',
    },
  },
  ko: {
    title: '해시링과 파드 불일치',
    summary: '{kind} {name} 해시링 엔드포인트 {endpoints}개, 파드 {pods}개: {difference}',
    meaning: '해시링 엔드포인트가 잘못됐거나 이름 조회가 안 되거나 파드 구성과 맞지 않는 상태입니다.',
    impact:
      '해당 엔드포인트로 가는 쓰기가 실패합니다. 복제 중이면 정족수를 채우는 동안은 로그 없이 성공합니다.',
    prevention:
      '해시링은 수동으로 관리하지 말고 레플리카에서 생성합니다 (thanos-receive-controller 또는 템플릿).',
    steps: {
      compare: '엔드포인트와 파드 비교',
      'mend-hashring': '엔드포인트 수정 또는 레플리카 수를 해시링에 맞게 복원. Receive가 자동으로 다시 읽음',
      controller: '해시링이 레플리카를 자동으로 따라가도록 구성 (thanos-receive-controller 또는 단일 템플릿)',
    },
  },
});
