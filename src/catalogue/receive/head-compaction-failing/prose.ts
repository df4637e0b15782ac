import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Head cannot be compacted into blocks',
    summary: '{kind} {name} cannot cut its head into blocks: {words}',
    meaning:
      'Every two hours the head is written out as a block and the WAL is cut. When that fails, the head and the WAL keep growing.',
    impact:
      'No new blocks are uploaded; memory and disk grow until the process is killed or the disk is full, and each restart takes longer.',
    prevention:
      'Watch prometheus_tsdb_compactions_failed_total and the age of the head, and leave a third of the disk free for compaction.',
    steps: {
      'see-error': 'See which step fails, and for which tenant',
      'see-disk': 'See that the disk has room for a further block: compaction writes before it deletes',
      'restart-one':
        'If a chunk of the head is not found: restart one replica at a time while the others take the writes; it drops what cannot be read. Never delete the WAL',
      alert:
        'Alert on prometheus_tsdb_compactions_failed_total and on a head older than twice the block length',
      headroom: 'Size disk and memory for twice the head',
      'head-shrinks':
        'The log shows "write block completed" or "Head GC completed" for the tenant, and no further failure',
    },
  },
  ko: {
    title: '헤드 컴팩션 실패',
    summary: '{kind} {name}: 헤드를 블록으로 만들지 못합니다. {words}',
    meaning:
      '헤드는 2시간마다 블록으로 저장되고 그만큼 WAL이 잘립니다. 이 과정이 실패하면 헤드와 WAL이 계속 커집니다.',
    impact:
      '새 블록이 업로드되지 않습니다. 메모리와 디스크가 계속 늘어 프로세스가 종료되거나 디스크가 가득 차고, 재시작도 점점 오래 걸립니다.',
    prevention:
      'prometheus_tsdb_compactions_failed_total과 헤드 기간을 감시하고, 컴팩션을 위해 디스크의 3분의 1을 비워 둡니다.',
    steps: {
      'see-error': '실패한 단계와 테넌트 확인',
      'see-disk': '블록 하나를 더 쓸 디스크 공간이 있는지 확인 (컴팩션은 지우기 전에 먼저 씀)',
      'restart-one':
        '헤드 청크를 찾지 못하는 오류면 나머지가 쓰기를 받는 동안 레플리카를 하나씩 재시작. 읽을 수 없는 부분은 버려짐. WAL은 삭제하지 않음',
      alert: 'prometheus_tsdb_compactions_failed_total과 블록 길이의 두 배를 넘는 헤드에 알림 설정',
      headroom: '헤드의 두 배를 기준으로 디스크와 메모리 산정',
      'head-shrinks':
        '로그에 해당 테넌트의 "write block completed" 또는 "Head GC completed"가 있고 새 실패가 없음',
    },
  },
});
