import { nodesOf } from '../../lab/layout.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { forgetConnections, inNode, layoutOfCluster, perhaps } from '../site.ts';

interface ServiceSpec {
  clusterIP: string;
  ports: { protocol: string }[];
}

/** The Service has the right port, of the wrong protocol: nothing takes TCP at the node port any more. */
export const fault = defineFault({
  name: 'receive-protocol-udp',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: {
    mode: 'network/service-port-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.services.receive,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const service = { kind: 'service', namespace: names.namespaces.pipeline, name: names.services.receive };
    let address = '';
    await hands.change<{ spec: ServiceSpec }>(hub, service, ({ spec }) => {
      address = spec.clusterIP;
      for (const port of spec.ports) port.protocol = 'UDP';
    });
    // Until the nodes have followed, a connection that they forget finds its way again.
    await hands.command(['sleep', '5'], ['true']);
    await forgetConnections(context, hub, address);
    const atNodePort = ['conntrack', '-D', '-p', 'tcp', '--dport', String(names.ports.remoteWriteNodePort)];
    for (const node of nodesOf(layoutOfCluster(context, hub)))
      await hands.command(perhaps(inNode(node, ...atNodePort)), ['true']);
  },
  effect: edgeSilent('connection refused'),
});
