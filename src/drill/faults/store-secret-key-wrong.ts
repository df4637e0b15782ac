import { logSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { giveOwnObjstore } from '../objstore.ts';

/** Store is given keys of its own, and half of them belongs to others: the store knows who asks, and not this signature. */
export const fault = defineFault({
  name: 'store-secret-key-wrong',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'objstore/credentials-invalid', ...hubPart('store') },
  inject: (context) =>
    giveOwnObjstore(context, storePods, (yaml) =>
      yaml.replace(/secret_key: (.*)/, (_, key: string) => `secret_key: ${[...key].reverse().join('')}`),
    ),
  effect: logSays(storePods, 'signature we calculated does not match'),
});
