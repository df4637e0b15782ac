import { defineFindings } from '../kind.ts';

/** What the object stores answer where an object is not there; a bucket that is not there is another matter. */
const KEY_GONE = [
  'the specified key does not exist', // S3 NoSuchKey; minio-go s3-error.go
  'nosuchkey', // S3 error code; Alibaba, Huawei
  "storage: object doesn't exist", // cloud.google.com/go/storage
  'the specified blob does not exist', // Azure Blob
  'blobnotfound', // Azure Blob error code
  'no such object', // Google Cloud Storage, JSON API
  'object not found', // thanos objstore: in memory, Swift
];

/** Where a Store reads a part of a block that it already knows, and how Query passes it on. */
const READING_BLOCK = [
  'get range reader', // thanos pkg/store/bucket.go
  'read range for', // as above
  'fetch postings for block', // as above
  'read postings range', // as above
  'read series range', // as above
  'load chunks', // as above
  'loading block failed', // as above: the meta file is there, the index is not
  'load index-header for block', // thanos pkg/block/indexheader/lazy_binary_reader.go
  'expanded matching posting', // thanos pkg/store/bucket.go
  'receive series from', // thanos pkg/store/proxy_merge.go
  'fetch series for', // as above
  '/chunks/0', // an object of a block
];

/** A Compactor that meets a broken block is another matter. */
const COMPACTING = ['compact', 'download block', 'download dir', 'downsampl', 'meta fetch'];

export const store = defineFindings({
  'store-reads-failing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: reads of parts of objects fail ({failed} of {reads}), and no other request does',
      ko: '{subject}: 객체 일부 읽기만 실패 ({reads}건 중 {failed}건), 다른 요청은 정상',
    },
  },
  'store-sync-failed': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: block metadata cannot be synchronised',
      ko: '{subject}: 블록 메타데이터 동기화 실패',
    },
    texts: {
      holds: 'pasted',
      roles: ['store'],
      lines: [
        { has: ['syncing blocks failed'], source: 'thanos cmd/thanos/store.go' },
        { has: ['bucket store initial sync'], source: 'thanos cmd/thanos/store.go' },
        {
          has: ['sync block: ', 'basefetcher'],
          lacks: ['bucket store initial sync'],
          source: 'thanos cmd/thanos/store.go',
        },
        {
          has: ['incomplete view', 'meta'],
          lacks: ['syncing blocks failed', 'bucket store initial sync', 'compact'],
          source: 'thanos pkg/block/fetcher.go',
        },
        {
          has: ['thanosstorebuckethighoperationfailures'],
          isAlert: true,
          source: 'thanos mixin/alerts/store.libsonnet',
        },
      ],
      over: [
        { has: ['successfully synchronized block metadata'], source: 'thanos pkg/block/fetcher.go' },
        { has: ['bucket store ready'], source: 'thanos cmd/thanos/store.go' },
      ],
    },
  },
  'store-cache-full': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: index cache or chunk pool is too small for the queries',
      ko: '{subject}: 쿼리에 비해 인덱스 캐시 또는 청크 풀이 작음',
    },
    texts: {
      holds: 'pasted',
      roles: ['store', 'query'],
      lines: [
        {
          has: ['allocate chunk bytes', 'pool exhausted'],
          source: 'thanos pkg/store/bucket.go, pkg/pool/pool.go',
        },
        {
          has: ['pool exhausted', 'chunk'],
          lacks: ['allocate chunk bytes', 'connection pool'],
          source: 'thanos pkg/pool/pool.go',
        },
        {
          has: ['lru has nothing more to evict'],
          source: 'thanos pkg/store/cache/inmemory.go, pkg/cache/inmemory.go',
        },
        { has: ['cannot be bigger than overall cache size'], source: 'thanos pkg/store/cache/inmemory.go' },
      ],
    },
  },
  'block-gone': {
    leak: 1e-5,
    sentence: {
      en: '{subject} reads a block that is gone from the bucket',
      ko: '{subject}: 버킷에서 사라진 블록을 읽음',
    },
    texts: {
      holds: 'pasted',
      roles: ['store', 'query'],
      lines: KEY_GONE.flatMap((gone) =>
        READING_BLOCK.map((reading) => ({
          has: [gone, reading] as [string, string],
          lacks: ['bucket store initial sync', ...COMPACTING],
          source: 'thanos pkg/store/bucket.go; answers of S3, GCS, Azure Blob',
        })),
      ),
    },
  },
  'time-range-unserved': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: neither Receive nor Store serves {hours} h',
      ko: '{subject}: Receive와 Store 모두 제공하지 않는 구간 {hours}시간',
    },
  },
  'no-store-matched': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: no store serves the time or labels of a query',
      ko: '{subject}: 쿼리 구간이나 레이블을 제공하는 스토어 없음',
    },
    texts: {
      holds: 'pasted',
      roles: ['query'],
      lines: [{ has: ['no storeapis matched for this query'], source: 'thanos pkg/store/proxy.go' }],
    },
  },
  'store-slow': {
    leak: 1e-3,
    sentence: { en: '{subject}: the Store answers slowly', ko: '{subject}: Store 응답 지연' },
    texts: {
      holds: 'pasted',
      roles: ['store'],
      lines: [
        {
          has: ['thanosstoreseriesgatelatencyhigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/store.libsonnet',
        },
        {
          has: ['thanosstoreobjstoreoperationlatencyhigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/store.libsonnet',
        },
      ],
    },
  },
});
