import { lasting, podSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

export const fault = defineFault({
  name: 'store-node-selector-unmatched',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/unschedulable', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, (_, { template: { spec } }) => {
      spec.nodeSelector = { 'topology.example.com/pool': 'storage' };
    }),
  effect: lasting(60, podSays(storePods, 'Unschedulable')),
});
