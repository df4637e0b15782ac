import { defineControl } from '../control.ts';
import { allOf, allReady, isRolledOut, noPods, queryPods, waitFor } from '../effects.ts';
import { addRecorder, recorderPods } from '../sidecar.ts';
import { changeWorkload } from '../workloads.ts';

const isRolled = isRolledOut('deployment', queryPods);

/** A Prometheus with a sidecar is taken out of service: Query is told first, and then it goes. */
export const control = defineControl({
  name: 'recorder-retired',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  happens: async (context) => {
    await addRecorder(context, {});
    await waitFor(context, allOf(allReady(recorderPods, 1), isRolled), 240);
    const { cluster, namespace, name } = recorderPods(context);
    await changeWorkload(context, 'deployment', queryPods, (container) => {
      container.args = container.args.filter((arg) => !arg.includes(`.${name}.`));
    });
    await waitFor(context, isRolled, 120);
    for (const kind of ['service', 'statefulset', 'configmap'])
      await context.hands.remove(cluster, { kind, namespace, name });
  },
  effect: allOf(noPods(recorderPods), isRolled),
});
