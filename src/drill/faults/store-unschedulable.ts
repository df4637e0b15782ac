import { lasting, podSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

export const fault = defineFault({
  name: 'store-unschedulable',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/unschedulable', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, (container) => {
      container.resources = { ...container.resources, requests: { cpu: '512', memory: '32Mi' } };
    }),
  // A pod that starts is given a minute.
  effect: lasting(30, podSays(storePods, 'Unschedulable')),
});
