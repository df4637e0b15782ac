import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Memory is close to its limit',
    summary: '{kind} {name} uses {percent} % of its memory limit of {limit}.',
    meaning: 'A container uses more than 90 % of its memory limit and was not killed yet.',
    impact:
      'Nothing fails yet. The next peak (a query, a compaction of the head, a replay after a restart) gets it killed.',
    prevention: 'Alert at 80 % and 90 % of the limit, and size the limit for the peak, not for the mean.',
    steps: {
      'see-use': 'See what each container uses now',
      'raise-limit':
        'Raise the limit before it is killed. This restarts the pod: an Agent then loses what it has not sent, so let its queue drain first',
      'find-growth': 'Find out what grew: series (head series, targets), the remote-write queue, queries',
      'size-limit': 'Bound what grew, and leave a third of the limit free',
    },
  },
  ko: {
    title: '메모리 한도 임박',
    summary: '{kind} {name} 메모리 사용률 {percent} % (한도 {limit})',
    meaning: '컨테이너가 메모리 한도의 90 % 이상을 쓰고 있으나 아직 종료되지는 않은 상태입니다.',
    impact:
      '당장 실패하는 것은 없지만 다음 피크(쿼리, head 컴팩션, 재시작 후 WAL 재생)에서 강제 종료될 수 있습니다.',
    prevention: '한도의 80 %, 90 %에 알람을 두고, 한도는 평균이 아니라 피크 기준으로 잡습니다.',
    steps: {
      'see-use': '컨테이너별 현재 사용량 확인',
      'raise-limit':
        '종료되기 전에 한도 상향. 파드가 재시작되므로 Agent는 전송하지 못한 데이터를 잃지 않게 큐를 먼저 비움',
      'find-growth': '증가 원인 확인: 시계열(head series, 타깃), Remote Write 큐, 쿼리',
      'size-limit': '원인을 제한하고 한도의 3분의 1은 여유로 둠',
    },
  },
});
