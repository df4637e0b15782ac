import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Receive is alive and not ready',
    summary: '{kind} {name} runs and has not been ready for {minutes} minutes.',
    meaning:
      'Receive is not ready while it replays its WAL, and while it writes out its head after a change of the hashring. Minutes are normal for that; longer means that something keeps it.',
    impact: 'It takes no writes. With replication the others carry on while they are enough.',
    prevention:
      'Keep the WAL short (blocks of two hours, limits for tenants), give the replay enough CPU and memory, and change hashrings one step at a time.',
    steps: {
      'see-log':
        'See what it is doing: replaying the WAL, flushing after a change of the hashring, or refusing something',
      'see-probe':
        'See which probe fails and since when; do not restart a replay that makes progress, it begins anew',
      'shorter-replay': 'Make the replay shorter: fewer series per pod, more CPU, a faster disk',
      'startup-probe':
        'Give it a startup probe that is longer than its longest replay, so that nothing kills it meanwhile',
    },
  },
  ko: {
    title: 'Receive가 준비되지 않음',
    summary: '{kind} {name}: 실행 중이지만 {minutes}분째 준비되지 않았습니다.',
    meaning:
      'Receive는 WAL을 재생하는 동안, 그리고 해시링이 바뀌어 헤드를 내려쓰는 동안 준비되지 않은 상태입니다. 몇 분은 정상이고, 그보다 길면 막고 있는 원인이 있습니다.',
    impact: '쓰기를 받지 못합니다. 복제 중이면 나머지 레플리카가 충분한 동안은 처리됩니다.',
    prevention:
      'WAL을 짧게 유지하고(2시간 블록, 테넌트 한도) 재생에 필요한 CPU와 메모리를 확보하며, 해시링은 한 단계씩 변경합니다.',
    steps: {
      'see-log': '진행 중인 작업 확인: WAL 재생, 해시링 변경 후 플러시, 또는 다른 오류',
      'see-probe':
        '실패하는 프로브와 시작 시각 확인. 진행 중인 재생은 재시작하지 않음 (처음부터 다시 시작됨)',
      'shorter-replay': '재생 시간 단축: 파드당 시리즈 수 축소, CPU 증설, 더 빠른 디스크',
      'startup-probe': '가장 긴 재생보다 긴 startupProbe를 설정해 재생 중에 종료되지 않게 함',
    },
  },
});
