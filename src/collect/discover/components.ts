import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Workload } from '../../evidence/kubernetes/objects.ts';
import { type Container, controllerOf, type Pod, type PodSpec } from '../../evidence/kubernetes/pods.ts';
import { seenOr } from '../../evidence/look.ts';
import { flagValue, portOf } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import { componentRef, subjectKey } from '../../fleet/subjects.ts';
import { commandLine, recognise } from './recognise.ts';

/** A controller of pods as far as it is known: its own object, or only what its pods tell. */
interface PodOwner {
  kind: string;
  namespace: string;
  name: string;
  pod: PodSpec;
  podLabels: Record<string, string>;
  desired: number | null;
  pods: Pod[];
}

/** The pipeline's parts in one cluster, by what their containers run. */
export function discoverComponents(cluster: ClusterEvidence): Component[] {
  return podOwners(cluster).flatMap((owner) => componentsOf(cluster.name, owner));
}

function podOwners(cluster: ClusterEvidence): PodOwner[] {
  const owners = new Map<string, PodOwner>();
  const workloads = [cluster.deployments, cluster.statefulSets, cluster.daemonSets].flatMap((look) =>
    seenOr(look, []),
  );
  for (const workload of workloads) {
    const namespace = workload.meta.namespace ?? '';
    owners.set(`${workload.kind}/${namespace}/${workload.meta.name}`, {
      kind: workload.kind,
      namespace,
      name: workload.meta.name,
      pod: workload.pod,
      podLabels: workload.podLabels,
      desired: desiredPods(workload),
      pods: [],
    });
  }
  for (const pod of seenOr(cluster.pods, [])) {
    const owner = controllerOf(pod);
    // Jobs come and go: they are no part of a pipeline that runs.
    if (owner.kind === 'Job') continue;
    const key = `${owner.kind}/${pod.meta.namespace}/${owner.name}`;
    const known = owners.get(key);
    if (known) known.pods.push(pod);
    else {
      owners.set(key, {
        ...owner,
        namespace: pod.meta.namespace ?? '',
        pod: pod.spec,
        podLabels: pod.meta.labels,
        desired: null,
        pods: [pod],
      });
    }
  }
  return [...owners.values()];
}

function desiredPods(workload: Workload): number | null {
  return workload.kind === 'DaemonSet' ? workload.desiredScheduled : workload.replicas;
}

function componentsOf(cluster: string, owner: PodOwner): Component[] {
  const recognised = owner.pod.containers.flatMap((container) => {
    const role = recognise(container);
    return role === null ? [] : [{ container, role }];
  });
  const primary =
    recognised.find(({ role }) => role !== 'config-reloader' && role !== 'sidecar') ?? recognised[0];
  return recognised.map((found) => component(cluster, owner, found, found === primary));
}

function component(
  cluster: string,
  owner: PodOwner,
  found: { container: Container; role: Role },
  isPrimary: boolean,
): Component {
  const { container, role } = found;
  const ref = componentRef({
    cluster,
    namespace: owner.namespace,
    kind: owner.kind,
    name: owner.name,
    role,
    // The second part in the same pods is told apart by its container.
    container: isPrimary ? null : container.name,
  });
  const args = commandLine(container);
  return {
    key: subjectKey(ref),
    ref,
    role,
    container: container.name,
    image: container.image,
    args,
    desired: owner.desired,
    pods: owner.pods.map((pod) => pod.meta.name).sort(),
    nodes: [...new Set(owner.pods.flatMap(({ node }) => node ?? []))].sort(),
    httpPort: httpPort(role, args),
    routePrefix: routePrefix(args),
    httpTls: speaksTls(container, args),
    podLabels: owner.podLabels,
  };
}

/**
 * Whether the HTTP server speaks TLS. The kubelet's probe tells for sure; without one a file for it may say either
 * (the operator always names one), so that the server itself is asked.
 */
function speaksTls(container: Container, args: readonly string[]): boolean | null {
  if (container.probedByTls !== null) return container.probedByTls;
  const mayBe = ['--web.config.file', '--http.config', '--web.enable-tls'].some(
    (flag) => flagValue(args, flag) !== null,
  );
  return mayBe ? null : false;
}

/** Where a program of this role serves HTTP: the flag that sets it, and its default. */
const HTTP_SERVERS: Partial<Record<Role, { flag: string; port: number }>> = {
  agent: { flag: '--web.listen-address', port: 9090 },
  prometheus: { flag: '--web.listen-address', port: 9090 },
  receive: { flag: '--http-address', port: 10902 },
  store: { flag: '--http-address', port: 10902 },
  compactor: { flag: '--http-address', port: 10902 },
  query: { flag: '--http-address', port: 10902 },
  'query-frontend': { flag: '--http-address', port: 10902 },
  ruler: { flag: '--http-address', port: 10902 },
  sidecar: { flag: '--http-address', port: 10902 },
  dns: { flag: '--metrics-port', port: 9153 },
  operator: { flag: '--web.listen-address', port: 8080 },
  alertmanager: { flag: '--web.listen-address', port: 9093 },
  // Grafana and Fluent Bit have their ports in files: the defaults.
  grafana: { flag: '--http-port', port: 3000 },
  'log-shipper': { flag: '--port', port: 2020 },
  // Its port is in a file too.
  'log-store': { flag: '--http.port', port: 9200 },
};

function httpPort(role: Role, args: readonly string[]): number | null {
  const server = HTTP_SERVERS[role];
  if (!server) return null;
  return portOf(flagValue(args, server.flag) ?? '') ?? server.port;
}

function routePrefix(args: readonly string[]): string {
  const prefix = flagValue(args, '--web.route-prefix') ?? pathOfUrl(flagValue(args, '--web.external-url'));
  const trimmed = (prefix ?? '').replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function pathOfUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).pathname;
}
