import { edgeSilent } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { dropRemoteWrite } from '../site.ts';

export const fault = defineFault({
  name: 'edge-firewall-blocked',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'network/firewall-blocked', ...edgeAgent },
  inject: async (context) => {
    await dropRemoteWrite(context);
  },
  effect: edgeSilent('context deadline exceeded', 'i/o timeout'),
});
