import { RENDERED, RENDERED_PORTS, underNames } from '../lab/pipeline/rendered/names.ts';
import { alertmanagerPods, type Effect, jsonOf, rulerPods, waitFor } from './effects.ts';
import { type FaultContext, identityOf, kubectlCommand } from './fault.ts';

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
  status: { state: 'active' | 'suppressed' | 'unprocessed'; silencedBy: string[] };
}

/** The alert that fires since the drill, as Alertmanager has it. */
async function firedAlerts(context: FaultContext): Promise<Alert[]> {
  const { alertmanager } = RENDERED_PORTS;
  const pages = await jsonOf<Alert[]>(context, alertmanagerPods, alertmanager, '/api/v2/alerts');
  return pages.flat().filter(({ labels }) => labels.alertname === ALERT);
}

/** The alert that fires is at Alertmanager, and silenced or not. */
export const alertIs =
  (what: 'silenced' | 'told'): Effect =>
  async (context) => {
    const alerts = await firedAlerts(context);
    return (
      alerts.length > 0 &&
      alerts.every(({ status }) =>
        what === 'silenced' ? status.silencedBy.length > 0 : status.state === 'active',
      )
    );
  };

const SILENCE_MS = 2 * 3_600_000;

/** A person silences the alert that fires, for two hours, and says why. */
export async function silenceAlert(context: FaultContext): Promise<void> {
  const { namespace } = alertmanagerPods(context);
  const pod = `${RENDERED.alertmanager}-0`;
  const silence = {
    matchers: [{ name: 'alertname', value: ALERT, isRegex: false, isEqual: true }],
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + SILENCE_MS).toISOString(),
    createdBy: 'on-call',
    comment: 'load test of the shop until noon',
  };
  const post = ['wget', '-qO-', '--header', 'Content-Type: application/json'];
  const to = `http://127.0.0.1:${RENDERED_PORTS.alertmanager}/api/v2/silences`;
  const proxy = `/api/v1/namespaces/${namespace}/pods/${pod}:${RENDERED_PORTS.alertmanager}/proxy/api/v2`;
  // Its id is known only afterwards: whatever is active is ended, and the lab has no silences of its own.
  const end = `"$@" get --raw '${proxy}/silences' | grep -o '"id":"[0-9a-f-]*"' | cut -d '"' -f 4 |
  while read -r id; do "$@" delete --raw "${proxy}/silence/$id" || true; done`;
  await context.hands.command(
    kubectlCommand(
      context,
      context.hub,
      ...['exec', pod, '-n', namespace, '-c', 'alertmanager', '--'],
      ...[...post, '--post-data', JSON.stringify(silence), to],
    ),
    ['sh', '-c', end, 'sh', ...kubectlCommand(context, context.hub)],
  );
}

/** The alert that fires since the fault is at Alertmanager, and goes to this receiver only. */
export const alertGoesTo =
  (receiver: string): Effect =>
  async (context) => {
    const alerts = await firedAlerts(context);
    return (
      alerts.length > 0 && alerts.every(({ receivers }) => receivers.every(({ name }) => name === receiver))
    );
  };
