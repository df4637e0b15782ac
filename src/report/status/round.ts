import { podKey } from '../../evidence/evidence.ts';
import { type Look, seenOr } from '../../evidence/look.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import { LAG_SECONDS, lagOf, readQueues } from '../../evidence/remote-write.ts';
import { podsOf, prometheusConfigOf } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { clustersOf, foundOn, partsOf, type StatusRow, type StatusSection, type World } from './row.ts';

/**
 * The round of the source document's script (multicluster-metrics-troubleshooting), section by section in its order,
 * over all clusters. Where the script asks an Agent what it cannot answer, the hub's Query is asked.
 */
export function roundOf(world: World): StatusSection[] {
  const section = (id: string, rows: StatusRow[]): StatusSection => ({
    id,
    title: world.text(`status.${id}` as 'status.connectivity'),
    rows,
  });
  return [
    section(
      'connectivity',
      clustersOf(world).map((cluster) => connectivity(world, cluster.name, cluster.version)),
    ),
    section('prometheus', inClusters(world, writerPods)),
    section('labels', inClusters(world, externalLabels)),
    section('remote-write', inClusters(world, remoteWrite)),
    section('receive', inClusters(world, receive)),
    section('stores', inClusters(world, stores)),
    section('metrics', metrics(world)),
  ];
}

const inClusters = (world: World, rowsOf: (world: World, cluster: string) => StatusRow[]): StatusRow[] =>
  clustersOf(world).flatMap(({ name }) => rowsOf(world, name));

function connectivity({ text }: World, cluster: string, version: Look<string>): StatusRow {
  if (version.seen)
    return {
      mark: 'good',
      cluster,
      what: cluster,
      words: text('status.answers', { version: version.value }),
    };
  const why = text(`why.${version.reason}`);
  const gone = ['unreachable', 'refused', 'timeout', 'name-not-found', 'tls'].includes(version.reason);
  return { mark: gone ? 'bad' : 'blind', cluster, what: cluster, words: why };
}

const WRITERS = ['agent', 'prometheus'] as const;

function writerPods(world: World, cluster: string): StatusRow[] {
  return partsOf(world, cluster, WRITERS).map((part) => readiness(world, part));
}

/** Ready pods of a part, with its restarts. */
export function readiness({ evidence, text }: World, part: Component): StatusRow {
  const { cluster, name } = part.ref;
  const seen = evidence.clusters.get(cluster);
  const pods = seen ? podsOf(seen, part) : [];
  const ready = pods.filter((pod) => pod.ready).length;
  const wanted = part.desired ?? pods.length;
  const restarts = pods
    .flatMap(({ containers }) => containers.map((one) => one.restarts))
    .reduce((sum, one) => sum + one, 0);
  const mark = !seen?.pods.seen ? 'blind' : ready >= wanted && wanted > 0 ? 'good' : 'bad';
  return { mark, cluster, what: name, words: text('status.pods', { ready, wanted, restarts }) };
}

function externalLabels(world: World, cluster: string): StatusRow[] {
  const { evidence, text, fleet } = world;
  return partsOf(world, cluster, WRITERS).map((part): StatusRow => {
    const what = part.ref.name;
    const seen = evidence.clusters.get(cluster);
    const config = seen && prometheusConfigOf(seen, part)?.config;
    if (!config) return { mark: 'blind', cluster, what, words: text('status.unseen') };
    const labels = Object.entries(config.externalLabels).map(([key, value]) => `${key}=${value}`);
    const isNamed = config.externalLabels[fleet.identityLabel] !== undefined;
    const words = labels.length === 0 ? text('status.labels.none') : labels.join(', ');
    return { mark: isNamed ? 'good' : 'bad', cluster, what, words };
  });
}

function remoteWrite(world: World, cluster: string): StatusRow[] {
  const { text } = world;
  return partsOf(world, cluster, WRITERS).flatMap((part): StatusRow[] => {
    const what = part.ref.name;
    const looks = metricsOf(world, part);
    const seen = looks.flatMap((look) => (look.seen ? [look.value] : []));
    if (seen.length === 0) return [{ mark: 'blind', cluster, what, words: text('status.unseen') }];
    const broken = foundOn(world, part.key, ['remote-write-failing']).length > 0;
    return seen.flatMap((page): StatusRow[] => {
      const queues = readQueues(page);
      if (queues.length === 0)
        return [{ mark: 'info', cluster, what, words: text('status.remote-write.none') }];
      return queues.map((queue) => {
        const lag = lagOf(queue, page.value('process_start_time_seconds'));
        const tried = queue.sentTotal + queue.failedTotal;
        const isBehind = broken || (lag !== null && lag > LAG_SECONDS);
        // What waits was neither delivered nor refused: a share of the rest would reassure.
        const success = tried === 0 || isBehind ? '–' : ((100 * queue.sentTotal) / tried).toFixed(2);
        const words = text('status.remote-write.queue', {
          url: queue.url,
          lag: lag === null ? '–' : Math.round(lag),
          ...{ success, pending: queue.pending, shards: queue.shards, most: queue.shardsMax },
        });
        return { mark: isBehind ? 'bad' : 'good', cluster, what, words };
      });
    });
  });
}

