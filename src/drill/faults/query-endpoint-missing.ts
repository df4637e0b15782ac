import { allOf, isRolledOut, queryPods, storeFails } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

export const fault = defineFault({
  name: 'query-endpoint-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'query/endpoint-missing', ...hubPart('query') },
  inject: (context) =>
    changeWorkload(context, 'deployment', queryPods, (container) => {
      const store = `.${context.names.services.store}.`;
      container.args = container.args.filter(
        (arg) => !(arg.startsWith('--endpoint=') && arg.includes(store)),
      );
    }),
  effect: allOf(isRolledOut('deployment', queryPods), storeFails('store')),
});
