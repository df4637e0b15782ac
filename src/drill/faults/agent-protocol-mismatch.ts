import { changeAgent } from '../agent.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';

/** Receive takes remote write 1.0 only; it answers 200 to what it cannot read. */
export const fault = defineFault({
  name: 'agent-protocol-mismatch',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 180,
  expected: { mode: 'remote-write/protocol-mismatch', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, (_, write) => {
      write.protobuf_message = 'io.prometheus.write.v2.Request';
    }),
  effect: edgeSilent('sent v2 request'),
});
