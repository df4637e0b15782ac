import { agentPods, logSays } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

/** A new version of the application puts times of its own on its samples: for an hour the same. */
export const fault = defineFault({
  name: 'target-timestamps-rejected',
  visibleAfter: 120,
  expected: { mode: 'scrape/timestamps-rejected', ...edgeAgent },
  inject: (context) => replaceApplication(context, '-series=50', '-stamps=same'),
  effect: logSays(agentPods, 'Error on ingesting out-of-order samples'),
});
