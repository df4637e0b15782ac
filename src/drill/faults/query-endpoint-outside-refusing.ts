import { allOf, type Effect, isRolledOut, logSays, queryPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { nobodyOutside } from '../stand-in.ts';
import { changeWorkload } from '../workloads.ts';

const saysSo: Effect = (context) => logSays(queryPods, nobodyOutside(context))(context);

/** Query is to ask a store of another company as well: a host outside of all clusters, at which nothing listens. */
export const fault = defineFault({
  name: 'query-endpoint-outside-refusing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'query/endpoint-unreachable', ...hubPart('query') },
  inject: (context) =>
    changeWorkload(context, 'deployment', queryPods, ({ args }) => {
      args.push(`--endpoint=${nobodyOutside(context)}`);
    }),
  effect: allOf(isRolledOut('deployment', queryPods), saysSo, logSays(queryPods, 'connection refused')),
});
