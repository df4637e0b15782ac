import { compactorPods, logSays } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { changeObjstore } from '../objstore.ts';

/** SeaweedFS has its own protocol at this port of the same Service. */
const OTHER_PORT = 18888;

export const fault = defineFault({
  name: 'objstore-port-wrong',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'objstore/endpoint-wrong', ...objectStore },
  inject: (context) =>
    changeObjstore(context, (yaml) => yaml.replace(/(endpoint: .*):\d+/, `$1:${OTHER_PORT}`)),
  effect: logSays(compactorPods, 'malformed HTTP response'),
});
