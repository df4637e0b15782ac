import { isWithin } from '../../fleet/file/versions.ts';
import type { Role } from '../../fleet/roles.ts';

interface Defaults {
  /** First and last minor for which the values were read in the source. */
  versions: readonly [first: string, last: string];
  flags: Readonly<Record<string, string>>;
}

/** `cmd/thanos/*.go` of v0.32.0 to v0.42.0: the same in all of them. */
const THANOS = ['0.32', '0.42'] as const;
/** `cmd/prometheus/main.go` and `tsdb/agent/db.go` of v2.45.0 to v3.9.0: the same in all of them. */
const PROMETHEUS = ['2.45', '3.9'] as const;
/** `memcached -h` of 1.6.18 for the memory, and its documented megabyte for an item. */
const MEMCACHED = ['1.6', '1.6'] as const;

/** What a program takes for a flag that nobody gives. Only what is certain for the version is in here. */
const DEFAULTS: Partial<Record<Role, Defaults>> = {
  agent: {
    versions: PROMETHEUS,
    flags: {
      '--storage.agent.wal-compression': 'true',
      '--storage.agent.retention.min-time': '5m',
      '--storage.agent.retention.max-time': '4h',
      '--storage.agent.wal-truncate-frequency': '2h',
    },
  },
  prometheus: { versions: PROMETHEUS, flags: { '--storage.tsdb.wal-compression': 'true' } },
  receive: {
    versions: THANOS,
    flags: {
      '--tsdb.retention': '15d',
      '--tsdb.min-block-duration': '2h',
      '--tsdb.max-block-duration': '2h',
      '--tsdb.out-of-order.time-window': '0s',
      '--receive.replication-factor': '1',
      '--receive.hashrings-algorithm': 'hashmod',
      '--receive.default-tenant-id': 'default-tenant',
    },
  },
  store: { versions: THANOS, flags: { '--index-cache-size': '250MB', '--chunk-pool-size': '2GB' } },
  compactor: {
    versions: THANOS,
    flags: {
      '--retention.resolution-raw': '0d',
      '--retention.resolution-5m': '0d',
      '--retention.resolution-1h': '0d',
      '--wait-interval': '5m',
      '--compact.concurrency': '1',
    },
  },
  query: { versions: THANOS, flags: { '--query.timeout': '2m', '--query.max-concurrent': '20' } },
  'query-frontend': { versions: THANOS, flags: { '--query-range.split-interval': '24h' } },
  ruler: { versions: THANOS, flags: { '--eval-interval': '1m', '--tsdb.retention': '48h' } },
  cache: { versions: MEMCACHED, flags: { '--memory-limit': '64', '--max-item-size': '1m' } },
};

/** The default of a flag for a version, `null` where it is not certain. */
export function defaultOf(role: Role, flag: string, version: string | null): string | null {
  const known = DEFAULTS[role];
  if (!known || version === null || !isWithin(version, known.versions)) return null;
  return known.flags[flag] ?? null;
}
