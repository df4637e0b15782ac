import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Object store throttles its clients',
    summary: 'The object store answers that {clients} ask too often.',
    meaning:
      'The store limits requests or bytes per second: for a prefix, an account or a tenant. MinIO answers the same when its disks cannot follow.',
    impact: 'Syncs, uploads and queries are slow or fail and are tried again; the Compactor falls behind.',
    prevention:
      'Cache metadata and index, run syncs less often, and watch the rate of bucket operations against the limit.',
    steps: {
      'see-rate':
        'See which operation is slowed down, and which client asks most (rate of thanos_objstore_bucket_operations_total)',
      'fewer-requests':
        'Lower what asks most: --block-sync-concurrency and --sync-block-duration of Store, --block-meta-fetch-concurrency and --compact.concurrency of the Compactor; long queries',
      cache:
        'Give Store an index cache and a caching bucket (--store.caching-bucket.config) so that it asks less',
      'raise-limit': 'Have the limit raised, spread tenants over buckets, or give the store more disks',
      'no-failures':
        'The logs of the clients show successful syncs and uploads, and none that is slowed down',
    },
  },
  ko: {
    title: '오브젝트 스토리지 요청 제한',
    summary: '오브젝트 스토리지가 요청이 너무 많다고 응답합니다. 사용하는 컴포넌트: {clients}',
    meaning:
      '스토리지가 프리픽스, 계정, 테넌트 단위로 초당 요청 수나 대역폭을 제한하는 상태입니다. MinIO는 디스크가 따라가지 못할 때도 같은 응답을 보냅니다.',
    impact: '동기화, 업로드, 조회가 느려지거나 실패 후 재시도됩니다. 컴팩션이 밀립니다.',
    prevention:
      '메타데이터와 인덱스를 캐시하고, 동기화 주기를 늘리고, 버킷 작업량을 한도와 비교해 감시합니다.',
    steps: {
      'see-rate': '제한된 작업과 요청이 많은 컴포넌트 확인 (thanos_objstore_bucket_operations_total 증가율)',
      'fewer-requests':
        '요청 줄이기: Store의 --block-sync-concurrency와 --sync-block-duration, Compactor의 --block-meta-fetch-concurrency와 --compact.concurrency, 긴 기간 쿼리',
      cache: 'Store에 인덱스 캐시와 caching bucket(--store.caching-bucket.config) 구성',
      'raise-limit': '한도 상향 요청, 테넌트별 버킷 분리 또는 스토리지 디스크 증설',
      'no-failures': '로그에서 동기화와 업로드 성공, 요청 제한 없음 확인',
    },
  },
});
