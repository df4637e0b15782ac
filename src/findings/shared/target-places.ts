import { addressOfUrl, namespacesOf, serviceName, slicesOf } from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Service, Workload } from '../../evidence/kubernetes/objects.ts';
import { controllerOf, type Pod } from '../../evidence/kubernetes/pods.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Target } from '../../evidence/prometheus.ts';
import { type Component, isAddress } from '../../fleet/fleet.ts';
import { type ComponentRef, componentRef } from '../../fleet/subjects.ts';
import type { FindingContext } from '../context.ts';
import { selectedPods } from './paths.ts';

/** What stands behind the address of a target. */
export type TargetPlace =
  | { kind: 'pod'; pod: Pod }
  | { kind: 'service'; service: Service; pods: Pod[] }
  | { kind: 'absent-service'; namespace: string; name: string }
  | { kind: 'node'; name: string; ready: boolean }
  /** An address or a name that is none of the cluster's. */
  | { kind: 'outside'; host: string }
  /** A pod that is gone, or lists that could not be seen. */
  | { kind: 'unknown' };

export function placeOf(cluster: ClusterEvidence, writer: Component, target: Target): TargetPlace {
  const { namespace, pod: podName, service: serviceFound, node } = target.found;
  if (!cluster.pods.seen || !cluster.services.seen) return { kind: 'unknown' };
  const pods = cluster.pods.value;
  if (podName !== null) {
    const pod = pods.find(({ meta }) => meta.namespace === namespace && meta.name === podName);
    return pod ? { kind: 'pod', pod } : { kind: 'unknown' };
  }
  const host = addressOfUrl(target.url)?.host ?? '';
  const byAddress = pods.find(({ ip, spec }) => ip === host && !spec.hostNetwork);
  if (byAddress) return { kind: 'pod', pod: byAddress };
  const nodes = seenOr(cluster.nodes, []);
  const ofNode = nodes.find(({ meta, addresses }) => meta.name === node || addresses.includes(host));
  if (ofNode) return { kind: 'node', name: ofNode.meta.name, ready: ofNode.ready };
  const named =
    serviceFound !== null && namespace !== null
      ? { namespace, name: serviceFound }
      : isAddress(host)
        ? null
        : serviceName(host, writer.ref.namespace ?? '', namespacesOf(cluster));
  const service = cluster.services.value.find(
    ({ meta, clusterIP }) =>
      (named !== null && meta.namespace === named.namespace && meta.name === named.name) ||
      clusterIP === host,
  );
  if (service) return { kind: 'service', service, pods: podsBehind(cluster, service) };
  if (named !== null && serviceFound === null) return { kind: 'absent-service', ...named };
  return named === null ? { kind: 'outside', host } : { kind: 'unknown' };
}

/** Pods that a Service selects, and those that its endpoints name. */
function podsBehind(cluster: ClusterEvidence, service: Service): Pod[] {
  const names = slicesOf(cluster, service).flatMap(({ endpoints }) => endpoints.map(({ pod }) => pod));
  const selected = selectedPods(cluster, service) ?? [];
  return seenOr(cluster.pods, []).filter(
    (pod) =>
      pod.meta.namespace === service.meta.namespace &&
      (selected.includes(pod) || names.includes(pod.meta.name)),
  );
}

/** The part of the fleet that a pod belongs to; `null` for an application. */
export const componentOfPod = (context: FindingContext, cluster: string, pod: Pod): Component | null =>
  context.index
    .inCluster(cluster)
    .find(({ ref, pods }) => ref.namespace === pod.meta.namespace && pods.includes(pod.meta.name)) ?? null;

/** Whose pod it is: a part of the fleet, or an application that is scraped. */
export function ownerRef(context: FindingContext, cluster: string, pod: Pod): ComponentRef {
  const component = componentOfPod(context, cluster, pod);
  const { kind, name } = controllerOf(pod);
  const { namespace } = pod.meta;
  return component?.ref ?? componentRef({ cluster, namespace, kind, name, role: 'target' });
}

/** The workloads of a cluster, of every kind. */
export const workloadsOf = (cluster: ClusterEvidence): Workload[] =>
  [cluster.deployments, cluster.statefulSets, cluster.daemonSets].flatMap((look) => seenOr(look, []));

/** Workloads whose pods a Service would select. */
export function workloadsBehind(cluster: ClusterEvidence, { meta, selector }: Service): Workload[] {
  const wanted = Object.entries(selector);
  if (wanted.length === 0) return [];
  return workloadsOf(cluster).filter(
    (workload) =>
      workload.meta.namespace === meta.namespace &&
      wanted.every(([key, value]) => workload.podLabels[key] === value),
  );
}

/** Whether a name of a Service is that of a workload, or of what its labels call it. */
export const isCalled = ({ meta, podLabels }: Workload, name: string): boolean =>
  meta.name === name ||
  podLabels['app.kubernetes.io/name'] === name ||
  podLabels.app === name ||
  podLabels['k8s-app'] === name;
