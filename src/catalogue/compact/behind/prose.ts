import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Compactor falls behind',
    summary: '{kind} {name} has work that waits and gets no further.',
    meaning:
      'More blocks arrive than are compacted and downsampled: the Compactor lacks CPU, memory, disk or bandwidth, fails and begins anew, or has to catch up with a long history.',
    impact:
      'Queries over long ranges read many small blocks and become slow; retention is applied late and the bucket grows.',
    prevention:
      'Alert on what waits (thanos_compact_todo_compactions), size CPU and disk for the largest group, and shard the Compactor before it is too small.',
    steps: {
      'see-backlog': 'See in the log what it works on, and whether it fails and begins anew',
      'see-use':
        'Compare its use of CPU and memory with its limits, and its disk with twice the largest group',
      'more-work':
        'Give it more of what is short, then raise --compact.concurrency and --downsample.concurrency',
      shard:
        'Shard by external labels: one Compactor for each part of the labels (--selector.relabel-config)',
      'goes-on':
        'The log says "compaction iterations done", and thanos_compact_todo_compactions becomes smaller',
    },
  },
  ko: {
    title: '컴팩션 지연',
    summary: '{kind} {name}: 대기 작업이 쌓이고 진행되지 않습니다.',
    meaning:
      '들어오는 블록이 컴팩션과 다운샘플링보다 많은 상태입니다. CPU, 메모리, 디스크, 대역폭이 부족하거나, 실패 후 처음부터 다시 하거나, 밀린 이력을 처리하는 중입니다.',
    impact: '긴 기간 쿼리가 작은 블록을 많이 읽어 느려집니다. 보존 기간 적용이 늦어 버킷이 커집니다.',
    prevention:
      '대기 작업(thanos_compact_todo_compactions) 알람을 설정하고, 가장 큰 그룹 기준으로 CPU와 디스크를 잡고, 부족해지기 전에 샤딩합니다.',
    steps: {
      'see-backlog': '로그에서 진행 중인 작업과 반복 실패 여부 확인',
      'see-use': 'CPU와 메모리 사용량을 한도와 비교, 디스크는 가장 큰 그룹의 두 배와 비교',
      'more-work': '부족한 자원을 늘린 뒤 --compact.concurrency와 --downsample.concurrency 상향',
      shard: 'external label 기준 샤딩: 레이블 범위별 Compactor (--selector.relabel-config)',
      'goes-on': '로그에서 "compaction iterations done", thanos_compact_todo_compactions 감소 확인',
    },
  },
});
