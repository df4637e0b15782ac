import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Compactor halted: blocks overlap',
    summary: '{kind} {name} halted because blocks of one group overlap in time.',
    meaning:
      'Two blocks with the same external labels and resolution cover the same time. Thanos never makes such blocks by itself, so the Compactor stops rather than to merge what it does not understand.',
    impact:
      'Nothing is compacted, downsampled or removed any more: the bucket grows, and queries over long ranges become slow. Data is not lost.',
    prevention:
      'Give every writer external labels of its own, run one Compactor for a bucket, and alert on thanos_compact_halted.',
    steps: {
      'see-blocks': 'See in the log which blocks overlap (their ULIDs and times)',
      'find-writers':
        'Find out who made them: two writers with the same external labels, two Compactors, a backfill, or a Receive that uploaded out-of-order blocks (thanos tools bucket inspect shows labels and sources)',
      'mark-block':
        'Take the block that does not belong out of compaction: thanos tools bucket mark --id=ULID --marker=no-compact-mark.json --details=overlap. Where replicas overlap by intent, set --compact.enable-vertical-compaction and --deduplication.replica-label instead. Delete no block',
      restart: 'Restart the Compactor: a halted one does not go on by itself',
      'unique-labels': 'External labels of each writer are its own, replicas differ in a replica label',
      vertical: 'Where blocks of replicas or out-of-order samples are wanted, run with vertical compaction',
      'goes-on':
        'The log says "start of compactions" and later "compaction iterations done"; thanos_compact_halted is 0',
    },
  },
  ko: {
    title: '컴팩션 중단: 블록 겹침',
    summary: '{kind} {name}: 같은 그룹의 블록 시간 범위가 겹쳐 컴팩션이 중단됐습니다.',
    meaning:
      'external label과 해상도가 같은 블록 두 개가 같은 시간을 포함하는 상태입니다. Thanos가 스스로 만들지 않는 상태이므로 Compactor는 합치지 않고 멈춥니다.',
    impact:
      '컴팩션, 다운샘플링, 보존 기간 삭제가 모두 멈춥니다. 버킷이 커지고 긴 기간 쿼리가 느려집니다. 데이터 손실은 없습니다.',
    prevention:
      '쓰는 쪽마다 external label을 다르게 하고, 버킷 하나에 Compactor를 하나만 실행하고, thanos_compact_halted 알람을 설정합니다.',
    steps: {
      'see-blocks': '로그에서 겹친 블록 확인 (ULID와 시간)',
      'find-writers':
        '블록을 만든 곳 확인: external label이 같은 두 Prometheus나 Receive, Compactor 두 개, 백필, 순서가 어긋난 블록을 올린 Receive (thanos tools bucket inspect로 레이블과 출처 확인)',
      'mark-block':
        '잘못된 블록을 컴팩션에서 제외: thanos tools bucket mark --id=ULID --marker=no-compact-mark.json --details=overlap. 의도한 레플리카라면 --compact.enable-vertical-compaction과 --deduplication.replica-label 설정. 블록은 삭제하지 않음',
      restart: 'Compactor 재시작 (중단된 상태에서 스스로 재개하지 않음)',
      'unique-labels': '쓰는 쪽마다 고유한 external label 사용, 레플리카는 replica 레이블로 구분',
      vertical: '레플리카 블록이나 순서가 어긋난 샘플을 허용해야 하면 vertical compaction 사용',
      'goes-on':
        '로그에서 "start of compactions" 이후 "compaction iterations done" 확인, thanos_compact_halted 값 0 확인',
    },
  },
});
