import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'A stretch of time that nobody serves',
    summary:
      '{kind} {name} serves up to {storeEnd}, Receive from {receiveStart}: {hours} h between them are not served.',
    meaning:
      'Query asks Receive for what is new and Store for what is in the bucket. Where the limits of the two do not meet (--max-time of the Store, --tsdb.retention of Receive), the time between them is in neither.',
    impact:
      'Dashboards have a hole that moves with the time. Nothing is lost while the blocks are in the bucket.',
    prevention:
      'Let the two overlap: Receive keeps at least a day, and a Store has no --max-time, or one that is well within the retention of Receive.',
    steps: {
      'compare-ranges':
        'Compare minTime and maxTime of all stores, and --min-time and --max-time of the Store with --tsdb.retention of Receive',
      widen:
        'Take --max-time of the Store away or bring it nearer to now; or raise --tsdb.retention of Receive if its disk has room',
      overlap:
        'Overlap of at least six hours: two hours of a block, its upload, and the synchronisation of the Store',
    },
  },
  ko: {
    title: '아무도 제공하지 않는 시간 구간',
    summary:
      '{kind} {name} 제공 범위 끝 {storeEnd}, Receive 시작 {receiveStart}: 그 사이 {hours}시간이 비어 있습니다.',
    meaning:
      'Query는 최근 데이터를 Receive에서, 버킷 데이터를 Store에서 읽습니다. 두 범위(Store의 --max-time, Receive의 --tsdb.retention)가 맞닿지 않으면 그 사이는 어디에도 없습니다.',
    impact:
      '대시보드에 시간에 따라 움직이는 공백이 생깁니다. 블록이 버킷에 있는 동안은 데이터를 잃지 않습니다.',
    prevention:
      '두 범위를 겹치게 둡니다. Receive는 하루 이상 보존하고, Store에는 --max-time을 두지 않거나 Receive 보존 기간보다 충분히 짧게 설정합니다.',
    steps: {
      'compare-ranges':
        '모든 스토어의 minTime·maxTime, Store의 --min-time·--max-time, Receive의 --tsdb.retention 비교',
      widen:
        'Store의 --max-time을 없애거나 현재에 가깝게 변경. 또는 디스크 여유가 있으면 Receive의 --tsdb.retention 상향',
      overlap: '최소 6시간 겹치게 설정: 블록 길이 2시간, 업로드, Store 동기화',
    },
  },
});
