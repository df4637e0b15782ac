import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** What stands behind the Ingress is gone: the controller has nothing to pass writes on to. */
export const fault = defineFault({
  name: 'ingress-service-missing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: {
    mode: 'network/service-missing',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: () => RENDERED.remoteWrite,
  },
  inject: ({ hands, hub, names }) =>
    hands.remove(hub, {
      kind: 'service',
      namespace: names.namespaces.pipeline,
      name: RENDERED.remoteWrite,
    }),
  effect: edgeSilent('HTTP status 404'),
});
