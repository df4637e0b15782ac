import { claimForStore } from '../claims.ts';
import { newEventSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

export const fault = defineFault({
  name: 'store-storageclass-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'storage/storageclass-missing', ...hubPart('store') },
  inject: (context) => claimForStore(context, `${context.names.storageClass}-fast`),
  effect: newEventSays(storePods, 'storageclass.storage.k8s.io', 'not found'),
});
