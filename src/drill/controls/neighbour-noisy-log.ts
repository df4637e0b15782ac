import { addNeighbour, neighbourPods, scripted } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { allOf, allReady, logSays } from '../effects.ts';

/** What its log says is about machines that it tests, in the words of the pipeline's own parts. */
const LINES = [
  'level=error msg="connection refused" target=press-7',
  'Error on ingesting out-of-order samples num_dropped=12',
  'container was OOMKilled in run 41, as planned',
  'server returned HTTP status 409 Conflict: out of bounds',
  'critical error detected; halting err="overlap"',
];

export const control = defineControl({
  name: 'neighbour-noisy-log',
  visibleAfter: 90,
  happens: (context) => {
    const lines = LINES.map((line) => `echo '${line}'`).join('; ');
    return addNeighbour(context, {
      containers: [scripted(context, 'billing', `while :; do ${lines}; sleep 2; done`)],
    });
  },
  effect: allOf(allReady(neighbourPods, 1), logSays(neighbourPods, 'OOMKilled')),
});
