import { NEEDS_BOTH, writeQuorum } from '../quorum.ts';
import { type FleetProblem, type ProblemCode, pathText } from './problem.ts';
import { amount, seconds } from './quantities.ts';
import { resolveFleet } from './resolve.ts';
import type { FleetFile } from './schema.ts';
import type { FleetSettings, Resources } from './settings.ts';
import { unsupportedVersions } from './versions.ts';

type Path = FleetProblem['path'];
type Report = (code: ProblemCode, path: Path, params?: FleetProblem['params']) => void;

/** What the schema alone cannot say: things that contradict each other, and what no cluster would accept. */
export function checkFleet(file: FleetFile): FleetProblem[] {
  const problems: FleetProblem[] = [];
  const report: Report = (code, path, params = {}) => problems.push({ code, path, params });
  const fleet = resolveFleet(file);
  checkClusters(file, fleet, report);
  // What somebody else deployed runs as it is: it is compared, not made.
  if (fleet.deployedBy === 'other') return problems;
  checkNamespaces(file, report);
  checkReceive(fleet, report);
  checkAgents(file, fleet, report);
  checkQueryPath(fleet, report);
  checkEdges(fleet, report);
  checkResources(fleet, report);
  for (const { part, version, supported } of unsupportedVersions(fleet.versions)) {
    report('version-unsupported', ['versions', part], { part, version, supported });
  }
  return problems;
}

function checkClusters(file: FleetFile, fleet: FleetSettings, report: Report): void {
  const hubs = file.clusters.flatMap(({ role }, index) => (role === 'hub' ? [index] : []));
  const untold = file.clusters.flatMap(({ role }, index) => (role === undefined ? [index] : []));
  if (fleet.deployedBy !== 'other') {
    for (const index of untold) {
      const path = ['clusters', index, 'role'];
      report('missing', path, { field: pathText(path) });
    }
  }
  if (hubs.length > 1 || (hubs.length === 0 && untold.length === 0)) {
    const path = hubs[1] === undefined ? ['clusters'] : ['clusters', hubs[1], 'role'];
    report('one-hub', path, { count: hubs.length });
  }
  const unique = (code: ProblemCode, key: string, textOf: (index: number) => string) => {
    const first = new Map<string, string>();
    // A cluster that is there twice has everything twice: its name is what is wrong.
    const isTwice = (name: string, index: number) =>
      code !== 'duplicate-cluster' && name === fleet.clusters[index]?.name;
    fleet.clusters.forEach((cluster, index) => {
      const value = textOf(index);
      const other = first.get(value);
      if (other === undefined) first.set(value, cluster.name);
      else if (!isTwice(other, index))
        report(code, ['clusters', index, ...key.split('.').filter(Boolean)], { value, other });
    });
  };
  const { identityLabel } = fleet;
  unique('duplicate-cluster', 'name', (index) => fleet.clusters[index]?.name ?? '');
  unique('duplicate-context', 'context', (index) => fleet.clusters[index]?.context ?? '');
  unique(
    'duplicate-identity',
    `labels.${identityLabel}`,
    (index) => fleet.clusters[index]?.labels[identityLabel] ?? '',
  );
  fleet.clusters.forEach(({ labels }, index) => {
    for (const label of fleet.query.replicaLabels) {
      if (label in labels) report('replica-label', ['clusters', index, 'labels', label], { label });
    }
  });
}

/**
 * Namespaces of the system itself: `kube-` is reserved (kubernetes.io, "Namespaces", working with namespaces), and
 * OpenShift keeps `openshift` and `openshift-` for itself.
 */
const OF_SYSTEM = /^(kube-|openshift(-|$))/;

function checkNamespaces(file: FleetFile, report: Report): void {
  const check = (namespace: string | undefined, path: Path) => {
    if (namespace !== undefined && OF_SYSTEM.test(namespace)) report('system-namespace', path, { namespace });
  };
  check(file.namespace, ['namespace']);
  for (const [index, { namespace }] of file.clusters.entries())
    check(namespace, ['clusters', index, 'namespace']);
}

function checkReceive({ receive, versions }: FleetSettings, report: Report): void {
  const { replicas, replicationFactor, nodePort } = receive;
  if (replicationFactor > replicas) {
    report('replication-above-replicas', ['receive', 'replicationFactor'], { replicationFactor, replicas });
  }
  if (replicationFactor > 1 && writeQuorum(replicationFactor, versions.thanos) === replicationFactor) {
    const [version, last] = [versions.thanos, NEEDS_BOTH[1]];
    report('quorum-of-all', ['receive', 'replicationFactor'], { replicationFactor, version, last });
  }
  if (nodePort !== null && (nodePort < 30_000 || nodePort > 32_767)) {
    report('node-port-range', ['receive', 'nodePort'], { port: nodePort });
  }
}

