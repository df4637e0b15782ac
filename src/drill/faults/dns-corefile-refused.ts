import { dnsPods, exportsAbove } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { restartAll } from '../workloads.ts';

const METRICS = 9153;

/** A slip in the name of a plugin: CoreDNS does not load the file, and answers by the one before. */
export const fault = defineFault({
  name: 'dns-corefile-refused',
  lab: { pipeline: 'plain' },
  visibleAfter: 360,
  expected: {
    mode: 'workload/config-stale',
    cluster: ({ edge }) => edge,
    role: 'dns',
    name: ({ names }) => names.workloads.dns,
  },
  inject: async (context) => {
    const { cluster, ...ref } = dnsPods(context);
    // It counts what it refused until it starts anew: so it does again when everything is taken back.
    await restartAll(context, 'deployment', dnsPods);
    await context.hands.changeText(cluster, { kind: 'configmap', ...ref }, 'Corefile', (text) =>
      text.replace('loadbalance', 'loadbalancing'),
    );
  },
  effect: exportsAbove(0, { where: dnsPods, port: METRICS, metric: 'coredns_reload_failed_total' }),
});
