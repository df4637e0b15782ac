import { defineControl } from '../control.ts';
import { allReady, podIds, podNames, receivePods, waitFor } from '../effects.ts';
import { deletePods } from '../workloads.ts';

/** One of three is deleted by hand, and is back. */
export const control = defineControl({
  name: 'receive-pod-deleted',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  happens: async (context) => {
    const before = await podIds(context, receivePods);
    const last = (await podNames(context, receivePods)).sort().at(-1) ?? '';
    await deletePods(context, receivePods, last);
    const isAnother = async () => [...(await podIds(context, receivePods))].some((id) => !before.has(id));
    await waitFor(context, isAnother, 60);
  },
  effect: allReady(receivePods, 3),
});
