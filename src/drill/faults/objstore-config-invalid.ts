import { compactorPods, logSays } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { changeObjstore } from '../objstore.ts';

export const fault = defineFault({
  name: 'objstore-config-invalid',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'objstore/config-invalid', ...objectStore },
  inject: (context) => changeObjstore(context, (yaml) => yaml.replace('access_key:', 'acces_key:')),
  effect: logSays(compactorPods, 'not found in type'),
});
