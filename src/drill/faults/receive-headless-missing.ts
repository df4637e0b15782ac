import { agentPods, allOf, anyOf, logSays, receivePods, storeFails } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** The Service by which the Receives have names: those that start anew find each other no more, nor does Query. */
export const fault = defineFault({
  name: 'receive-headless-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'network/service-missing', cluster: ({ hub }) => hub, role: 'receive' },
  inject: async ({ hands, hub, names }) => {
    const namespace = names.namespaces.pipeline;
    await hands.remove(hub, { kind: 'service', namespace, name: names.services.receiveHeadless });
    await hands.restart(hub, namespace, `statefulset/${names.workloads.receive}`);
  },
  effect: allOf(
    storeFails('receive'),
    anyOf(
      ...[logSays(agentPods, 'HTTP status 503'), logSays(agentPods, 'HTTP status 500')],
      logSays(receivePods, 'no such host'),
    ),
  ),
});
