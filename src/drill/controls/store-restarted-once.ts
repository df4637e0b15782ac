import { defineControl } from '../control.ts';
import { podsAre, readyPod, storePods } from '../effects.ts';
import { kubectlCommand } from '../fault.ts';

/** Its process ended once, and the kubelet started it again in its place. */
export const control = defineControl({
  name: 'store-restarted-once',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  happens: async (context) => {
    const { cluster, namespace, name } = storePods(context);
    const { name: pod } = await readyPod(context, storePods);
    const end = ['exec', pod, '-n', namespace, '-c', name, '--', 'sh', '-c', 'kill 1'];
    // The count goes with the pod.
    const forget = ['delete', 'pod', pod, '-n', namespace, '--ignore-not-found', '--wait=false'];
    await context.hands.command(
      kubectlCommand(context, cluster, ...end),
      kubectlCommand(context, cluster, ...forget),
    );
  },
  effect: podsAre(storePods, (pods) =>
    pods.some(
      ({ status }) =>
        (status.containerStatuses ?? []).some(({ restartCount }) => restartCount > 0) &&
        (status.conditions ?? []).some((one) => one.type === 'Ready' && one.status === 'True'),
    ),
  ),
});
