import { bytesOf } from '../../evidence/kubernetes/quantities.ts';
import { coresOf, type Usage } from '../../evidence/kubernetes/usage.ts';
import { podSpecOf } from '../../evidence/views.ts';
import type { FindingType } from '../../findings/types.generated.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import type { Subject } from '../../fleet/subjects.ts';
import { findingSentence } from '../words.ts';
import { metricsOf, readiness } from './round.ts';
import { clustersOf, partsOf, type StatusRow, type StatusSection, type World } from './row.ts';

const HOUR_MS = 3600 * 1000;
const MAX_EVENTS = 6;
/** Over this share of its limit a process is near it (the source document's figure for agents). */
const NEAR = 0.9;
/** Parts that carry the samples; targets and exporters are told by what is wrong with them. */
const CARRIERS: readonly Role[] = [
  ...([
    'agent',
    'prometheus',
    'sidecar',
    'receive',
    'store',
    'compactor',
    'query',
    'query-frontend',
  ] as const),
  ...([
    'cache',
    'ruler',
    'object-store',
    'grafana',
    'alertmanager',
    'operator',
    'log-shipper',
    'dns',
    'ingress',
  ] as const),
];

/** The checklist of the source document (general-troubleshooting): first look, details, events; over all components. */
export function checklistOf(world: World): StatusSection[] {
  const section = (id: string, rows: StatusRow[]): StatusSection => ({
    id,
    title: world.text(`status.${id}` as 'status.pods-of-all'),
    rows,
  });
  return [
    section('pods-of-all', perCluster(world, pods)),
    section('claims', perCluster(world, claims)),
    section('endpoints-of-all', perCluster(world, endpoints)),
    section('errors', perCluster(world, errors)),
    section('memory-of-all', perCluster(world, memory)),
    section('disks', perCluster(world, disks)),
    ...(hasUsage(world) ? [section('cpu-of-all', perCluster(world, processors))] : []),
    section('configuration', perCluster(world, configuration)),
    section('events', perCluster(world, events)),
  ];
}

/** Most clusters of a laboratory and many of a data centre have no metrics server: then there is nothing to say. */
const hasUsage = ({ evidence }: World): boolean =>
  [...evidence.clusters.values()].some(({ usage }) => [...usage.values()].some(({ seen }) => seen));

const perCluster = (world: World, rowsOf: (world: World, cluster: string) => StatusRow[]): StatusRow[] =>
  clustersOf(world)
    .filter(({ version, pods: seen }) => version.seen || seen.seen)
    .flatMap(({ name }) => rowsOf(world, name));

/** One line for all that is ready, one for each that is not. */
function pods(world: World, cluster: string): StatusRow[] {
  const parts = world.fleet.components.filter(
    ({ ref, role }) => ref.cluster === cluster && CARRIERS.includes(role),
  );
  const rows = parts.map((part) => readiness(world, part));
  const wrong = rows.filter(({ mark }) => mark !== 'good');
  const words = world.text('status.all-ready', { count: rows.length - wrong.length, of: rows.length });
  return [...wrong, { mark: wrong.length === 0 ? 'good' : 'info', cluster, what: cluster, words }];
}

/** Claims in the namespaces of the pipeline. */
function claims(world: World, cluster: string): StatusRow[] {
  const look = world.evidence.clusters.get(cluster)?.claims;
  if (!look?.seen) return [{ mark: 'blind', cluster, what: cluster, words: world.text('status.unseen') }];
  const own = look.value.filter(({ meta }) => namespacesOf(world, cluster).has(meta.namespace ?? ''));
  const wrong = own.filter(({ phase }) => phase !== 'Bound');
  const rows = wrong.map(
    ({ meta, phase, storageClass }): StatusRow => ({
      ...{ mark: 'bad', cluster, what: meta.name },
      words: `${phase} (${storageClass ?? '–'})`,
    }),
  );
  if (own.length === 0)
    return [{ mark: 'info', cluster, what: cluster, words: world.text('status.claims.none') }];
  const words = world.text('status.bound', { count: own.length - wrong.length, of: own.length });
  return [...rows, { mark: wrong.length === 0 ? 'good' : 'info', cluster, what: cluster, words }];
}

