import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Broken block in the bucket',
    summary: 'A block in the bucket that {kind} {name} works on is broken.',
    meaning:
      'The index, a chunk or meta.json of a block is damaged or missing: an upload that broke off, a full disk where it was made, objects that were deleted by hand or by a life-cycle rule.',
    impact: 'The Compactor stops at it, or passes over it; queries over its time fail or lack data.',
    prevention:
      'No life-cycle rules on the bucket, versioning on, enough disk for the Compactor, and an alert on blocks with corrupted metadata.',
    steps: {
      'see-blocks': 'See in the log which block it is (its ULID), and what is broken',
      'verify-block':
        'Look at it: thanos tools bucket verify --id=ULID, thanos tools bucket ls, and the versions of its objects in the store',
      'mark-block':
        'Restore it from the versions of the bucket or from the disk of the one that uploaded it; until then take it out of compaction: thanos tools bucket mark --id=ULID --marker=no-compact-mark.json --details=broken. Delete no block whose data is nowhere else',
      restart: 'Restart the Compactor: a halted one does not go on by itself',
      'find-source':
        'Find out how it broke: disk full, life-cycle rule, upload that broke off, two Compactors',
      versioning:
        'Switch on versioning of the bucket, so that what is overwritten or deleted can be had again',
      'goes-on':
        'The log says "start of compactions" and later "compaction iterations done"; thanos_compact_halted is 0',
    },
  },
  ko: {
    title: '버킷의 블록 손상',
    summary: '{kind} {name}: 작업 중인 버킷에 손상된 블록이 있습니다.',
    meaning:
      '블록의 인덱스, 청크, meta.json이 손상되거나 빠진 상태입니다. 중단된 업로드, 디스크 부족, 수동 삭제, 수명 주기 규칙으로 생깁니다.',
    impact: 'Compactor가 멈추거나 건너뜁니다. 해당 시간의 쿼리가 실패하거나 데이터가 빠집니다.',
    prevention:
      '버킷에 수명 주기 규칙을 두지 않고, 버전 관리를 켜고, Compactor 디스크를 충분히 확보하고, 메타데이터 손상 알람을 설정합니다.',
    steps: {
      'see-blocks': '로그에서 해당 블록(ULID)과 손상 내용 확인',
      'verify-block':
        '블록 확인: thanos tools bucket verify --id=ULID, thanos tools bucket ls, 스토리지의 오브젝트 버전',
      'mark-block':
        '버킷 버전이나 업로드한 쪽의 디스크에서 복구. 그때까지 컴팩션에서 제외: thanos tools bucket mark --id=ULID --marker=no-compact-mark.json --details=broken. 다른 곳에 없는 데이터의 블록은 삭제하지 않음',
      restart: 'Compactor 재시작 (중단된 상태에서 스스로 재개하지 않음)',
      'find-source': '손상 원인 확인: 디스크 부족, 수명 주기 규칙, 중단된 업로드, Compactor 두 개',
      versioning: '버킷 버전 관리를 켜서 덮어쓰거나 삭제된 오브젝트를 복구할 수 있게 구성',
      'goes-on':
        '로그에서 "start of compactions" 이후 "compaction iterations done" 확인, thanos_compact_halted 값 0 확인',
    },
  },
});
