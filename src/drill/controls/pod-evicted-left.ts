import { addPod, beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { objectIs } from '../effects.ts';

const NAME = 'report-7c9d';
/** As the kubelet writes it (pkg/kubelet/eviction/helpers.go of Kubernetes 1.35). */
const MESSAGE = 'The node was low on resource: memory. ';

/**
 * What an eviction of weeks ago leaves behind. The lab's nodes share the machine's memory, so the status is written by
 * hand, to a pod that no kubelet ever had.
 */
export const control = defineControl({
  name: 'pod-evicted-left',
  visibleAfter: 60,
  happens: async (context) => {
    const { kubectl, hub } = context;
    const { namespace } = beside('pod', NAME)(context);
    const gate = [{ name: 'drill.example/never' }];
    await addPod(context, { name: NAME, script: 'sleep 3600', schedulingGates: gate });
    const status = {
      phase: 'Failed',
      reason: 'Evicted',
      message: MESSAGE,
      conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'TerminationByKubelet' }],
    };
    const patch = ['--subresource=status', '--type=merge', '-p', JSON.stringify({ status })];
    await kubectl(hub, ['patch', 'pod', NAME, '-n', namespace, ...patch]);
  },
  effect: objectIs<{ status: { phase: string; reason?: string } }>(
    beside('pod', NAME),
    ({ status }) => status.phase === 'Failed' && status.reason === 'Evicted',
  ),
});
