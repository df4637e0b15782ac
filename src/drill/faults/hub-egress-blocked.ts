import { nodesOf } from '../../lab/layout.ts';
import { underNames } from '../../lab/pipeline/rendered/names.ts';
import { alertmanagerPods, anyOf, logSays, waitFor } from '../effects.ts';
import { defineFault, type FaultContext } from '../fault.ts';
import { dropForwarded, layoutOfCluster } from '../site.ts';

/** The lab has no outside: this address is nobody's (RFC 5737), and no packet to it leaves the hub. */
const SLACK = { host: 'hooks.slack.com', address: '203.0.113.7' };

const dnsPods = ({ hub, names }: FaultContext) => ({
  cluster: hub,
  namespace: names.namespaces.dns,
  name: names.workloads.dns,
});

/** Alerts go to the real Slack, and packets to whatever is not of the lab are dropped as by a lost NAT gateway. */
export const fault = defineFault({
  name: 'hub-egress-blocked',
  lab: { pipeline: 'rendered' },
  visibleAfter: 480,
  expected: { mode: 'network/egress-blocked', cluster: ({ hub }) => hub, role: 'alertmanager' },
  inject: async (context) => {
    const { hands, hub, lab, names } = context;
    const { pipeline: namespace, dns } = names.namespaces;
    const layout = layoutOfCluster(context, hub);
    for (const node of nodesOf(layout))
      await dropForwarded(context, node, '-i', 'cni0', '!', '-d', lab.range);
    const zones = { kind: 'configmap', namespace: dns, name: names.workloads.dns };
    await hands.changeText(hub, zones, 'Corefile', (text) =>
      text.replace('hosts {', `hosts {\n        ${SLACK.address} ${SLACK.host}`),
    );
    await waitFor(context, logSays(dnsPods, 'Reloading complete'), 180);
    const url = { kind: 'secret', namespace, name: underNames(names).slack };
    await hands.changeText(hub, url, 'url', (text) =>
      text.replace(/^http:\/\/[^/]+/, `https://${SLACK.host}`),
    );
    // A notification that is due: the one that always fires is repeated every four hours only.
    const alert = { alert: 'OrdersWaiting', expr: 'vector(1)', labels: { severity: 'warning' } };
    await hands.create(hub, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: names.workloads.application, namespace },
      spec: { groups: [{ name: names.workloads.application, rules: [alert] }] },
    });
  },
  effect: anyOf(
    logSays(alertmanagerPods, `${SLACK.address}:443`),
    logSays(alertmanagerPods, 'context deadline exceeded'),
  ),
});
