import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeHashring } from '../receive.ts';

export const fault = defineFault({
  name: 'receive-hashring-too-small',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'receive/hashring-too-small', ...hubPart('receive') },
  inject: (context) =>
    changeHashring(context, (ring) => {
      ring.endpoints.pop();
    }),
  effect: logSays(receivePods, 'insufficient nodes'),
});
