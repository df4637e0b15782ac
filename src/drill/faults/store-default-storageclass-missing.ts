import { claimForStore } from '../claims.ts';
import { newEventSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** The plain lab has a class, and none that is the default. */
export const fault = defineFault({
  name: 'store-default-storageclass-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'storage/default-storageclass-missing', ...hubPart('store') },
  inject: (context) => claimForStore(context, null),
  effect: newEventSays(
    storePods,
    'no persistent volumes available for this claim and no storage class is set',
  ),
});
