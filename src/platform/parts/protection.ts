import { metadata, selectorLabels } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject, PolicyIngress } from '../kubernetes.ts';
import { LABELS, NAMES, PART_OF } from '../names.ts';

/** Policies of the pipeline's pods: what may be reached from where. What they may reach is left open. */
export function networkPolicies(context: RenderContext): PlatformObject[] {
  const { fleet, cluster } = context;
  if (!fleet.networkPolicies) return [];
  const policy = (
    name: string,
    matchLabels: Record<string, string>,
    ingress: PolicyIngress[],
  ): PlatformObject => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(context, name, PART_OF),
    spec: { podSelector: { matchLabels }, policyTypes: ['Ingress'], ingress },
  });
  const ports = (...names: string[]) => ({ ports: names.map((port) => ({ port, protocol: 'TCP' })) });
  return [
    policy('pipeline', { [LABELS.partOf]: PART_OF }, [
      { from: [{ podSelector: {} }] },
      ...pages(fleet.pagesFrom).map((from) => ({ ...ports('http', 'web'), ...from })),
    ]),
    ...(cluster.role === 'hub'
      ? [
          // From the ingress controller, or from the nodes where a node port is used.
          policy(
            'remote-write',
            selectorLabels(fleet.receive.router.enabled ? NAMES.receiveRouter : NAMES.receive),
            [ports('remote-write')],
          ),
        ]
      : []),
  ];
}

/**
 * From where the read-only pages are reached. Only the fleet's owner knows the addresses of the API servers, through
 * which one looks; an empty `from` would mean everywhere.
 */
function pages(ranges: readonly string[] | null): Pick<PolicyIngress, 'from'>[] {
  if (ranges === null) return [{}];
  return ranges.length === 0 ? [] : [{ from: ranges.map((cidr) => ({ ipBlock: { cidr } })) }];
}

/** Budgets: a drained node takes at most one replica of a part at a time, so that a quorum stays. */
export function disruptionBudgets(context: RenderContext): PlatformObject[] {
  const { fleet, cluster } = context;
  if (!fleet.disruptionBudgets || cluster.role !== 'hub') return [];
  const parts: [string, number, boolean][] = [
    [NAMES.receive, fleet.receive.replicas, true],
    [NAMES.receiveRouter, fleet.receive.router.replicas, fleet.receive.router.enabled],
    [NAMES.store, fleet.store.replicas, true],
    [NAMES.query, fleet.query.replicas, true],
    [NAMES.queryFrontend, fleet.queryFrontend.replicas, fleet.queryFrontend.enabled],
    [NAMES.memcached, fleet.cache.replicas, fleet.cache.enabled],
    ['thanos-ruler', fleet.ruler.replicas, fleet.ruler.enabled],
    ['alertmanager', fleet.alertmanager.replicas, fleet.alertmanager.enabled],
  ];
  return parts
    .filter(([, replicas, enabled]) => enabled && replicas > 1)
    .map(([name]) => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadata(context, name),
      spec: { maxUnavailable: 1, selector: { matchLabels: selectorLabels(name) } },
    }));
}

/** The namespace's quota, where the fleet has one. */
export function quota(context: RenderContext): PlatformObject[] {
  const { quota: settings } = context.fleet;
  if (settings === null) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: metadata(context, PART_OF, PART_OF),
      spec: {
        hard: {
          'requests.cpu': settings.cpu,
          'requests.memory': settings.memory,
          ...(settings.storage !== undefined && { 'requests.storage': settings.storage }),
        },
      },
    },
  ];
}
