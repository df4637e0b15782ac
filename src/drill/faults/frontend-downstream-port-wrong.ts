import { allOf, frontendPods, logSays, notAllReady } from '../effects.ts';
import { defineFault, queryFrontend } from '../fault.ts';
import { changeDownstream } from '../frontend.ts';

/** The port at which Query speaks gRPC. */
const GRPC_PORT = 10901;

export const fault = defineFault({
  name: 'frontend-downstream-port-wrong',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: { mode: 'query/frontend-downstream-wrong', ...queryFrontend },
  inject: (context) => changeDownstream(context, (url) => url.replace(/:\d+$/, `:${GRPC_PORT}`)),
  effect: allOf(notAllReady(frontendPods), logSays(frontendPods, 'roundtripping to downstream URL')),
});
