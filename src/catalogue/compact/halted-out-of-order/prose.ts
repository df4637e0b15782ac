import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Compactor stopped: chunks or labels out of order',
    summary: '{kind} {name} stopped at a block whose chunks or labels are out of order.',
    meaning:
      'A block was written with chunks, series or labels in a wrong order: by an old Prometheus, by blocks that were merged by hand or backfilled, or by a fault of the disk.',
    impact:
      'The group of the block, and often the whole Compactor, goes no further: the bucket grows, and queries over long ranges become slow.',
    prevention:
      'Let blocks be made by current versions only, and verify what is backfilled before it is uploaded (thanos tools bucket verify).',
    steps: {
      'see-blocks': 'See in the log which block it is (its ULID)',
      'skip-block':
        'Let the Compactor pass over it: --compact.skip-block-with-out-of-order-chunks, or thanos tools bucket mark --id=ULID --marker=no-compact-mark.json --details=out-of-order. Delete no block: it can still be queried',
      restart: 'Restart the Compactor: a halted one does not go on by itself',
      'find-source':
        'Find out who wrote the block (its external labels, its source in meta.json) and update or mend it',
      'goes-on':
        'The log says "start of compactions" and later "compaction iterations done"; thanos_compact_halted is 0',
    },
  },
  ko: {
    title: '컴팩션 중단: 청크 또는 레이블 순서 오류',
    summary: '{kind} {name}: 청크나 레이블 순서가 잘못된 블록에서 컴팩션이 멈췄습니다.',
    meaning:
      '청크, 시계열, 레이블이 잘못된 순서로 기록된 블록이 있는 상태입니다. 오래된 Prometheus, 수동 병합이나 백필, 디스크 오류로 생깁니다.',
    impact:
      '해당 그룹, 흔히는 Compactor 전체가 더 진행하지 못합니다. 버킷이 커지고 긴 기간 쿼리가 느려집니다.',
    prevention:
      '최신 버전만 블록을 만들게 하고, 백필한 블록은 업로드 전에 검증합니다(thanos tools bucket verify).',
    steps: {
      'see-blocks': '로그에서 해당 블록 확인 (ULID)',
      'skip-block':
        '블록 건너뛰기: --compact.skip-block-with-out-of-order-chunks 또는 thanos tools bucket mark --id=ULID --marker=no-compact-mark.json --details=out-of-order. 조회는 가능하므로 블록은 삭제하지 않음',
      restart: 'Compactor 재시작 (중단된 상태에서 스스로 재개하지 않음)',
      'find-source': '블록을 만든 곳을 찾아(external label, meta.json의 source) 업데이트 또는 수정',
      'goes-on':
        '로그에서 "start of compactions" 이후 "compaction iterations done" 확인, thanos_compact_halted 값 0 확인',
    },
  },
});
