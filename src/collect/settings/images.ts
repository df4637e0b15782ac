import type { FleetSettings } from '../../fleet/file/settings.ts';
import type { Role } from '../../fleet/roles.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import type { World } from './world.ts';

type Software = keyof FleetSettings['versions'];

/** Which software a role is; exporters and shippers are told by their image. */
const SOFTWARE: Partial<Record<Role, Software>> = {
  agent: 'prometheus',
  prometheus: 'prometheus',
  receive: 'thanos',
  store: 'thanos',
  compactor: 'thanos',
  query: 'thanos',
  'query-frontend': 'thanos',
  ruler: 'thanos',
  sidecar: 'thanos',
  operator: 'operator',
  alertmanager: 'alertmanager',
  cache: 'memcached',
  grafana: 'grafana',
};
const BY_IMAGE: readonly (readonly [pattern: RegExp, software: Software])[] = [
  [/kube-state-metrics/, 'kubeStateMetrics'],
  [/node-?exporter/, 'nodeExporter'],
  [/fluent-?bit/, 'fluentBit'],
];

/** Images: from where, with which Secrets, in which versions. */
export function imageSettings(world: World): Noted[] {
  const parts = [...(Object.keys(SOFTWARE) as Role[]), 'exporter' as const, 'log-shipper' as const]
    .flatMap((role) => world.parts(role))
    .filter((part) => softwareOf(part) !== null);
  return [...registry(parts), ...parts.flatMap(pullSecrets), ...parts.flatMap(version)];
}

export function softwareOf({ component: { role, image } }: Part): Software | null {
  return SOFTWARE[role] ?? BY_IMAGE.find(([pattern]) => pattern.test(image))?.[1] ?? null;
}

function version(part: Part): Noted[] {
  const software = softwareOf(part);
  if (software === null) return [];
  const path = ['versions', software];
  return part.version === null
    ? [untold(path, 'not-visible', part.cluster.name, part.component.image)]
    : [seen(path, part.version, inPart(part, 'image'))];
}

/** Only what has a template says which Secrets it was given: pods are given those of their account as well. */
function pullSecrets(part: Part): Noted[] {
  if (!part.workload) return [];
  return [seen(['pullSecrets'], part.workload.pod.pullSecrets, inPart(part, 'imagePullSecrets'))];
}

/** Where projects publish: what comes from there comes from no mirror. */
const PUBLIC =
  /^(docker\.io|index\.docker\.io|quay\.io|registry\.k8s\.io|k8s\.gcr\.io|gcr\.io|ghcr\.io|public\.ecr\.aws|cr\.fluentbit\.io)$/;

/** The mirror that all images come from. */
function registry(parts: readonly Part[]): Noted[] {
  const path = ['registry'];
  const [first] = parts;
  if (!first) return [];
  const prefixes = parts.map(({ component }) => component.image.slice(0, component.image.lastIndexOf('/')));
  const isPublic = (prefix: string) => {
    const [host = ''] = prefix.split('/');
    return !/[.:]/.test(host) || PUBLIC.test(host);
  };
  if (prefixes.every(isPublic)) return [seen(path, null, inPart(first, 'image'))];
  const [prefix = ''] = prefixes;
  return prefixes.every((other) => other === prefix)
    ? [seen(path, prefix, inPart(first, 'image'))]
    : [untold(path, 'not-expressible', first.cluster.name, [...new Set(prefixes)].sort().join(', '))];
}