/** Services of the pipeline's namespaces, and those of the cluster's DNS, that select pods and have no ready endpoint. */
function endpoints(world: World, cluster: string): StatusRow[] {
  const seen = world.evidence.clusters.get(cluster);
  if (!seen?.services.seen || !seen.endpointSlices.seen)
    return [{ mark: 'blind', cluster, what: cluster, words: world.text('status.unseen') }];
  const namespaces = namespacesOf(world, cluster);
  const slices = seen.endpointSlices.value;
  // All other parts rest on names, and DNS stands in a namespace that is not the pipeline's.
  const resolvers = partsOf(world, cluster, ['dns']);
  const own = seen.services.value.filter(
    ({ meta, selector }) =>
      Object.keys(selector).length > 0 &&
      (namespaces.has(meta.namespace ?? '') ||
        resolvers.some(
          ({ ref, podLabels }) => ref.namespace === meta.namespace && isMatch(selector, podLabels),
        )),
  );
  const empty = own.filter(
    ({ meta }) =>
      !slices.some(
        (slice) =>
          slice.service === meta.name &&
          slice.meta.namespace === meta.namespace &&
          slice.endpoints.some(({ ready }) => ready),
      ),
  );
  const rows = empty.map(
    ({ meta }): StatusRow => ({
      ...{ mark: 'bad', cluster, what: meta.name, words: world.text('status.endpoints.none') },
    }),
  );
  if (own.length === 0)
    return [{ mark: 'info', cluster, what: cluster, words: world.text('status.services.none') }];
  const words = world.text('status.endpoints', { count: own.length - empty.length, of: own.length });
  return [...rows, { mark: empty.length === 0 ? 'good' : 'info', cluster, what: cluster, words }];
}

const isMatch = (selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>) =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** The part that a finding is about; for a flow the one that should make it. */
function nameOf(subject: Subject): string {
  if (subject.type === 'component') return subject.name;
  return subject.type === 'link' ? subject.from.name : '–';
}

/** The cluster of what a finding is about; of a flow, that of who should make it. */
function clusterOf(subject: Subject): string | null {
  if (subject.type === 'component') return subject.cluster;
  return subject.type === 'link' ? subject.from.cluster : null;
}

const READ_FROM_LOGS = /\/log(\?|$)/;

/** What logs say. They are read only where something looks sick: where nothing did, that is said. */
function errors(world: World, cluster: string): StatusRow[] {
  const seen = world.evidence.clusters.get(cluster);
  const found = world.findings.filter(
    ({ state, subject, evidence }) =>
      state === 'present' &&
      clusterOf(subject) === cluster &&
      evidence.some(({ source }) => READ_FROM_LOGS.test(source)),
  );
  if (found.length > 0)
    return found.map((finding) => ({
      ...{ mark: 'bad' as const, cluster, what: nameOf(finding.subject) },
      words: findingSentence(world.language, finding),
    }));
  const looks = [...(seen?.logs.values() ?? [])];
  const count = looks.filter((look) => look.seen).length;
  if (looks.length === 0)
    return [{ mark: 'info', cluster, what: cluster, words: world.text('status.errors.unread') }];
  if (count === 0) return [{ mark: 'blind', cluster, what: cluster, words: world.text('status.unseen') }];
  const words = world.text('status.errors.none', { count, of: looks.length });
  return [{ mark: count === looks.length ? 'good' : 'info', cluster, what: cluster, words }];
}

/** How full the volumes are, as the kubelets measured it and a Query knows; and what the parts themselves met. */
function disks(world: World, cluster: string): StatusRow[] {
  const about = (type: FindingType) =>
    world.findings.filter((finding) => finding.type === type && clusterOf(finding.subject) === cluster);
  const measured = about('disk-filling').map((finding): StatusRow => {
    const { claim = '', used = '–' } = finding.facts;
    const words = world.text('status.disk', { claim: String(claim), percent: String(used) });
    const mark = finding.state === 'present' ? 'bad' : 'good';
    return { mark, cluster, what: nameOf(finding.subject), words };
  });
  const met = about('disk-full')
    .filter(({ state }) => state === 'present')
    .map(
      (finding): StatusRow => ({
        ...{ mark: 'bad', cluster, what: nameOf(finding.subject) },
        words: findingSentence(world.language, finding),
      }),
    );
  const rows = [...met, ...measured];
  return rows.length > 0
    ? rows
    : [{ mark: 'info', cluster, what: cluster, words: world.text('status.disks.unmeasured') }];
}

/** Memory of the processes against their limits, as they say it themselves, else as the metrics server measures it. */
function memory(world: World, cluster: string): StatusRow[] {
  return partsWithContainer(world, cluster).flatMap(({ part, container }): StatusRow[] => {
    const limit = bytesOf(container?.resources.memoryLimit ?? container?.memoryLimit ?? null);
    const told = metricsOf(world, part).flatMap((look) =>
      look.seen ? (look.value.value('process_resident_memory_bytes') ?? []) : [],
    );
    const used = told.length > 0 ? told : usageOf(world, part).flatMap((usage) => usage.memory ?? []);
    if (used.length === 0) return [];
    const most = Math.max(...used);
    const mib = (bytes: number) => Math.round(bytes / 1024 / 1024);
    const what = part.ref.name;
    if (limit === null)
      return [
        { mark: 'info', cluster, what, words: world.text('status.memory.unlimited', { used: mib(most) }) },
      ];
    const percent = Math.round((100 * most) / limit);
    const words = world.text('status.memory', { used: mib(most), limit: mib(limit), percent });
    // A working set that was measured from outside may be files, which the kernel takes back.
    const isHigh = most > NEAR * limit;
    return [{ mark: !isHigh ? 'good' : told.length > 0 ? 'bad' : 'info', cluster, what, words }];
  });
}

