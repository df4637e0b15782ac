import { logSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { giveOwnObjstore } from '../objstore.ts';
import { nobodyOutside } from '../stand-in.ts';

/** Store is to read from the object store of another company: a host outside of all clusters, where nothing listens. */
export const fault = defineFault({
  name: 'store-bucket-outside-refusing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'objstore/endpoint-unreachable', ...hubPart('store') },
  inject: (context) =>
    giveOwnObjstore(context, storePods, (yaml) =>
      yaml.replace(/endpoint: .*/, `endpoint: ${nobodyOutside(context)}`),
    ),
  effect: logSays(storePods, 'connection refused'),
});
