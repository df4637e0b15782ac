import { storeFails } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { forgetConnections } from '../site.ts';

interface ServiceSpec {
  clusterIP: string;
  ports: { name: string; targetPort: number }[];
}

export const fault = defineFault({
  name: 'store-port-mismatch',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: {
    mode: 'network/service-port-mismatch',
    cluster: ({ hub }) => hub,
    role: 'store',
    name: ({ names }) => names.services.store,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const service = { kind: 'service', namespace: names.namespaces.pipeline, name: names.services.store };
    let address = '';
    await hands.change<{ spec: ServiceSpec }>(hub, service, ({ spec }) => {
      address = spec.clusterIP;
      for (const port of spec.ports) if (port.name === names.portNames.grpc) port.targetPort += 1;
    });
    await forgetConnections(context, hub, address);
  },
  effect: storeFails('store'),
});
