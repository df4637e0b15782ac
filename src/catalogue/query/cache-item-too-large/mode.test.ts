import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/cache-item-too-large', {
  says: [
    'level=error msg="failed to put to memcached" err="server=10.0.0.1:11211: memcache: unexpected response line from \\"set\\": \\"SERVER_ERROR object too large for cache\\\\r\\\\n\\""',
    'level=debug msg="item bigger than maxItemSizeBytes. Ignoring.." maxItemSizeBytes=1048576 itemSize=2097152',
    'thanos_memcached_operation_skipped_total{name="frontend",operation="set",reason="max-item-size"} 412',
  ],
  not: {
    'thanos_memcached_operation_skipped_total{name="frontend",operation="set",reason="max-item-size"} 0':
      null,
  },
});
