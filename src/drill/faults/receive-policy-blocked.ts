import { edgeSilent } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { dropForwarded, edgesOf, layoutOfCluster } from '../site.ts';

export const fault = defineFault({
  name: 'receive-policy-blocked',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'network/policy-blocked', cluster: ({ hub }) => hub, role: 'receive' },
  inject: async (context) => {
    const { hands, hub, names } = context;
    await hands.create(hub, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `${names.services.receive}-from-inside`, namespace: names.namespaces.pipeline },
      spec: {
        podSelector: { matchLabels: { [names.labelKeys.name]: names.workloads.receive } },
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ namespaceSelector: {} }] }],
      },
    });
    // The lab's network plugin enforces no policy: this is what one that does would drop.
    for (const edge of edgesOf(context)) {
      const { nodeAddress } = layoutOfCluster(context, edge);
      await dropForwarded(
        context,
        layoutOfCluster(context, hub),
        ...['-p', 'tcp', '-s', nodeAddress, '--dport', String(names.ports.remoteWrite)],
      );
    }
  },
  effect: edgeSilent('context deadline exceeded', 'i/o timeout'),
});
