import { agentPods, allOf, logSays, notAllReady, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { damageBlocks } from '../receive-data.ts';

/** Two of three replicas: the one that is left is no quorum. */
export const fault = defineFault({
  name: 'receive-blocks-damaged-quorum-lost',
  lab: { pipeline: 'plain' },
  visibleAfter: 600,
  expected: { mode: 'receive/tsdb-corrupt', ...hubPart('receive') },
  inject: (context) => damageBlocks(context, 1, 2),
  effect: allOf(
    notAllReady(receivePods),
    logSays(receivePods, 'opening storage: '),
    logSays(agentPods, 'HTTP status 503'),
  ),
});
