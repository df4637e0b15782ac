import { ofFlag } from './flag.ts';
import { duration } from './forms.ts';
import { inPart, type Noted, seen } from './noted.ts';
import { dataStorage } from './store.ts';
import { replicasAndResources } from './workload.ts';
import { onePart, type World } from './world.ts';

/** Thanos Ruler. */
export function rulerSettings(world: World): Noted[] {
  const none = { path: ['ruler', 'enabled'], value: false };
  const { part, notes } = onePart(world, 'ruler', world.parts('ruler'), none);
  if (!part) return notes;
  // One that writes to Receive keeps nothing of its own.
  const isStateless = part.component.args.some((word) => word.startsWith('--remote-write.config'));
  return [
    ...notes,
    seen(['ruler', 'enabled'], true, inPart(part, 'rule')),
    ...replicasAndResources(part, ['ruler']),
    ofFlag(part, ['ruler', 'evaluationInterval'], '--eval-interval', duration),
    ...(isStateless ? [] : [ofFlag(part, ['ruler', 'retention'], '--tsdb.retention', duration)]),
    dataStorage(part, ['ruler', 'storage']),
  ];
}
