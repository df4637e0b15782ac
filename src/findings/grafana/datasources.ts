import type { ClusterEvidence } from '../../evidence/evidence.ts';
import { at, list, number, text } from '../../evidence/json.ts';
import { fileOrigin } from '../../evidence/kubernetes/files.ts';
import type { ConfigMap, Service } from '../../evidence/kubernetes/objects.ts';
import type { Source } from '../../evidence/look.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import { type Component, group } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { serviceRef } from '../network/services.ts';
import { type Note, note } from '../notes.ts';
import { ownService } from '../shared/own-service.ts';
import { selectedPods } from '../shared/paths.ts';

/** What a datasource for metrics leads to. */
const ANSWER_QUERIES: readonly Role[] = ['query', 'query-frontend', 'prometheus'];
/** Ports that speak gRPC and no HTTP: Thanos' own, and what people name so. */
const GRPC_PORT = 10901;

/** Whether the datasources that are provisioned for a Grafana can work together, and lead to a Prometheus. */
export const datasources: FindingRule = {
  name: 'grafana/datasources',
  look: (context) => context.index.byRole('grafana').flatMap((component) => look(context, component)),
};

interface Datasource {
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
  organisation: number;
  /** The ConfigMap that has it; `''` for one that Grafana itself told of. */
  configMap: string;
  source: Source;
}

function look(context: FindingContext, component: Component): Finding[] {
  const found = provisioned(context, component);
  const all = [...found, ...viaApi(context, component)];
  return [
    ...(found.length === 0 ? [] : [conflict(component, found)]),
    ...(all.length === 0 ? [] : ways(context, component, all)),
  ];
}

function provisioned(context: FindingContext, component: Component): Datasource[] {
  const cluster = context.clusterOf(component);
  const spec = context.podSpec(component);
  const container = context.container(component);
  const mounted = (container?.mounts ?? []).flatMap((mount) => {
    if (!spec || !container || !mount.path.includes('datasources')) return [];
    const origin = fileOrigin(spec, container, mount.path);
    const look =
      origin.from === 'configMap'
        ? cluster.configMaps.get(`${component.ref.namespace}/${origin.name}`)
        : undefined;
    return look?.seen ? [{ map: look.value, source: look.source }] : [];
  });
  // A sidecar hands over what is labelled, into a folder that Grafana reads.
  const hasSidecar = (spec?.volumes ?? []).some(
    ({ name, emptyDir }) => emptyDir && name.includes('datasource'),
  );
  const labelled = cluster.datasourceMaps.get(component.ref.namespace ?? '');
  const handed =
    hasSidecar && labelled?.seen ? labelled.value.map((map) => ({ map, source: labelled.source })) : [];
  const all = new Map([...mounted, ...handed].map((entry) => [entry.map.meta.name, entry]));
  return [...all.values()].flatMap(({ map, source }) =>
    Object.values(map.data).flatMap((content) => read(content, map, source)),
  );
}

/** Datasources that Grafana's own API lists: those that somebody made by hand too. */
function viaApi(context: FindingContext, component: Component): Datasource[] {
  const look = context.clusterOf(component).grafanaDatasources.get(component.key);
  if (!look?.seen) return [];
  const { source } = look;
  return look.value.map(({ name, type, url, isDefault }) => ({
    ...{ name, type, url, isDefault, organisation: 1, configMap: '', source },
  }));
}

function read(content: string, map: ConfigMap, source: Source): Datasource[] {
  const file = readYamlMapping(content);
  if (!file) return [];
  return list(file, 'datasources').flatMap((item) => {
    const name = text(item, 'name');
    if (name === undefined) return [];
    return [
      {
        ...{
          name,
          type: text(item, 'type') ?? '',
          url: text(item, 'url') ?? '',
          configMap: map.meta.name,
          source,
        },
        ...{ isDefault: at(item, 'isDefault') === true, organisation: number(item, 'orgId') ?? 1 },
      },
    ];
  });
}

