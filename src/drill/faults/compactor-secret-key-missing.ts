import { allOf, compactorPods, newEventSays, notAllReady } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** The Secret is there and has no such key. */
export const fault = defineFault({
  name: 'compactor-secret-key-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/config-object-missing', ...hubPart('compactor') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', compactorPods, (_, { template: { spec } }) => {
      const { objstoreKey } = context.names.objects;
      for (const { secret } of spec.volumes ?? [])
        if (secret) secret.items = [{ key: `${objstoreKey}.new`, path: objstoreKey }];
    }),
  effect: allOf(
    notAllReady(compactorPods),
    newEventSays(compactorPods, 'references non-existent secret key'),
  ),
});
