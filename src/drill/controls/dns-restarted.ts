import { defineControl } from '../control.ts';
import { dnsPods, readySince } from '../effects.ts';
import { replacePods } from '../workloads.ts';

/** For some seconds no name was found; now all are. */
export const control = defineControl({
  name: 'dns-restarted',
  visibleAfter: 90,
  happens: (context) => replacePods(context, dnsPods),
  effect: readySince(dnsPods, 240),
});
