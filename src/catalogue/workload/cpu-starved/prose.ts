import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Too little CPU',
    summary: '{kind} {name} is held back by its CPU limit in {percent} % of the time.',
    meaning:
      'The container reaches its CPU limit, or its node has no CPU left: the kernel makes it wait, and its work falls behind.',
    impact:
      'Everything takes longer: remote write lags, queries time out, probes answer late. Nothing crashes by this alone.',
    prevention:
      'Request the CPU that is needed at the peak, set limits well above it or none, and alert where more than a quarter of the periods are throttled.',
    steps: {
      'see-use': 'See what each container uses now, beside its limit',
      'see-nodes': 'See whether the node itself is full',
      'raise-limit': 'Raise the limit (or remove it). This restarts the pods one after the other',
      'request-share': 'Raise the request as well: it is the share that is guaranteed on a full node',
      'spread-load':
        'If one replica works more than the others: spread series (hashring) or queries over more of them',
    },
  },
  ko: {
    title: 'CPU 부족',
    summary: '{kind} {name} CPU 한도에 걸린 구간 {percent} %',
    meaning:
      '컨테이너가 CPU 한도에 걸리거나 노드의 CPU가 모자라 커널이 실행을 지연시키고, 처리가 밀리는 상태입니다.',
    impact:
      '전반적으로 느려집니다. Remote Write가 밀리고, 쿼리가 타임아웃되고, 프로브 응답이 늦어집니다. 이것만으로 종료되지는 않습니다.',
    prevention:
      '피크에 필요한 CPU를 request로 잡고, limit은 여유 있게 두거나 두지 않으며, 스로틀링 구간이 25 %를 넘으면 알람을 겁니다.',
    steps: {
      'see-use': '컨테이너별 현재 사용량과 한도 비교',
      'see-nodes': '노드 자체의 CPU 포화 여부 확인',
      'raise-limit': 'CPU 한도 상향 또는 제거 (파드가 차례로 재시작됨)',
      'request-share': 'request도 함께 상향 (노드가 가득 찼을 때 보장되는 몫)',
      'spread-load': '특정 레플리카만 바쁘면 시계열(hashring)이나 쿼리를 여러 레플리카로 분산',
    },
  },
});
