import { changeAgent } from '../agent.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { edgesOf } from '../site.ts';

interface ServiceSpec {
  type: string;
  allocateLoadBalancerNodePorts?: boolean;
  ports: { nodePort?: number }[];
}

/** A load balancer is to take the node port's place, and nobody gives it an address; agents use its port already. */
export const fault = defineFault({
  name: 'receive-loadbalancer-pending',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: {
    mode: 'network/loadbalancer-pending',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.services.receive,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const service = { kind: 'service', namespace: names.namespaces.pipeline, name: names.services.receive };
    await hands.change<{ spec: ServiceSpec }>(hub, service, ({ spec }) => {
      spec.type = 'LoadBalancer';
      spec.allocateLoadBalancerNodePorts = false;
      for (const port of spec.ports) delete port.nodePort;
    });
    const { remoteWriteNodePort, remoteWrite } = names.ports;
    for (const edge of edgesOf(context))
      await changeAgent(
        context,
        (_, write) => {
          write.url = write.url.replace(`:${remoteWriteNodePort}/`, `:${remoteWrite}/`);
        },
        edge,
      );
  },
  effect: edgeSilent('connection refused'),
});
