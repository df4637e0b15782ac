import { edgeSilent } from '../effects.ts';
import { entrance } from '../entrance.ts';
import { defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'ingress-missing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: { mode: 'network/ingress-missing', cluster: ({ hub }) => hub, role: 'ingress' },
  inject: (context) => context.hands.remove(context.hub, entrance(context)),
  effect: edgeSilent('HTTP status 404'),
});
