import { compactorPods, logSays } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { changeObjstore } from '../objstore.ts';

export const fault = defineFault({
  name: 'objstore-scheme-wrong',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'objstore/endpoint-wrong', ...objectStore },
  inject: (context) => changeObjstore(context, (yaml) => yaml.replace('insecure: true', 'insecure: false')),
  effect: logSays(compactorPods, 'server gave HTTP response to HTTPS client'),
});
