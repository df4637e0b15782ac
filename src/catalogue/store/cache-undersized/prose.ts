import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Store cache is too small',
    summary: 'The cache of {kind} {name} is too small for its queries: {words}',
    meaning:
      'The index cache holds postings and series of blocks, the chunk pool the chunks of running queries. Too small, the cache throws out what the next query needs, or the pool refuses the query.',
    impact:
      'Queries over old data are slow or fail with "pool exhausted", and the bucket sees more requests.',
    prevention:
      'Size the cache from the hit ratio and the evictions, and the pool from the largest query that is to be served.',
    steps: {
      'see-flags':
        'See --index-cache-size (250 MB by default), --index-cache.config and --chunk-pool-size (2 GB by default), and the memory limit',
      'raise-size': 'Raise --index-cache-size or --chunk-pool-size, and the memory limit by as much',
      'shared-cache':
        'Use memcached for the index cache (--index-cache.config-file), so that all Stores share it and a restart does not empty it',
      'shard-store':
        'Divide the blocks among several Stores (by time or by hash), and cut long ranges with a Query Frontend',
    },
  },
  ko: {
    title: 'Store 캐시 부족',
    summary: '{kind} {name}: 쿼리에 비해 캐시가 작습니다. {words}',
    meaning:
      '인덱스 캐시는 블록의 포스팅과 시리즈를, 청크 풀은 실행 중인 쿼리의 청크를 담습니다. 너무 작으면 다음 쿼리에 필요한 항목이 밀려나거나 쿼리가 거부됩니다.',
    impact: '과거 데이터 쿼리가 느려지거나 "pool exhausted"로 실패하고, 버킷 요청이 늘어납니다.',
    prevention: '적중률과 축출 수를 보고 캐시 크기를, 처리할 가장 큰 쿼리를 기준으로 풀 크기를 정합니다.',
    steps: {
      'see-flags':
        '--index-cache-size(기본 250MB), --index-cache.config, --chunk-pool-size(기본 2GB), 메모리 한도 확인',
      'raise-size': '--index-cache-size 또는 --chunk-pool-size를 올리고 메모리 한도도 그만큼 상향',
      'shared-cache':
        '인덱스 캐시에 memcached 사용 (--index-cache.config-file). 모든 Store가 공유하고 재시작해도 비워지지 않음',
      'shard-store': '블록을 여러 Store에 나누고(시간 또는 해시) Query Frontend로 긴 범위를 분할',
    },
  },
});