/** Grafana counts the defaults of an organisation over all files (pkg/services/provisioning/datasources). */
function conflict(component: Component, found: readonly Datasource[]): Finding {
  const type = 'datasource-defaults-conflict';
  const defaults = [
    ...group(
      found.filter(({ isDefault }) => isDefault),
      ({ organisation }) => String(organisation),
    ),
  ];
  const [first, second] = defaults.map(([, list]) => list).find(({ length }) => length > 1) ?? [];
  if (!first || !second) return absent(type, component.ref);
  const words = [first, second].map(({ name, configMap }) => `${name} (ConfigMap ${configMap})`).join(', ');
  return present(type, component.ref, {
    evidence: [quote(first.source, note('defaults-several', { datasources: words }))],
    facts: { words, configMap: second.configMap },
  });
}

function ways(context: FindingContext, component: Component, found: readonly Datasource[]): Finding[] {
  const type = 'datasource-url-wrong';
  const cluster = context.clusterOf(component);
  const inside = found.flatMap((one) => {
    const own = one.type === 'prometheus' ? ownService(cluster, component, one.url) : null;
    return own ? [{ one, own }] : [];
  });
  if (!cluster.services.seen)
    return inside.length > 0 ? [unknown(type, component.ref, cluster.services.reason)] : [];
  const { source, value } = cluster.services;
  for (const { one, own } of inside) {
    const service = value.find(({ meta }) => meta.name === own.name && meta.namespace === own.namespace);
    const problem = service
      ? problemOf(service, own)
      : note('service-none', { service: `${own.namespace}/${own.name}` });
    if (problem === null) continue;
    const words = note('object-says', { object: `${one.name}: ${one.url}`, words: problem });
    if (!service && !cluster.pods.seen) return [unknown(type, component.ref, cluster.pods.reason)];
    // Written rightly, as far as can be told: what it leads to has no Service at all.
    const role = service ? null : unservedRole(context, cluster, value);
    if (role)
      return [
        absent(type, component.ref),
        present('service-absent', serviceRef(cluster.name, own.namespace, own.name, role), {
          evidence: [quote(source, problem), quote(one.source, words)],
          facts: { service: own.name, namespace: own.namespace, address: one.url },
        }),
      ];
    if (!service && !isAnswered(context, cluster)) continue;
    return [
      present(type, component.ref, {
        evidence: [quote(one.source, words)],
        facts: { words, url: one.url, configMap: one.configMap },
      }),
    ];
  }
  return [absent(type, component.ref)];
}

const answering = (context: FindingContext, cluster: ClusterEvidence): Component[] =>
  ANSWER_QUERIES.flatMap((role) => context.index.byRole(role, cluster.name));

const isAnswered = (context: FindingContext, cluster: ClusterEvidence): boolean =>
  answering(context, cluster).length > 0;

/** The role of a part that answers queries, where none of them has a Service: `null` where one has, or none runs. */
function unservedRole(
  context: FindingContext,
  cluster: ClusterEvidence,
  services: readonly Service[],
): Role | null {
  const parts = answering(context, cluster).filter((part) => context.pods(part).length > 0);
  const isServed = services.some((service) =>
    (selectedPods(cluster, service) ?? []).some((pod) =>
      parts.some((part) => context.pods(part).includes(pod)),
    ),
  );
  return isServed ? null : (parts[0]?.role ?? null);
}

/** What is wrong with a Service as the target of a URL with this port; `null` where nothing is. */
function problemOf(
  service: Service,
  { name, port: wanted }: { name: string; port: number | null },
): Note | null {
  if (service.externalName !== null || service.ports.length === 0) return null;
  const port = service.ports.find((candidate) => candidate.port === wanted);
  if (!port) {
    // A headless Service is a name of pods: any port of theirs will do.
    const isHeadless = service.clusterIP === 'None';
    return isHeadless ? null : note('service-no-port', { service: name, port: wanted ?? '–' });
  }
  return port.targetPort === GRPC_PORT || /^grpc/.test(String(port.targetPort)) || /^grpc/.test(port.name)
    ? note('port-of-grpc', { port: port.port })
    : null;
}
