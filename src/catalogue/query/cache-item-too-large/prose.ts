import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Items exceed the limit of the cache',
    summary: '{kind} {name} has items that are too large for its cache.',
    meaning:
      'memcached takes items of 1 MiB by default (-I), and Thanos leaves out what is above max_item_size of its own configuration. What is left out is fetched anew each time.',
    impact:
      'The cache is there and helps little: the heaviest queries, which need it most, are never cached.',
    prevention: 'Set both limits together, and alert on skipped items.',
    steps: {
      'see-size':
        'See in the log and in thanos_memcached_operation_skipped_total which part leaves items out',
      'raise-limit':
        'Raise the limit of the cache (memcached -I 5m, with memory for it) first, then max_item_size in the configuration of its clients; neither above the other',
      'smaller-items': 'Make items smaller: a shorter --query-range.split-interval',
      'no-refusals': 'No items are skipped or refused any more',
    },
  },
  ko: {
    title: '캐시 항목 크기 한도 초과',
    summary: '{kind} {name}: 캐시 한도보다 큰 항목이 있습니다.',
    meaning:
      'memcached는 기본적으로 1 MiB(-I)까지 저장하고, Thanos는 설정의 max_item_size보다 큰 항목을 캐시하지 않습니다. 캐시하지 않은 항목은 매번 다시 가져옵니다.',
    impact: '캐시가 있어도 효과가 적습니다. 캐시가 가장 필요한 무거운 쿼리가 캐시되지 않습니다.',
    prevention: '두 한도를 함께 맞추고, 건너뛴 항목 알람을 설정합니다.',
    steps: {
      'see-size': '로그와 thanos_memcached_operation_skipped_total에서 항목을 건너뛰는 컴포넌트 확인',
      'raise-limit':
        '캐시 한도를 먼저 상향(memcached -I 5m, 메모리도 함께)한 뒤 사용하는 컴포넌트의 max_item_size 상향. 두 값을 맞춤',
      'smaller-items': '항목 크기 줄이기: --query-range.split-interval 축소',
      'no-refusals': '건너뛰거나 거부되는 항목 없음 확인',
    },
  },
});
