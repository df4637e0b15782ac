import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** A comma too many at the end of the file: every Receive goes on with the hashring that it has read before. */
export const fault = defineFault({
  name: 'receive-hashring-unparsable',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/config-stale', ...hubPart('receive') },
  inject: ({ hands, hub, names }) => {
    const { hashring, hashringKey } = names.objects;
    const ref = { kind: 'configmap', namespace: names.namespaces.pipeline, name: hashring };
    return hands.changeText(hub, ref, hashringKey, (text) => text.replace(/\]\s*$/, ',\n]\n'));
  },
  effect: logSays(receivePods, 'failed to parse configuration file'),
});
