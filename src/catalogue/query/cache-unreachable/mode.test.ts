import { type Change, changes, describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/cache-unreachable', {
  says: [
    'level=error msg="failed to resolve addresses for memcached" addresses=dnssrv+_client._tcp.memcached err="lookup SRV records: no such host"',
    'level=warn name=caching-bucket msg="failed to fetch items from memcached" numKeys=3 err="dial tcp 10.0.0.1:11211: i/o timeout"',
    '{"level":"error","msg":"failed to put to memcached","err":"server=10.0.0.1:11211: memcache: connect timeout to address"}',
    'level=error msg="error connecting to redis" name=frontend err="dial tcp 10.0.0.1:6379: connect: connection refused"',
  ],
  not: {
    'level=info msg="created memcached cache"': null,
    'level=debug msg="memcache: cache miss"': null,
  },
});

const METRICS = /thanos-store-0:\d+\/proxy\/metrics/;
const failures: Change = ({ path }, body) =>
  METRICS.test(path) && typeof body === 'string'
    ? `${body}\nthanos_memcached_operation_failures_total{name="index-cache",operation="getmulti",reason="timeout"} 40\n`
    : body;
const LINE =
  'level=warn name=index-cache msg="failed to fetch items from memcached" numKeys=3 err="dial tcp 10.0.0.1:11211: i/o timeout"';

// A Store whose memcached is none of the fleet.
describeChanged('query/cache-unreachable', {
  from: 'healthy',
  change: changes(failures, logOf(/pods\/thanos-store-0\//, LINE, LINE, LINE)),
  at: { role: 'store', name: 'thanos-store' },
  hidden: /thanos-store-0[:/].*(?:log\?|metrics)/,
});
