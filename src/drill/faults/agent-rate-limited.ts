import { edgeSilent } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { putGatewayBefore } from '../stand-in.ts';

export const fault = defineFault({
  name: 'agent-rate-limited',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'remote-write/rate-limited', ...edgeAgent },
  inject: (context) =>
    putGatewayBefore(context, '-status=429', '-body=Too many requests', '-header=Retry-After: 30'),
  effect: edgeSilent('HTTP status 429'),
});
