import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** Where no program of the pods listens: the controller answers 502. */
const WRONG_PORT = 19_292;

export const fault = defineFault({
  name: 'ingress-backend-port-mismatch',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: {
    mode: 'network/service-port-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: () => RENDERED.remoteWrite,
  },
  inject: ({ hands, hub, names }) =>
    hands.change<{ spec: { ports: { targetPort: number | string }[] } }>(
      hub,
      { kind: 'service', namespace: names.namespaces.pipeline, name: RENDERED.remoteWrite },
      ({ spec }) => {
        for (const port of spec.ports) port.targetPort = WRONG_PORT;
      },
    ),
  effect: edgeSilent('HTTP status 502'),
});
