import { nodesOf } from '../../lab/layout.ts';
import { changeSlackUrl, fireAlert } from '../alerts.ts';
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
    const layout = layoutOfCluster(context, hub);
    for (const node of nodesOf(layout))
      await dropForwarded(context, node, '-i', 'cni0', '!', '-d', lab.range);
    const zones = { kind: 'configmap', namespace: names.namespaces.dns, name: names.workloads.dns };
    await hands.changeText(hub, zones, 'Corefile', (text) =>
      text.replace('hosts {', `hosts {\n        ${SLACK.address} ${SLACK.host}`),
    );
    await waitFor(context, logSays(dnsPods, 'Reloading complete'), 180);
    await changeSlackUrl(context, (url) => url.replace(/^http:\/\/[^/]+/, `https://${SLACK.host}`));
    await fireAlert(context);
  },
  effect: anyOf(
    logSays(alertmanagerPods, `${SLACK.address}:443`),
    logSays(alertmanagerPods, 'context deadline exceeded'),
  ),
});
