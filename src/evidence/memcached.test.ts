import { describe, expect, it } from 'vitest';
import { readCacheClient, readCacheServer } from './memcached.ts';
import { type Metrics, readMetrics } from './metrics.ts';

const page = (text: string) => readMetrics(text) as Metrics;

describe('what tells of a memcached', () => {
  it('counts what a client was not answered apart from what was refused', () => {
    const client = readCacheClient(
      page(`thanos_memcached_operations_total{operation="getmulti"} 90
thanos_memcached_operation_failures_total{operation="getmulti",reason="timeout"} 30
thanos_memcached_operation_failures_total{operation="set",reason="server-error"} 7
thanos_memcached_operation_duration_seconds_count{operation="getmulti"} 53
thanos_memcached_dns_provider_results{addr="dnssrv+_m._tcp.cache"} 2
`),
    );
    expect(client).toEqual({ unanswered: 30, answered: 53, servers: 2 });
  });

  it('has no server where no look-up ever succeeded', () => {
    const lookups = (failed: number) =>
      readCacheClient(
        page(
          `thanos_memcached_operations_total 0\nthanos_memcached_dns_lookups_total 9\nthanos_memcached_dns_failures_total ${failed}\n`,
        ),
      )?.servers;
    expect([lookups(9), lookups(8)]).toEqual([0, null]);
  });

  it('is nothing on a page of something else', () => {
    expect(readCacheClient(page('up 1\n'))).toBeNull();
    expect(readCacheServer(page('up 1\n'))).toBeNull();
    expect(readCacheServer(page('memcached_up 0\n'))).toMatchObject({ isUp: false, limit: 0 });
  });
});
