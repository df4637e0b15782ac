import { allOf, frontendPods, logSays, notAllReady } from '../effects.ts';
import { defineFault, queryFrontend } from '../fault.ts';
import { changeDownstream } from '../frontend.ts';

/** A letter of the Service's name is missing. */
export const fault = defineFault({
  name: 'frontend-downstream-misspelled',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: { mode: 'query/frontend-downstream-wrong', ...queryFrontend },
  inject: (context) =>
    changeDownstream(context, (url) =>
      url.replace(context.names.services.query, context.names.services.query.slice(0, -1)),
    ),
  effect: allOf(notAllReady(frontendPods), logSays(frontendPods, 'no such host')),
});
