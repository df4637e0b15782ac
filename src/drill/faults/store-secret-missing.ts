import { allOf, newEventSays, notAllReady, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Store alone is told of a new Secret, which nobody made. */
export const fault = defineFault({
  name: 'store-secret-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/config-object-missing', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, (_, { template: { spec } }) => {
      for (const { secret } of spec.volumes ?? []) if (secret) secret.secretName += '-rotated';
    }),
  effect: allOf(notAllReady(storePods), newEventSays(storePods, 'MountVolume', 'secret', 'not found')),
});
