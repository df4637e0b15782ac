import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'A block is gone from the bucket',
    summary: '{kind} {name} reads a block that is no longer in the bucket: {words}',
    meaning:
      'The Store knows a block from its last synchronisation, and its files are gone: deleted by hand, by a rule of the bucket, or by a Compactor whose delay before deletion is shorter than the interval of the Stores.',
    impact:
      'Queries over the time of that block fail or are partial until the next synchronisation; if the block was not compacted into another, its samples are lost.',
    prevention:
      'Let only the Compactor delete, with --delete-delay (48 h by default) far above the interval of the Stores, and no lifecycle rule on the bucket.',
    steps: {
      'see-block': 'See the id of the block (ULID) in the error',
      'who-deleted':
        'Find out whether a compacted block replaced it (thanos tools bucket inspect), or who deleted it; restore it from the versions of the bucket if nothing replaced it',
      'sync-now':
        'Let the Store read the list of blocks anew: it does so by itself every few minutes, and at its start',
      'delete-delay':
        'Keep --delete-delay of the Compactor at 48 h; the Stores ignore marked blocks earlier (--ignore-deletion-marks-delay, 24 h)',
      'protect-bucket':
        'Versioning on the bucket, no lifecycle rules that delete, one identity that may delete',
    },
  },
  ko: {
    title: '버킷에서 블록이 사라짐',
    summary: '{kind} {name}: 버킷에 없는 블록을 읽고 있습니다. {words}',
    meaning:
      'Store가 지난 동기화에서 알게 된 블록의 파일이 사라진 상태입니다. 직접 삭제했거나, 버킷 수명 주기 규칙이 지웠거나, Compactor의 삭제 지연이 Store 동기화 주기보다 짧은 경우입니다.',
    impact:
      '다음 동기화까지 해당 구간 쿼리가 실패하거나 일부만 반환됩니다. 다른 블록으로 컴팩션되지 않은 블록이면 샘플이 사라집니다.',
    prevention:
      '삭제는 Compactor만 하게 하고 --delete-delay(기본 48시간)를 Store 동기화 주기보다 훨씬 길게 두며, 버킷에 삭제하는 수명 주기 규칙을 두지 않습니다.',
    steps: {
      'see-block': '오류에서 블록 ID(ULID) 확인',
      'who-deleted':
        '컴팩션된 블록이 대신하는지 확인(thanos tools bucket inspect)하고, 아니면 누가 삭제했는지 찾아 버킷 버전에서 복구',
      'sync-now': 'Store가 블록 목록을 다시 읽게 함 (몇 분마다, 그리고 시작할 때 자동으로 읽음)',
      'delete-delay':
        'Compactor의 --delete-delay를 48시간으로 유지. Store는 삭제 표시된 블록을 먼저 제외함 (--ignore-deletion-marks-delay, 24시간)',
      'protect-bucket': '버킷 버전 관리 사용, 삭제하는 수명 주기 규칙 금지, 삭제 권한은 한 주체에만 부여',
    },
  },
});
