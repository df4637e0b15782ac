import { podSays, queryPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Less memory than it needs to start. */
export const fault = defineFault({
  name: 'query-memory-small',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/oom-killed', ...hubPart('query') },
  inject: (context) =>
    changeWorkload(context, 'deployment', queryPods, (container, spec) => {
      spec.strategy = { type: 'Recreate' };
      container.resources = { limits: { memory: '12Mi' } };
    }),
  effect: podSays(queryPods, 'OOMKilled'),
});
