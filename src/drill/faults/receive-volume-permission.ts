import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

const NOBODY = 65534;

/** Receive runs as nobody from now on; its volumes are root's, and no driver gives folders of a host to a group. */
export const fault = defineFault({
  name: 'receive-volume-permission',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/volume-permission', ...hubPart('receive') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', receivePods, (_, { template: { spec } }) => {
      spec.securityContext = { ...spec.securityContext, runAsUser: NOBODY, runAsGroup: NOBODY };
    }),
  effect: logSays(receivePods, 'permission denied'),
});
