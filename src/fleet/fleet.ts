import type { Role } from './roles.ts';
import type { ComponentRef, ExternalRef, LinkKind } from './subjects.ts';

/** The pipeline as it was found: which parts run where, and what flows between them. */
export interface Fleet {
  /** From `fleet.yaml`; `null` where the fleet was only discovered. */
  name: string | null;
  clusters: FleetCluster[];
  components: Component[];
  links: Link[];
  /** The external label that tells clusters apart. */
  identityLabel: string;
}

export interface FleetCluster {
  /** The name of the kubeconfig context. */
  name: string;
  /** Value of the identity label on this cluster's samples; `null` where it could not be seen. */
  identity: string | null;
  /** Neither its pods nor its Services could be listed: what stands in it is not known. */
  isUnseen?: true;
}

export interface Component {
  /** `subjectKey` of `ref`. */
  key: string;
  ref: ComponentRef;
  role: Role;
  /** The container that does the work, in the pod template. */
  container: string;
  image: string;
  /** Command line without the program, environment variables expanded where the template has their values. */
  args: readonly string[];
  /** Pods that the workload should have; `null` where it does not say. */
  desired: number | null;
  pods: readonly string[];
  /** Nodes that its pods run on. */
  nodes?: readonly string[];
  /** Port of the HTTP server that has the metrics; `null` where there is none. */
  httpPort: number | null;
  /** What all paths of that server begin with, `''` or `/prefix`. */
  routePrefix: string;
  /** Whether that server speaks TLS; `null` until it was asked. */
  httpTls: boolean | null;
  /** Labels of the workload's pods. */
  podLabels: Readonly<Record<string, string>>;
}

export interface Link {
  kind: LinkKind;
  /** Key of the client component. */
  from: string;
  /** Key of the server component, or the host outside the fleet. */
  to: string | ExternalRef;
  /** Host, port and path as the client has them; `null` where its configuration could not be seen. */
  address: LinkAddress | null;
  /** The Service that the address goes through, where one is named by it or stands behind it. */
  service: { cluster: string; namespace: string; name: string } | null;
  /** How sure the server end is: `resolved` through an object, `assumed` as the only one it can be. */
  certainty: 'resolved' | 'assumed';
}

export interface LinkAddress {
  url: string;
  host: string;
  port: number | null;
  path: string;
}

/** Whether a host is an IP address, of either version, and needs no name to be looked up. */
export const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');

/** Whether a part tells of a memcached: the exporter of the Prometheus project, or one that is named like it. */
export const isCacheExporter = ({ role, image, args }: Component): boolean =>
  role === 'exporter' &&
  (/memcached?[-_]exporter/.test(image) || args.some((word) => word.startsWith('--memcached.address')));

/** Everything that is asked of a fleet more than once. Built once, then read only. */
export interface FleetIndex {
  fleet: Fleet;
  component(key: string): Component | undefined;
  byRole(role: Role, cluster?: string): Component[];
  linksFrom(key: string, kind?: LinkKind): Link[];
  linksTo(key: string, kind?: LinkKind): Link[];
  inCluster(cluster: string): Component[];
  /** Links with an end in a cluster. */
  linksOf(cluster: string): Link[];
  /** Links whose way goes through a Service. */
  linksThrough(service: NonNullable<Link['service']>): Link[];
}

export function indexFleet(fleet: Fleet): FleetIndex {
  const components = new Map(fleet.components.map((component) => [component.key, component]));
  const from = group(fleet.links, (link) => link.from);
  const to = group(fleet.links, (link) => (typeof link.to === 'string' ? link.to : ''));
  const clusters = group(fleet.components, (component) => component.ref.cluster);
  const roles = group(fleet.components, (component) => component.role);
  const serviceKey = (service: Link['service']) =>
    service ? `${service.cluster}/${service.namespace}/${service.name}` : '';
  const through = group(fleet.links, ({ service }) => serviceKey(service));
  const ends = fleet.links.flatMap((link) => {
    const names = [link.from, link.to].flatMap((end) => components.get(String(end))?.ref.cluster ?? []);
    return [...new Set(names)].map((cluster) => ({ cluster, link }));
  });
  const byEnd = group(ends, ({ cluster }) => cluster);
  const ofKind = (links: Link[] | undefined, kind?: LinkKind) =>
    (links ?? []).filter((link) => kind === undefined || link.kind === kind);
  return {
    fleet,
    component: (key) => components.get(key),
    byRole: (role, cluster) =>
      cluster === undefined
        ? (roles.get(role) ?? [])
        : (clusters.get(cluster) ?? []).filter((component) => component.role === role),
    linksFrom: (key, kind) => ofKind(from.get(key), kind),
    linksTo: (key, kind) => ofKind(to.get(key), kind),
    inCluster: (cluster) => clusters.get(cluster) ?? [],
    linksOf: (cluster) => (byEnd.get(cluster) ?? []).map(({ link }) => link),
    linksThrough: (service) => through.get(serviceKey(service)) ?? [],
  };
}

export function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
