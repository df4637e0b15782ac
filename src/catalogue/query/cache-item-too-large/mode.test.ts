import { type Change, describeChanged } from '../../changed.testing.ts';
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

const METRICS = /thanos-store-0:\d+\/proxy\/metrics/;
const name = 'index-cache';
const skipped: Change = ({ path }, body) =>
  METRICS.test(path) && typeof body === 'string'
    ? `${body}\nthanos_memcached_operation_skipped_total{name="${name}",operation="set",reason="max-item-size"} 400\nthanos_memcached_operations_total{name="${name}",operation="set"} 600\n`
    : body;

// A Store with a memcached, as its client counts.
describeChanged('query/cache-item-too-large', {
  from: 'healthy',
  change: skipped,
  at: { role: 'store', name: 'thanos-store' },
  hidden: METRICS,
});
