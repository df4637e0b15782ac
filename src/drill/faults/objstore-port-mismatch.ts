import { compactorPods, logSays } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { forgetConnections } from '../site.ts';

interface ServiceSpec {
  clusterIP: string;
  ports: { port: number; targetPort: number }[];
}

export const fault = defineFault({
  name: 'objstore-port-mismatch',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: {
    mode: 'network/service-port-mismatch',
    ...objectStore,
    name: ({ names }) => names.services.objectStore,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const service = {
      kind: 'service',
      namespace: names.namespaces.storage,
      name: names.services.objectStore,
    };
    let address = '';
    await hands.change<{ spec: ServiceSpec }>(hub, service, ({ spec }) => {
      address = spec.clusterIP;
      for (const entry of spec.ports) if (entry.port === names.ports.s3) entry.targetPort += 1;
    });
    await forgetConnections(context, hub, address);
  },
  effect: logSays(compactorPods, 'connection refused'),
});
