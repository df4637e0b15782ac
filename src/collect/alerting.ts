import {
  isUsuallySilent,
  namesAlertmanager,
  RULE_KINDS,
  readAlertSending,
  readAlerts,
  readRuleObject,
  readRules,
  readSilences,
  readSilentReceivers,
  SILENT_RECEIVERS,
} from '../evidence/alerts.ts';
import { type ClusterEvidence, podKey } from '../evidence/evidence.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import { readConfigMap } from '../evidence/kubernetes/objects.ts';
import { seenOr } from '../evidence/look.ts';
import type { Metrics } from '../evidence/metrics.ts';
import type { Component } from '../fleet/fleet.ts';
import { proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, askList, LIMITS } from './requests.ts';

/** What Alertmanagers tell nobody, and what says which rules and datasources are loaded. */
export async function collectAlerting(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const grafanas = components.filter(({ role }) => role === 'grafana');
  await Promise.all([
    ...components
      .filter(({ role }) => role === 'alertmanager')
      .map((component) => mutes(asker, cluster, component)),
    ...(components.some(isEvaluator) ? [ruleObjects(asker, cluster)] : []),
    ...[...new Set(grafanas.map(({ ref }) => ref.namespace ?? ''))].map((namespace) =>
      datasourceMaps(asker, cluster, namespace),
    ),
  ]);
}

const isEvaluator = ({ role }: Component): boolean => role === 'prometheus' || role === 'ruler';

/** The label that Grafana's charts give their sidecar to look for, unless told otherwise. */
const DATASOURCE_LABEL = 'grafana_datasource';

async function datasourceMaps(asker: Asker, cluster: ClusterEvidence, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/configmaps?labelSelector=${DATASOURCE_LABEL}`;
  cluster.datasourceMaps.set(namespace, await askList(asker, cluster.name, path, readConfigMap, readItems));
}

async function ruleObjects(asker: Asker, cluster: ClusterEvidence): Promise<void> {
  await Promise.all(
    RULE_KINDS.map(async (kind) => {
      const path = `/apis/monitoring.coreos.com/v1/${kind}`;
      cluster.ruleObjects.set(kind, await askList(asker, cluster.name, path, readRuleObject, readItems));
    }),
  );
}

/** The replicas share silences and alerts: one is asked. */
async function mutes(asker: Asker, cluster: ClusterEvidence, component: Component): Promise<void> {
  const pod = runningPods(cluster, component)[0];
  if (!pod || component.httpPort === null) return;
  const base = `${proxyPath(component, pod)}/api/v2`;
  const alerts = (query: string) =>
    askJson(asker, cluster.name, `${base}/alerts?${query}`, LIMITS.object, readAlerts);
  const sentTo = (receivers: string) =>
    alerts(
      `active=true&inhibited=false&silenced=false&unprocessed=false&receiver=${encodeURIComponent(receivers)}`,
    );
  const [silenced, unrouted, silences, silent] = await Promise.all([
    alerts('active=false&inhibited=false&unprocessed=false&silenced=true'),
    sentTo(`(?i)(${SILENT_RECEIVERS.join('|')})`),
    askJson(asker, cluster.name, `${base}/silences`, LIMITS.object, readSilences),
    askJson(asker, cluster.name, `${base}/status`, LIMITS.object, readSilentReceivers),
  ]);
  const others = seenOr(silent, []).filter((name) => !isUsuallySilent(name));
  const unroutedToo = others.length > 0 ? seenOr(await sentTo(`(${others.join('|')})`), []) : [];
  const both =
    silenced.seen && unrouted.seen
      ? { ...silenced, value: [...silenced.value, ...unrouted.value, ...unroutedToo] }
      : silenced.seen
        ? unrouted
        : silenced;
  cluster.mutedAlerts.set(podKey(pod), both);
  cluster.silences.set(podKey(pod), silences);
  cluster.silentReceivers.set(podKey(pod), others);
}

/** The rules of a Prometheus or Ruler whose metrics call for a look. */
export async function collectRules(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  if (!isEvaluator(component)) return;
  const pods = runningPods(cluster, component).filter((pod) => {
    const look = cluster.metrics.get(podKey(pod));
    return look?.seen === true && rulesNeedLook(component, look.value);
  });
  await Promise.all(
    pods.map(async (pod) => {
      const path = `${proxyPath(component, pod)}/api/v1/rules`;
      cluster.rules.set(podKey(pod), await askJson(asker, cluster.name, path, LIMITS.object, readRules));
    }),
  );
}

/** Whether rules failed since the start, or alerts have nowhere to go. */
function rulesNeedLook({ role, args }: Component, metrics: Metrics): boolean {
  if ((metrics.sum('prometheus_rule_group_rules') ?? 0) === 0) return false;
  if ((metrics.sum('prometheus_rule_evaluation_failures_total') ?? 0) > 0) return true;
  if (role !== 'ruler') return metrics.value('prometheus_notifications_alertmanagers_discovered') === 0;
  const sending = readAlertSending(metrics);
  return !namesAlertmanager(args) || (sending !== null && sending.sent === 0 && sending.dropped > 0);
}