function checkAgents(file: FleetFile, fleet: FleetSettings, report: Report): void {
  fleet.clusters.forEach((cluster, index) => {
    const { agent, remoteWrite } = cluster;
    /** The place in the file that gave this value: the cluster's own, or the fleet's. */
    const at = (section: 'agent' | 'remoteWrite', ...rest: string[]): Path =>
      file.clusters[index]?.[section] === undefined
        ? [section, ...rest]
        : ['clusters', index, section, ...rest];
    const first = index === 0 || file.clusters[index]?.agent !== undefined;
    if (first && seconds(agent.scrapeTimeout) > seconds(agent.scrapeInterval)) {
      const { scrapeTimeout: timeout, scrapeInterval: interval } = agent;
      report('timeout-above-interval', at('agent', 'scrapeTimeout'), { timeout, interval });
    }
    if (agent.mode !== 'agent' && first) {
      report('mode-not-rendered', at('agent', 'mode'), { mode: agent.mode });
    }
    if (remoteWrite.url === '') {
      report('no-remote-write-url', ['clusters', index], { cluster: cluster.name });
    }
    if (index === 0 || file.clusters[index]?.remoteWrite !== undefined) {
      checkRemoteWrite(remoteWrite, (...rest) => at('remoteWrite', ...rest), report);
    }
  });
}

function checkRemoteWrite(
  remoteWrite: FleetSettings['clusters'][number]['remoteWrite'],
  at: (...rest: string[]) => Path,
  report: Report,
): void {
  const { queue, drop } = remoteWrite;
  if (queue.minShards > queue.maxShards) {
    report('shards-order', at('queue', 'minShards'), { min: queue.minShards, max: queue.maxShards });
  }
  if (seconds(queue.minBackoff) > seconds(queue.maxBackoff)) {
    report('backoff-order', at('queue', 'minBackoff'), { min: queue.minBackoff, max: queue.maxBackoff });
  }
  drop.forEach((expression, index) => {
    if (!isRegex(expression)) report('bad-regex', [...at('drop'), index], { expression });
  });
}

/** Whether an expression is one for Go's engine as well, as far as this one can tell. */
function isRegex(expression: string): boolean {
  try {
    new RegExp(expression, 'u');
    return !/\(\?[=!<]|\\[1-9]/.test(expression); // RE2 has neither look-around nor back references.
  } catch {
    return false;
  }
}

/** Thanos downsamples blocks that span 40 hours to 5 minutes, and those that span 10 days to an hour. */
const DOWNSAMPLED_AFTER = { raw: 40 * 3600, fiveMinutes: 10 * 86_400 } as const;

function checkQueryPath(fleet: FleetSettings, report: Report): void {
  for (const [resolution, least] of Object.entries(DOWNSAMPLED_AFTER)) {
    const value = fleet.compactor.retention[resolution as keyof typeof DOWNSAMPLED_AFTER];
    if (fleet.compactor.enabled && seconds(value) > 0 && seconds(value) < least) {
      const path = ['compactor', 'retention', resolution];
      report('retention-before-downsampling', path, { value, least: `${least / 3600}h` });
    }
  }
  const { cache } = fleet;
  if (cache.enabled && cache.maxItemSize > cache.memory / 2) {
    report('cache-item-above-memory', ['cache', 'maxItemSize'], {
      item: cache.maxItemSize,
      memory: cache.memory,
    });
  }
}

function checkEdges({ ingress, logs }: FleetSettings, report: Report): void {
  if (ingress.controller !== 'none' && ingress.receiveHost === null) {
    report('ingress-host-missing', ['ingress'], { controller: ingress.controller });
  }
  if (ingress.controller === 'gateway' && (ingress.className === null || ingress.gatewayNamespace === null)) {
    report('gateway-incomplete', ['ingress']);
  }
  if (logs.enabled && logs.host === null) report('log-host-missing', ['logs']);
}

/** Sections that have resources: a limit below the request is refused by every API server. */
function checkResources(fleet: FleetSettings, report: Report): void {
  const sections: [Path, Resources][] = [
    ...(['receive', 'store', 'compactor', 'query', 'queryFrontend', 'cache'] as const),
    ...(['ruler', 'alertmanager', 'grafana', 'logs'] as const),
  ].map((name) => [[name, 'resources'], fleet[name].resources]);
  sections.push([['receive', 'router', 'resources'], fleet.receive.router.resources]);
  fleet.clusters.forEach(({ agent }, index) => {
    if (index === 0) sections.push([['agent', 'resources'], agent.resources]);
  });
  for (const [path, { cpu, cpuLimit, memory, memoryLimit }] of sections) {
    const pairs = [
      ['cpuLimit', cpu, cpuLimit],
      ['memoryLimit', memory, memoryLimit],
    ] as const;
    for (const [key, request, limit] of pairs) {
      if (limit !== null && amount(limit) < amount(request)) {
        report('limit-below-request', [...path, key], { limit, request });
      }
    }
  }
}
