import { nodesOf } from '../../lab/layout.ts';
import { RENDERED, RENDERED_PORTS } from '../../lab/pipeline/rendered/names.ts';
import { alertmanagerPods, valuesOf } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { dropForwarded, layoutOfCluster } from '../site.ts';

const GOSSIP = '9094';
const REPLICAS = 2;

/** Alertmanager gets a second replica, and what the two say to each other is dropped between them. */
export const fault = defineFault({
  name: 'alertmanager-peers-unreachable',
  lab: { pipeline: 'rendered' },
  visibleAfter: 300,
  expected: {
    mode: 'alertmanager/peers-unreachable',
    cluster: ({ hub }) => hub,
    role: 'alertmanager',
    name: () => RENDERED.alertmanager,
  },
  inject: async (context) => {
    const { hands, hub, names } = context;
    for (const node of nodesOf(layoutOfCluster(context, hub)))
      for (const protocol of ['tcp', 'udp'])
        await dropForwarded(context, node, '-p', protocol, '--dport', GOSSIP);
    const { pipeline: namespace } = names.namespaces;
    const resource = { kind: 'alertmanager', namespace, name: RENDERED.alertmanagerResource };
    await hands.change<{ spec: { replicas: number } }>(hub, resource, ({ spec }) => {
      spec.replicas = REPLICAS;
    });
  },
  effect: async (context) => {
    const members = await valuesOf(context, {
      where: alertmanagerPods,
      port: RENDERED_PORTS.alertmanager,
      metric: 'alertmanager_cluster_members',
    });
    return members.length === REPLICAS && members.every((count) => count === 1);
  },
});
