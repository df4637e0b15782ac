import { podSays, queryPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** The old pod goes on: only the update fails. */
export const fault = defineFault({
  name: 'query-image-unavailable',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/image-unavailable', ...hubPart('query') },
  inject: (context) =>
    changeWorkload(context, 'deployment', queryPods, (container) => {
      container.image = `${context.names.registry}/thanos:v9.9.9`;
    }),
  effect: podSays(queryPods, 'ErrImagePull', 'ImagePullBackOff'),
});
