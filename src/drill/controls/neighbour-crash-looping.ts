import { addNeighbour, neighbourPods, scripted } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { podSays } from '../effects.ts';

/** Another team's, in a namespace of its own. */
export const control = defineControl({
  name: 'neighbour-crash-looping',
  visibleAfter: 120,
  happens: (context) =>
    addNeighbour(context, {
      containers: [scripted(context, 'billing', 'echo "panic: connection refused" >&2; exit 2')],
    }),
  effect: podSays(neighbourPods, 'CrashLoopBackOff'),
});
