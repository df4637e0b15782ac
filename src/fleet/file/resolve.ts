import { PROFILES } from './profiles.ts';
import type { FleetFile } from './schema.ts';
import type { AgentSettings, ClusterSettings, Defaults, FleetSettings } from './settings.ts';

/** The write endpoint of a router or Receive inside the hub. */
export const RECEIVE_SERVICE = 'thanos-receive';
export const REMOTE_WRITE_PORT = 19291;
const RECEIVE_PATH = '/api/v1/receive';

/**
 * A checked file with everything that it leaves out. A remote-write URL that nothing tells (an edge, no ingress)
 * is the empty string: `checkFleet` refuses it.
 */
export function resolveFleet(file: FleetFile): FleetSettings {
  const { clusters, name, profile = 'small', schema: _, ...given } = file;
  const { agent, remoteWrite, namespace, ...settings } = merge(PROFILES[profile], given) as Defaults;
  const base = { agent, remoteWrite, namespace };
  const hub = clusters.find(({ role }) => role === 'hub');
  const hubNamespace = hub?.namespace ?? namespace;
  return {
    ...settings,
    name,
    profile,
    clusters: clusters.map((cluster) => {
      const own = merge(base, only(cluster, ['agent', 'remoteWrite', 'namespace'])) as typeof base;
      const derived =
        cluster.role === 'hub'
          ? `http://${RECEIVE_SERVICE}.${hubNamespace}.svc:${REMOTE_WRITE_PORT}${RECEIVE_PATH}`
          : ingressUrl(settings.ingress);
      return {
        name: cluster.name,
        role: cluster.role ?? null,
        context: cluster.context ?? cluster.name,
        labels: { [settings.identityLabel]: cluster.name, ...cluster.labels },
        namespace: own.namespace,
        storageClass: cluster.storageClass ?? null,
        agent: own.agent as AgentSettings,
        remoteWrite: { ...own.remoteWrite, url: own.remoteWrite.url ?? derived },
      } satisfies ClusterSettings;
    }),
  };
}

function ingressUrl(ingress: Defaults['ingress']): string {
  if (ingress.controller === 'none' || ingress.receiveHost === null) return '';
  const scheme = ingress.tlsSecret === null ? 'http' : 'https';
  const port = ingress.port === null ? '' : `:${ingress.port}`;
  return `${scheme}://${ingress.receiveHost}${port}${RECEIVE_PATH}`;
}

function only<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]),
  ) as Partial<Pick<T, K>>;
}

/** Maps are joined, everything else (also lists and null) replaces what was there. */
function merge(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over)) return over === undefined ? base : over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(base[key], over[key])]));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
