import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Data volume is full or nearly so',
    summary: 'A data volume of {kind} {name} is full, or will be within hours: {words}',
    meaning:
      'A data volume has no room left, or will have none within hours: blocks that are not uploaded, a WAL that is not taken off, more series than it was sized for, or a retention that is too long.',
    impact:
      'When it is full, the WAL cannot be written: samples are refused or lost, compaction stops, and the process may not start again.',
    prevention:
      'Size the volume for the retention and the WAL with half of it to spare, use a class that allows expansion, and alert on the forecast and not on the fill alone.',
    steps: {
      'see-space': 'See which volume is full, and its claim',
      'grow-claim':
        'Grow the claim: put the new size in place of SIZE. The file system grows by itself where the class allows expansion',
      'keep-less':
        'Where it cannot grow: shorten the retention (--storage.tsdb.retention.size, --tsdb.retention) and mend what keeps data from leaving (uploads, remote write). Never delete WAL or blocks by hand: what was not uploaded is lost',
      'find-growth': 'Find out what grew: series, a WAL that nobody reads, blocks that are not uploaded',
      'watch-space': 'Alert at 85 %, and when it will be full within a day',
      'space-free': 'Room is left on the volume',
    },
  },
  ko: {
    title: '데이터 볼륨 공간 부족',
    summary: '데이터 볼륨이 가득 찼거나 몇 시간 안에 가득 찹니다: {kind} {name}. 상태: {words}',
    meaning:
      '데이터 볼륨에 남은 공간이 없거나 몇 시간 안에 가득 차는 상태입니다. 업로드되지 않은 블록, 전송되지 않고 쌓인 WAL, 예상보다 많은 시계열, 긴 보존 기간이 원인입니다.',
    impact:
      '가득 차면 WAL을 쓸 수 없어 샘플이 거부되거나 유실되고, 컴팩션이 멈추며, 재시작에 실패할 수 있습니다.',
    prevention:
      '보존 기간과 WAL에 맞춰 절반 이상 여유를 두고, 확장이 가능한 StorageClass를 쓰며, 사용률과 함께 소진 예측에도 알람을 겁니다.',
    steps: {
      'see-space': '가득 찬 볼륨과 PVC 확인',
      'grow-claim':
        'PVC 확장 (SIZE 자리에 새 크기 입력). 확장을 허용하는 클래스면 파일 시스템까지 자동 확장됨',
      'keep-less':
        '확장할 수 없으면 보존 기간 단축(--storage.tsdb.retention.size, --tsdb.retention) 후 데이터가 나가지 못하는 원인(업로드, Remote Write) 조치. WAL과 블록 수동 삭제 금지 (업로드 전 데이터 유실)',
      'find-growth': '증가 원인 확인: 시계열, 소비되지 않는 WAL, 업로드되지 않은 블록',
      'watch-space': '사용률 85 % 초과와 하루 내 소진 예측에 알람 설정',
      'space-free': '볼륨 여유 공간 확인',
    },
  },
});
