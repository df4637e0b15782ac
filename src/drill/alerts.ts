import { RENDERED, RENDERED_PORTS, underNames } from '../lab/pipeline/rendered/names.ts';
import { alertmanagerPods, type Effect, jsonOf, rulerPods, waitFor } from './effects.ts';
import { type FaultContext, identityOf } from './fault.ts';

/** Adds a rule to the hub's Ruler (rendered lab). */
export const addRule = ({ hands, hub, names }: FaultContext, rule: object): Promise<void> =>
  hands.create(hub, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: names.workloads.application, namespace: names.namespaces.pipeline },
    spec: { groups: [{ name: names.workloads.application, rules: [rule] }] },
  });

const ALERT = 'OrdersWaiting';

/**
 * An alert about the edge fires from now on: a notification that is due. The one that always fires is repeated every four
 * hours only.
 */
export const fireAlert = (context: FaultContext): Promise<void> =>
  addRule(context, {
    alert: ALERT,
    expr: 'vector(1)',
    labels: {
      severity: 'critical',
      cluster: identityOf(context, context.edge),
      environment: environmentOf(context),
    },
  });

/** The external label of the edge that says which environment it is. */
export function environmentOf({ lab, edge, names }: FaultContext): string {
  const index = lab.clusters.findIndex(({ name }) => name === edge);
  return names.clusters[index]?.externalLabels.environment ?? '';
}

/** Changes the address in Slack's place, and waits until Alertmanager sees it. */
export async function changeSlackUrl(context: FaultContext, edit: (url: string) => string): Promise<void> {
  const { hands, kubectl, hub, names } = context;
  const { namespace } = alertmanagerPods(context);
  const secret = { kind: 'secret', namespace, name: underNames(names).slack };
  let wanted = '';
  await hands.changeText(hub, secret, 'url', (url) => {
    wanted = edit(url);
    return wanted;
  });
  const file = `/etc/alertmanager/secrets/${secret.name}/url`;
  const read = ['exec', `statefulset/${RENDERED.alertmanager}`, '-n', namespace, '-c', 'alertmanager', '--'];
  await waitFor(
    context,
    async () => (await kubectl(hub, [...read, 'cat', file])).trim() === wanted.trim(),
    120,
  );
}

interface RuleGroups {
  data: { groups: { rules: { health: string; state?: string }[] }[] | null };
}

/** The groups of rules that the hub's Ruler has loaded are so. */
export const rulerHas =
  (check: (groups: NonNullable<RuleGroups['data']['groups']>) => boolean): Effect =>
  async (context) => {
    const pages = await jsonOf<RuleGroups>(context, rulerPods, RENDERED_PORTS.thanos, '/api/v1/rules');
    return pages.length > 0 && pages.every(({ data }) => check(data.groups ?? []));
  };

interface Alert {
  labels: { alertname: string };
  receivers: { name: string }[];
}

/** The alert that fires since the fault is at Alertmanager, and goes to this receiver only. */
export const alertGoesTo =
  (receiver: string): Effect =>
  async (context) => {
    const { alertmanager } = RENDERED_PORTS;
    const pages = await jsonOf<Alert[]>(context, alertmanagerPods, alertmanager, '/api/v2/alerts');
    const alerts = pages.flat().filter(({ labels }) => labels.alertname === ALERT);
    return (
      alerts.length > 0 && alerts.every(({ receivers }) => receivers.every(({ name }) => name === receiver))
    );
  };
