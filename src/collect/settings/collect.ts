import { type ClusterEvidence, type Evidence, podKey } from '../../evidence/evidence.ts';
import { text } from '../../evidence/json.ts';
import { readItems } from '../../evidence/kubernetes/meta.ts';
import { readFlags, readPlainObject } from '../../evidence/kubernetes/plain.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Transport } from '../../evidence/transport.ts';
import { podsOf } from '../../evidence/views.ts';
import { flagValue, portOf } from '../../fleet/flags.ts';
import type { Component, Fleet } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import { answered } from '../cluster.ts';
import { COLLECTION_DEADLINE_MS } from '../collect.ts';
import { proxyPath } from '../parts.ts';
import { type Asker, askJson, askList, LIMITS } from '../requests.ts';
import type { ClusterSettingsEvidence, SettingsEvidence } from './evidence.ts';

/** Whose processes tell their flags. Receive, Query Frontend and Sidecar have no such page (Thanos 0.42). */
const WITH_FLAGS: readonly Role[] = ['agent', 'prometheus', 'store', 'compactor', 'query', 'ruler'];

/**
 * Asks for what tells the settings of a fleet that was collected. A diagnosis asks for none of it: what a recording
 * of an incident does not hold must not become a blind spot of it. Never throws.
 */
export async function collectSettings(
  transport: Transport,
  evidence: Evidence,
  fleet: Fleet,
  options: { deadlineMs?: number; clock?: () => number } = {},
): Promise<SettingsEvidence> {
  const clock = options.clock ?? Date.now;
  const deadline = clock() + (options.deadlineMs ?? COLLECTION_DEADLINE_MS);
  const asker: Asker = { transport, clock, deadline };
  const reachable = [...evidence.clusters.values()].filter(answered);
  const collected = await Promise.all(
    reachable.map(async (cluster): Promise<[string, ClusterSettingsEvidence]> => {
      const own = fleet.components.filter(({ ref }) => ref.cluster === cluster.name);
      return [cluster.name, await ofCluster(asker, cluster, own)];
    }),
  );
  return new Map(collected);
}

async function ofCluster(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<ClusterSettingsEvidence> {
  const list = (path: string) => askList(asker, cluster.name, path, readPlainObject, readItems);
  const lists = {
    prometheusAgents: list('/apis/monitoring.coreos.com/v1alpha1/prometheusagents'),
    prometheuses: list('/apis/monitoring.coreos.com/v1/prometheuses'),
    storageClasses: list('/apis/storage.k8s.io/v1/storageclasses'),
    ingressClasses: list('/apis/networking.k8s.io/v1/ingressclasses'),
    httpRoutes: list('/apis/gateway.networking.k8s.io/v1/httproutes'),
    networkPolicies: list('/apis/networking.k8s.io/v1/networkpolicies'),
    disruptionBudgets: list('/apis/policy/v1/poddisruptionbudgets'),
    resourceQuotas: list('/api/v1/resourcequotas'),
  };
  const [flags, alertmanagers] = await Promise.all([
    askParts(cluster, components, WITH_FLAGS, (path) =>
      askJson(asker, cluster.name, `${path}/api/v1/status/flags`, LIMITS.object, readFlags),
    ),
    askParts(cluster, components, ['alertmanager'], (path) =>
      askJson(asker, cluster.name, `${path}/api/v2/status`, LIMITS.object, (body) => {
        return text(body, 'config', 'original') ?? null;
      }),
    ),
  ]);
  return {
    prometheusAgents: await lists.prometheusAgents,
    prometheuses: await lists.prometheuses,
    storageClasses: await lists.storageClasses,
    ingressClasses: await lists.ingressClasses,
    httpRoutes: await lists.httpRoutes,
    networkPolicies: await lists.networkPolicies,
    disruptionBudgets: await lists.disruptionBudgets,
    resourceQuotas: await lists.resourceQuotas,
    flags,
    alertmanagers,
  };
}

/** Asks one running pod of each part of these roles: the others of a part have the same settings. */
async function askParts<T>(
  cluster: ClusterEvidence,
  components: readonly Component[],
  roles: readonly Role[],
  request: (path: string) => Promise<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  await Promise.all(
    components
      .filter(({ role }) => roles.includes(role))
      .map(async (component) => {
        const pod = podsOf(cluster, component).find((candidate) => isRunning(candidate, component));
        if (pod) found.set(podKey(pod), await request(proxyPath(withPort(component), pod)));
      }),
  );
  return found;
}

const isRunning = (pod: Pod, { container }: Component): boolean =>
  pod.containers.some(({ name, runningSince }) => name === container && runningSince !== null);

/** Alertmanager's own default port; a diagnosis does not ask it, so that its component has none. */
function withPort(component: Component): Component {
  if (component.httpPort !== null) return component;
  return {
    ...component,
    httpPort: portOf(flagValue(component.args, '--web.listen-address') ?? '') ?? 9093,
  };
}
