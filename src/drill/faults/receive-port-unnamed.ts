import { lasting, leadsNowhere } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** The Service asks for a port by a name that no container has: it has no endpoint any more. */
export const fault = defineFault({
  name: 'receive-port-unnamed',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: {
    mode: 'network/service-port-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.services.receive,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const service = { kind: 'service', namespace: names.namespaces.pipeline, name: names.services.receive };
    await hands.change<{ spec: { ports: { targetPort: number | string }[] } }>(hub, service, ({ spec }) => {
      for (const port of spec.ports) port.targetPort = 'remote-in';
    });
  },
  // Connections that stand are used on: the fault is there all the same.
  effect: lasting(
    45,
    leadsNowhere(({ hub, names }) => ({
      ...{ cluster: hub, namespace: names.namespaces.pipeline, name: names.services.receive },
    })),
  ),
});
