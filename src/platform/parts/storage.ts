import { service, statefulSet } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES } from '../names.ts';
import {
  DATA_DIR,
  DATA_MOUNT,
  GRPC_AND_HTTP,
  memcachedConfig,
  OBJSTORE_MOUNT,
  objectStoreArgument,
  objectStoreVolume,
  thanosContainer,
} from './thanos.ts';

/** Store: what is in the bucket, for Query. */
export function store(context: RenderContext): PlatformObject[] {
  const { fleet } = context;
  const { store: settings, cache, profile } = fleet;
  return [
    service(context, { name: NAMES.store, headless: true, ports: GRPC_AND_HTTP }),
    statefulSet(context, {
      name: NAMES.store,
      replicas: settings.replicas,
      storage: settings.storage,
      containers: [
        thanosContainer(context, {
          name: NAMES.store,
          args: [
            'store',
            `--data-dir=${DATA_DIR}`,
            `--chunk-pool-size=${settings.chunkPoolSize}`,
            ...(cache.enabled
              ? [`--index-cache.config=${JSON.stringify(memcachedConfig(context, 'index-cache'))}`]
              : [`--index-cache-size=${settings.indexCacheSize}`]),
            ...(profile === 'lab' ? ['--sync-block-duration=30s'] : []),
            objectStoreArgument(fleet),
          ],
          resources: settings.resources,
          mounts: [DATA_MOUNT, OBJSTORE_MOUNT],
        }),
      ],
      volumes: [objectStoreVolume(fleet)],
    }),
  ];
}

/** Compactor: exactly one for a bucket. */
export function compactor(context: RenderContext): PlatformObject[] {
  const { fleet } = context;
  const { compactor: settings, receive } = fleet;
  if (!settings.enabled) return [];
  const { raw, fiveMinutes, oneHour } = settings.retention;
  return [
    statefulSet(context, {
      name: NAMES.compactor,
      replicas: 1,
      storage: settings.storage,
      containers: [
        thanosContainer(context, {
          name: NAMES.compactor,
          grpc: false,
          args: [
            'compact',
            '--wait',
            `--wait-interval=${settings.waitInterval}`,
            `--data-dir=${DATA_DIR}`,
            `--compact.concurrency=${settings.concurrency}`,
            // Replicas of Receive, and samples that came late, make blocks that overlap.
            '--compact.enable-vertical-compaction',
            `--deduplication.replica-label=${receive.replicaLabel}`,
            `--retention.resolution-raw=${raw}`,
            `--retention.resolution-5m=${fiveMinutes}`,
            `--retention.resolution-1h=${oneHour}`,
            objectStoreArgument(fleet),
          ],
          resources: settings.resources,
          mounts: [DATA_MOUNT, OBJSTORE_MOUNT],
        }),
      ],
      volumes: [objectStoreVolume(fleet)],
    }),
  ];
}
