import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Killed at its memory limit',
    summary: 'A container of {kind} {name} was killed at its memory limit of {limit}.',
    meaning: 'The container used more memory than its limit and the kernel ended it.',
    impact: 'What it held in memory is lost and it starts again, often only to be killed once more.',
    prevention:
      'Watch memory against the limit (80 % and 90 %), bound series per target, and size the limit by the head series.',
    steps: {
      'raise-limit': 'Raise the memory limit',
      'find-growth': 'Find out what grew: series, the remote-write queue, a replay of the WAL, a query',
      'set-limits': 'Bound what grew (sample_limit, label limits, fewer shards) and size the limit for it',
    },
  },
  ko: {
    title: '메모리 한도 초과로 종료 (OOMKilled)',
    summary: '{kind} {name} 컨테이너가 메모리 한도 {limit} 초과로 강제 종료됐습니다.',
    meaning: '컨테이너가 메모리 한도를 넘어 커널이 종료시킨 상태입니다.',
    impact: '메모리에 있던 데이터를 잃고 재시작하며, 다시 종료되는 일이 반복되기 쉽습니다.',
    prevention:
      '한도 대비 메모리 사용률(80 %, 90 %)을 감시하고, 타깃별 시계열 수를 제한하고, 한도는 head series 기준으로 잡습니다.',
    steps: {
      'raise-limit': '메모리 한도 상향',
      'find-growth': '증가 원인 확인: 시계열, Remote Write 큐, WAL 재생, 쿼리',
      'set-limits': '원인 제한(sample_limit, 레이블 제한, 샤드 축소) 후 그에 맞는 한도 설정',
    },
  },
});
