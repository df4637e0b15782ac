import { join } from 'node:path';
import { nodeFiles } from '../../lab/cluster/node-files.ts';
import { agentPods, logSays } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';
import { layoutOfCluster } from '../site.ts';
import { changeWorkload } from '../workloads.ts';

/** Two replicas on one volume: the second finds it taken. */
export const fault = defineFault({
  name: 'agent-storage-locked',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'agent/storage-locked', ...edgeAgent },
  inject: async (context) => {
    const { hands, edge, names } = context;
    const { volumes } = nodeFiles(layoutOfCluster(context, edge));
    const path = join(volumes, `${names.workloads.agent}-data`);
    await hands.command(['mkdir', '-p', path], ['rm', '-rf', path]);
    await changeWorkload(context, agentKind(context), agentPods, (_, spec) => {
      spec.replicas = 2;
      // A Deployment would keep its old pod, whose volume is its own, beside the new ones.
      if (names.agentKind === 'Deployment') spec.strategy = { type: 'Recreate' };
      const { template } = spec;
      template.spec.volumes = (template.spec.volumes ?? []).map((volume) =>
        volume.emptyDir ? { name: volume.name, hostPath: { path } } : volume,
      );
    });
  },
  effect: logSays(agentPods, 'lock DB directory: resource temporarily unavailable'),
});
