import { addressOfUrl, namespacesOf, serviceName } from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import { at, list, number, text } from '../../evidence/json.ts';
import { fileOrigin } from '../../evidence/kubernetes/files.ts';
import type { ConfigMap } from '../../evidence/kubernetes/objects.ts';
import type { Source } from '../../evidence/look.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import { type Component, group } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';

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
  /** The ConfigMap and where it was read. */
  map: ConfigMap;
  source: Source;
}

function look(context: FindingContext, component: Component): Finding[] {
  const found = provisioned(context, component);
  if (found.length === 0) return [];
  return [conflict(component, found), wrongUrl(context, component, found)];
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

function read(content: string, map: ConfigMap, source: Source): Datasource[] {
  const file = readYamlMapping(content);
  if (!file) return [];
  return list(file, 'datasources').flatMap((item) => {
    const name = text(item, 'name');
    if (name === undefined) return [];
    return [
      {
        ...{ name, type: text(item, 'type') ?? '', url: text(item, 'url') ?? '', map, source },
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
  const words = [first, second].map(({ name, map }) => `${name} (ConfigMap ${map.meta.name})`).join(', ');
  return present(type, component.ref, {
    evidence: [quote(first.source, `isDefault: true in ${words}`)],
    facts: { words, configMap: second.map.meta.name },
  });
}

function wrongUrl(context: FindingContext, component: Component, found: readonly Datasource[]): Finding {
  const type = 'datasource-url-wrong';
  const cluster = context.clusterOf(component);
  for (const one of found.filter(({ type: kind }) => kind === 'prometheus')) {
    const why = problemOf(context, cluster, component, one.url);
    if (why === null) continue;
    const words = `${one.name}: ${one.url}: ${why}`;
    return present(type, component.ref, {
      evidence: [quote(one.source, words)],
      facts: { words, url: one.url, configMap: one.map.meta.name },
    });
  }
  return absent(type, component.ref);
}

/** What is wrong with a URL that leads to a Service of the own cluster; `null` where nothing is, or none can tell. */
function problemOf(
  context: FindingContext,
  cluster: ClusterEvidence,
  component: Component,
  url: string,
): string | null {
  const address = addressOfUrl(url);
  // Values of variables are not known here.
  if (!address || url.includes('$') || !cluster.services.seen) return null;
  const name = serviceName(address.host, component.ref.namespace ?? '', namespacesOf(cluster));
  if (!name || name.pod !== null) return null;
  const service = cluster.services.value.find(
    ({ meta }) => meta.name === name.name && meta.namespace === name.namespace,
  );
  if (!service) {
    const isElsewhere = ANSWER_QUERIES.some((role) => context.index.byRole(role, cluster.name).length > 0);
    return isElsewhere ? `no Service ${name.namespace}/${name.name}` : null;
  }
  if (service.externalName !== null || service.ports.length === 0) return null;
  const port = service.ports.find((candidate) => candidate.port === address.port);
  if (!port) {
    // A headless Service is a name of pods: any port of theirs will do.
    const isHeadless = service.clusterIP === 'None';
    return isHeadless ? null : `Service ${name.name} has no port ${address.port}`;
  }
  return port.targetPort === GRPC_PORT || /^grpc/.test(String(port.targetPort)) || /^grpc/.test(port.name)
    ? `port ${port.port} speaks gRPC`
    : null;
}
