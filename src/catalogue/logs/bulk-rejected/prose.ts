import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Log store rejects bulk requests',
    summary: 'The log store takes no more documents from {name}: {words}',
    meaning:
      'Its write queue or memory is full (rejected execution, circuit breaker), its disk passed the flood-stage watermark and the indexes are read-only, or the cluster has as many shards as it may.',
    impact: 'Chunks are retried and then dropped. Searches are slow as well.',
    prevention: 'Size the store for the peak, roll indexes over by size, and delete old ones by a policy.',
    steps: {
      'see-store': 'See rejections per node and free disk per node',
      'free-disk':
        'Where the disk is full: delete old indexes by the retention policy, or add disk; the read-only block is lifted by itself below the high watermark',
      'send-less':
        'Where the queue is full: fewer, larger bulks (Workers 1, a longer Flush), or more data nodes',
      'size-store': 'Fewer primary shards per index, more data nodes, and a longer refresh interval',
      retention: 'An index state management policy: roll over by size, delete by age',
      'sent-again': 'The log shows chunks that succeed at a retry, and no new 429',
    },
  },
  ko: {
    title: '로그 저장소의 bulk 거부',
    summary: '로그 저장소가 문서를 더 받지 않습니다: {name} ({words})',
    meaning:
      '쓰기 큐나 메모리가 찼거나(rejected execution, circuit breaker), 디스크가 flood-stage를 넘어 인덱스가 읽기 전용이 됐거나, 샤드 수 한도에 도달한 상태입니다.',
    impact: '청크를 재시도하다가 버립니다. 검색도 느려집니다.',
    prevention:
      '최대 부하에 맞게 저장소 크기를 정하고, 인덱스를 크기로 롤오버하고 오래된 인덱스는 정책으로 삭제합니다.',
    steps: {
      'see-store': '노드별 거부 수와 디스크 여유 확인',
      'free-disk':
        '디스크가 찼다면 보존 정책에 따라 오래된 인덱스를 삭제하거나 디스크 추가 (high watermark 아래로 내려가면 읽기 전용이 자동 해제)',
      'send-less': '큐가 찼다면 bulk를 적고 크게 전송(Workers 1, 긴 Flush) 또는 데이터 노드 추가',
      'size-store': '인덱스당 프라이머리 샤드 축소, 데이터 노드 추가, refresh 주기 연장',
      retention: 'ISM 정책으로 크기 롤오버와 기간 삭제 설정',
      'sent-again': '로그에 재시도 성공이 나오고 429가 없는지 확인',
    },
  },
});
