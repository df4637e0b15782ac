import type { ClusterSettings, FleetSettings, SecretKey } from '../fleet/file/settings.ts';

/** A Secret that a cluster's objects refer to. */
export interface RequiredSecret {
  namespace: string;
  name: string;
  keys: string[];
  /** Local files with the content of each key, where the fleet names one. */
  files: Readonly<Record<string, string>>;
}

/**
 * The Secrets that must be there. Nothing of them is ever rendered: they exist, or `medic deploy` makes them of
 * local files.
 */
export function requiredSecrets(fleet: FleetSettings, cluster: ClusterSettings): RequiredSecret[] {
  const { auth, tls } = cluster.remoteWrite;
  const { objectStorage, alertmanager, grafana, logs } = fleet;
  const hub = cluster.role === 'hub';
  const keys: (SecretKey | null)[] = [
    ...(auth.type === 'basic' ? [auth.username, auth.password] : []),
    ...(auth.type === 'bearer' ? [auth.token] : []),
    tls.ca,
    ...(logs.enabled ? [logs.username, logs.password] : []),
    ...(hub ? [objectStorage.secret] : []),
    ...(hub && alertmanager.enabled ? [alertmanager.slack?.url ?? null] : []),
    ...(hub && grafana.enabled ? [grafana.admin] : []),
  ];
  const secrets = new Map<string, RequiredSecret>();
  for (const key of keys) {
    if (key === null) continue;
    const known = secrets.get(key.name) ?? {
      ...{ namespace: cluster.namespace, name: key.name, keys: [], files: {} },
    };
    secrets.set(key.name, {
      ...known,
      keys: [...new Set([...known.keys, key.key])].sort(),
      files: key.file === null ? known.files : { ...known.files, [key.key]: key.file },
    });
  }
  return [...secrets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
