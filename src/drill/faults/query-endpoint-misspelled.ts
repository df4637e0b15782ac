import { allOf, isRolledOut, queryPods, storeFails } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A letter of the Service's name is missing. */
export const fault = defineFault({
  name: 'query-endpoint-misspelled',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'query/endpoint-missing', ...hubPart('query') },
  inject: (context) =>
    changeWorkload(context, 'deployment', queryPods, (container) => {
      const { store } = context.names.services;
      container.args = container.args.map((arg) =>
        arg.startsWith('--endpoint=')
          ? arg.replace(`.${store}.`, `.${store.slice(0, -2)}${store.slice(-1)}.`)
          : arg,
      );
    }),
  effect: allOf(isRolledOut('deployment', queryPods), storeFails('store')),
});
