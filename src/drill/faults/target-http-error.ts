import { lasting, targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

export const fault = defineFault({
  name: 'target-http-error',
  visibleAfter: 180,
  expected: { mode: 'scrape/target-http-error', ...edgeApplication },
  inject: (context) => replaceApplication(context, '-status=500', '-body=database is down'),
  // What starts is given a minute.
  effect: lasting(30, targetFails('HTTP status 500')),
});