function receive(world: World, cluster: string): StatusRow[] {
  const { text } = world;
  return partsOf(world, cluster, ['receive']).flatMap((part): StatusRow[] => {
    const row = readiness(world, part);
    const found = foundOn(world, part.key, ['quorum-unreached', 'hashring-differs']);
    const pages = metricsOf(world, part).flatMap((look) => (look.seen ? [look.value] : []));
    const nodes = pages.map((page) => page.sum('thanos_receive_hashring_nodes'))[0] ?? null;
    if (nodes === null && found.length === 0) return [row];
    const words = text('status.receive.hashring', { nodes: nodes ?? '–' });
    return [row, { mark: found.length > 0 ? 'bad' : 'good', cluster, what: part.ref.name, words }];
  });
}

function stores(world: World, cluster: string): StatusRow[] {
  const { evidence, text } = world;
  return partsOf(world, cluster, ['query']).flatMap((part): StatusRow[] => {
    const what = part.ref.name;
    const seen = evidence.clusters.get(cluster);
    const looks = seen ? podsOf(seen, part).flatMap((pod) => seen.stores.get(podKey(pod)) ?? []) : [];
    const [look] = looks;
    if (!look?.seen) return [{ mark: 'blind', cluster, what, words: text('status.unseen') }];
    if (look.value.length === 0) return [{ mark: 'bad', cluster, what, words: text('status.stores.none') }];
    return look.value.map(({ type, address, lastError }) => ({
      ...{ mark: lastError === null ? ('good' as const) : ('bad' as const), cluster, what },
      words: text(lastError === null ? 'status.store' : 'status.store.error', {
        ...{ type, address, error: (lastError ?? '').slice(0, 160) },
      }),
    }));
  });
}

/** Samples of each cluster as the hub has them. */
function metrics(world: World): StatusRow[] {
  const { fleet, evidence, text, targets } = world;
  const ages = new Map<string, number>();
  let isSeen = false;
  for (const { sampleAges } of evidence.clusters.values()) {
    for (const look of sampleAges.values()) {
      isSeen ||= look.seen;
      for (const { identity, ageSeconds } of seenOr(look, [])) {
        if (identity !== null) ages.set(identity, Math.min(ageSeconds, ages.get(identity) ?? Infinity));
      }
    }
  }
  const own = fleet.clusters.map(({ name, identity }): StatusRow => {
    if (!isSeen) return { mark: 'blind', cluster: name, what: name, words: text('status.unseen') };
    if (identity === null)
      return { mark: 'blind', cluster: name, what: name, words: text('status.identity.unknown') };
    const age = ages.get(identity);
    if (age === undefined) return { mark: 'bad', cluster: name, what: name, words: text('impact.never') };
    const count = targets?.get(identity);
    const words = text(count === undefined ? 'status.age' : 'status.age-and-targets', {
      age: Math.max(0, Math.round(age)),
      count: count ?? 0,
    });
    return { mark: age < 60 ? 'good' : 'bad', cluster: name, what: name, words };
  });
  if (own.every(({ mark }) => mark !== 'blind')) return own;
  // One of these may be the cluster whose label could not be seen.
  const known = new Set(fleet.clusters.map(({ identity }) => identity));
  const others = [...ages].filter(([identity]) => !known.has(identity)).slice(0, MOST_OTHERS);
  return [
    ...own,
    ...others.map(([identity, age]): StatusRow => {
      const words = text('status.identity.other', { age: Math.max(0, Math.round(age)) });
      return { mark: 'info', cluster: identity, what: identity, words };
    }),
  ];
}

/** Series of many clusters may be in a hub of which only one was asked for. */
const MOST_OTHERS = 10;

export function metricsOf({ evidence }: World, part: Component): Look<Metrics>[] {
  const seen = evidence.clusters.get(part.ref.cluster);
  // A config reloader stands in the pod of another part, whose page it is.
  if (!seen || part.role === 'config-reloader') return [];
  return podsOf(seen, part).flatMap((pod) => seen.metrics.get(podKey(pod)) ?? []);
}
