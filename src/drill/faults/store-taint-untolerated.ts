import { nodesOf } from '../../lab/layout.ts';
import { lasting, podSays, storePods } from '../effects.ts';
import { defineFault, hubPart, kubectlCommand } from '../fault.ts';
import { layoutOfCluster, perhaps } from '../site.ts';

const TAINT = 'storage.example.com/dedicated';

/** The nodes are kept for somebody else from now on: what runs there stays, and Store, which starts anew, may not. */
export const fault = defineFault({
  name: 'store-taint-untolerated',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/unschedulable', ...hubPart('store') },
  inject: async (context) => {
    const { hands, hub, names } = context;
    for (const { nodeName } of nodesOf(layoutOfCluster(context, hub)))
      await hands.command(
        kubectlCommand(context, hub, 'taint', 'nodes', nodeName, `${TAINT}=backups:NoSchedule`),
        perhaps(kubectlCommand(context, hub, 'taint', 'nodes', nodeName, `${TAINT}:NoSchedule-`)),
      );
    await hands.restart(hub, names.namespaces.pipeline, `statefulset/${names.workloads.store}`);
  },
  effect: lasting(60, podSays(storePods, 'Unschedulable')),
});
