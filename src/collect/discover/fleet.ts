import type { ClusterEvidence } from '../../evidence/evidence.ts';
import { prometheusConfigOf } from '../../evidence/views.ts';
import { type Component, type Fleet, group } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import { discoverLinks } from './links.ts';

/** The label by which the source documents tell clusters apart. */
const DEFAULT_IDENTITY_LABEL = 'cluster';

/** The fleet as its clusters show it: parts, flows, and which samples are whose. */
export function discoverFleet(clusters: readonly ClusterEvidence[], components: readonly Component[]): Fleet {
  const inCluster = group(components, ({ ref }) => ref.cluster);
  const labels = new Map(
    clusters.map((cluster) => [cluster.name, externalLabelsOf(cluster, inCluster.get(cluster.name) ?? [])]),
  );
  const identityLabel = chooseIdentityLabel([...labels.values()]);
  return {
    name: null,
    clusters: clusters.map(({ name, pods, services }) => ({
      name,
      identity: labels.get(name)?.[identityLabel] ?? null,
      ...(!pods.seen && !services.seen && { isUnseen: true as const }),
    })),
    components: [...components],
    links: discoverLinks(clusters, components),
    identityLabel,
  };
}

/**
 * External labels of the cluster's writer; of several, those that all have with the same value. One that gives its samples
 * to nobody else has no say while others do: a team's own Prometheus needs no labels for the outside.
 */
function externalLabelsOf(
  cluster: ClusterEvidence,
  components: readonly Component[],
): Record<string, string> {
  const read = components
    .filter(({ role }) => WRITERS.includes(role))
    .flatMap((component) => {
      const config = prometheusConfigOf(cluster, component)?.config;
      return config ? [{ component, config }] : [];
    });
  const hasSidecar = ({ pods }: Component) =>
    components.some(
      ({ role, pods: others }) => role === 'sidecar' && others.some((pod) => pods.includes(pod)),
    );
  const senders = read.filter(
    ({ component, config }) => config.remoteWrite.length > 0 || hasSidecar(component),
  );
  const labels = (senders.length > 0 ? senders : read).map(({ config }) => config.externalLabels);
  const [first = {}, ...others] = labels;
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((other) => other[key] === value)),
  );
}

/** `cluster`, unless nobody has it and one other label tells every cluster apart. */
function chooseIdentityLabel(labels: readonly Record<string, string>[]): string {
  const writers = labels.filter((entry) => Object.keys(entry).length > 0);
  if (writers.length < 2 || writers.some((entry) => entry[DEFAULT_IDENTITY_LABEL] !== undefined))
    return DEFAULT_IDENTITY_LABEL;
  const distinct = Object.keys(writers[0] ?? {})
    .filter((key) => new Set(writers.map((entry) => entry[key])).size === writers.length)
    .filter((key) => writers.every((entry) => entry[key] !== undefined))
    .sort();
  return distinct[0] ?? DEFAULT_IDENTITY_LABEL;
}
