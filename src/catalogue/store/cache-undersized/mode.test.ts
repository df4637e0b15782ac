import { describeChanged, metricsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('store/cache-undersized', {
  says: [
    'level=warn component=proxy err="receive series from Addr: store-0:10901: rpc error: code = Aborted desc = fetch series for block 01HF: preload chunks: read range for 0: allocate chunk bytes: pool exhausted"',
    '{"err":"rpc error: code = Unknown desc = send series: preload chunks: allocate chunk bytes: pool exhausted","level":"error","msg":"returning partial response"}',
    'level=error msg="LRU has nothing more to evict, but we still cannot allocate the item. Resetting cache." maxItemSizeBytes=131072000 maxSizeBytes=262144000',
    'create index cache: max item size (125MiB) cannot be bigger than overall cache size (50MiB)',
  ],
  not: {
    'level=info msg="created in-memory index cache" maxItemSizeBytes=131072000 maxSizeBytes=262144000 maxItems=maxInt':
      null,
    'redis: connection pool exhausted while reading chunk': null,
  },
});

describeChanged('store/cache-undersized', {
  from: 'healthy',
  change: metricsOf(/thanos-store-0/, {
    thanos_store_index_cache_max_size_bytes: '24000',
    'thanos_store_index_cache_items_added_total{item_type="Series"}': '90000',
    'thanos_store_index_cache_items_evicted_total{item_type="Series"}': '89000',
    'thanos_store_index_cache_requests_total{item_type="Series",tenant="default-tenant"}': '120000',
  }),
  at: { role: 'store', name: 'thanos-store', variant: 'index-cache' },
  hidden: /\/metrics/,
});
