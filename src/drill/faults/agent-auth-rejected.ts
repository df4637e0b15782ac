import { edgeSilent } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { putGatewayBefore } from '../stand-in.ts';

export const fault = defineFault({
  name: 'agent-auth-rejected',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'remote-write/auth-rejected', ...edgeAgent },
  inject: (context) =>
    putGatewayBefore(context, '-status=401', '-body=Unauthorized', '-header=WWW-Authenticate: Bearer'),
  effect: edgeSilent('HTTP status 401'),
});
