import { targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

export const fault = defineFault({
  name: 'target-unauthorized',
  visibleAfter: 120,
  expected: { mode: 'scrape/target-unauthorized', ...edgeApplication },
  inject: (context) => replaceApplication(context, '-status=401', '-body=Unauthorized'),
  effect: targetFails('HTTP status 401'),
});