/** CPU in use, as the metrics server measures it; no rows where none runs. */
function processors(world: World, cluster: string): StatusRow[] {
  return partsWithContainer(world, cluster).flatMap(({ part, container }): StatusRow[] => {
    const used = usageOf(world, part).flatMap(({ cpu }) => cpu ?? []);
    if (used.length === 0) return [];
    const most = Math.max(...used);
    const millis = (cores: number) => Math.round(1000 * cores);
    const what = part.ref.name;
    const limit = coresOf(container?.resources.cpuLimit ?? null);
    if (limit === null || limit === 0)
      return [
        { mark: 'info', cluster, what, words: world.text('status.cpu.unlimited', { used: millis(most) }) },
      ];
    const percent = Math.round((100 * most) / limit);
    const words = world.text('status.cpu', { used: millis(most), limit: millis(limit), percent });
    return [{ mark: most >= NEAR * limit ? 'bad' : 'good', cluster, what, words }];
  });
}

function partsWithContainer(world: World, cluster: string) {
  const seen = world.evidence.clusters.get(cluster);
  if (!seen) return [];
  return world.fleet.components
    .filter(({ ref }) => ref.cluster === cluster)
    .map((part) => ({
      part,
      container: podSpecOf(seen, part)?.containers.find(({ name }) => name === part.container),
    }));
}

/** What the metrics server measured of a part's containers, one for each pod. */
function usageOf({ evidence }: World, { ref, container, pods }: Component): Usage[] {
  const look = evidence.clusters.get(ref.cluster)?.usage.get(ref.namespace ?? '');
  return look?.seen
    ? look.value.filter((usage) => usage.container === container && pods.includes(usage.name))
    : [];
}

const CONFIGURATION: readonly FindingType[] = [
  'config-refused',
  'config-reload-refused',
  'identity-missing',
  'write-filter-drops',
];

/** Configuration that is refused or not the one that runs. */
function configuration(world: World, cluster: string): StatusRow[] {
  const found = world.findings.filter(
    ({ state, type, subject }) =>
      state === 'present' &&
      CONFIGURATION.includes(type) &&
      subject.type === 'component' &&
      subject.cluster === cluster,
  );
  if (found.length > 0)
    return found.map((finding) => ({
      ...{ mark: 'bad' as const, cluster, what: nameOf(finding.subject) },
      words: findingSentence(world.language, finding),
    }));
  return [{ mark: 'good', cluster, what: cluster, words: world.text('status.configuration.good') }];
}

/** Warnings of the last hour in the pipeline's namespaces, the most frequent first. */
function events(world: World, cluster: string): StatusRow[] {
  const seen = world.evidence.clusters.get(cluster);
  if (!seen?.events.seen)
    return [{ mark: 'blind', cluster, what: cluster, words: world.text('status.unseen') }];
  const namespaces = namespacesOf(world, cluster);
  const counts = new Map<string, { count: number; last: string; object: string }>();
  for (const { type, reason, count, lastAt, object } of seen.events.value) {
    const age = world.evidence.at.getTime() - Date.parse(lastAt ?? '');
    if (type !== 'Warning' || !(age < HOUR_MS) || !namespaces.has(object.namespace ?? '')) continue;
    const known = counts.get(reason);
    counts.set(reason, { count: (known?.count ?? 0) + count, last: lastAt ?? '', object: object.name });
  }
  const rows = [...counts].sort((a, b) => b[1].count - a[1].count).slice(0, MAX_EVENTS);
  if (rows.length === 0)
    return [{ mark: 'good', cluster, what: cluster, words: world.text('status.events.none') }];
  return rows.map(([reason, { count, object }]) => ({
    ...{ mark: 'info' as const, cluster, what: object, words: world.text('status.event', { reason, count }) },
  }));
}

function namespacesOf({ fleet }: World, cluster: string): Set<string> {
  const parts = fleet.components.filter(
    ({ ref, role }) => ref.cluster === cluster && CARRIERS.includes(role),
  );
  const system = new Set(['kube-system']);
  const own = parts.flatMap(({ ref }) => ref.namespace ?? []).filter((name) => !system.has(name));
  // A part in kube-system (DNS) does not make all of that namespace the pipeline's.
  return new Set(own);
}
