import { flagText, ofFlag } from './flag.ts';
import { duration, size, wholeNumber } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { replicasAndResources, resources, storage } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Store: what is in the bucket, for Query. */
export function storeSettings(world: World): Noted[] {
  const none = { path: ['store', 'replicas'], value: 0 };
  const { part, notes } = onePart(world, 'store', world.parts('store'), none);
  if (!part) return notes;
  const { args } = part.component;
  // With a cache of its own configuration, the flag counts for nothing.
  const hasCache = args.some((word) => word.startsWith('--index-cache.config'));
  return [
    ...notes,
    ...replicasAndResources(part, ['store']),
    ...(hasCache ? [] : [ofFlag(part, ['store', 'indexCacheSize'], '--index-cache-size', size)]),
    ofFlag(part, ['store', 'chunkPoolSize'], '--chunk-pool-size', size),
    dataStorage(part, ['store', 'storage']),
  ];
}

/** Compactor: at most one for a bucket. */
export function compactorSettings(world: World): Noted[] {
  const none = { path: ['compactor', 'enabled'], value: false };
  const { part, notes } = onePart(world, 'compactor', world.parts('compactor'), none);
  if (!part) return notes;
  const section = ['compactor'];
  const { desired } = part.component;
  const days = (path: string[], flag: string) => ofFlag(part, [...section, ...path], flag, duration);
  return [
    ...notes,
    // Scaled to zero it is there, and does nothing.
    seen([...section, 'enabled'], desired !== 0, inPart(part, 'spec.replicas')),
    ...resources(part, [...section, 'resources']),
    days(['retention', 'raw'], '--retention.resolution-raw'),
    days(['retention', 'fiveMinutes'], '--retention.resolution-5m'),
    days(['retention', 'oneHour'], '--retention.resolution-1h'),
    !isWaiting(part)
      ? untold([...section, 'waitInterval'], 'not-expressible', part.cluster.name, 'no --wait')
      : days(['waitInterval'], '--wait-interval'),
    ofFlag(part, [...section, 'concurrency'], '--compact.concurrency', wholeNumber),
    dataStorage(part, [...section, 'storage']),
  ];
}

const isWaiting = ({ component: { args } }: Part): boolean =>
  args.includes('--wait') || args.includes('-w') || args.includes('--wait=true');

export function dataStorage(part: Part, path: readonly string[], flag = '--data-dir'): Noted {
  const folder = flagText(part, flag)?.text ?? null;
  return storage(part, path, folder?.startsWith('/') ? folder : null);
}
