import { describe, expect, it } from 'vitest';
import { compareSettings } from '../../fleet/file/compare.ts';
import { pathText } from '../../fleet/file/problem.ts';
import { readFleetFile } from '../../fleet/file/read.ts';
import { resolveFleet } from '../../fleet/file/resolve.ts';
import type { FleetFile } from '../../fleet/file/schema.ts';
import { writeFleetFile } from '../../fleet/file/write.ts';
import { renderFleet } from '../../platform/render.ts';
import { collect } from '../collect.ts';
import { type FakeCluster, type FakeObject, fakeTransport } from '../fake-cluster.testing.ts';
import { collectSettings } from './collect.ts';
import { observeSettings } from './observe.ts';
import { operated, runningConfig } from './operator.testing.ts';

/** Settings that do not count where a part does not run, or has something else in their place. */
const OFF: Record<string, string[]> = {
  lab: [
    ...['store.indexCacheSize', 'grafana', 'logs', 'ingress.gatewayNamespace'],
    ...['versions.grafana', 'versions.fluentBit'],
  ],
  one: ['cache', 'logs', 'ingress', 'receive.router', 'versions.memcached', 'versions.fluentBit'],
  big: ['store.indexCacheSize', 'ingress.gatewayNamespace'],
  gw: [
    ...['store.indexCacheSize', 'ruler', 'alertmanager', 'grafana', 'compactor', 'queryFrontend', 'logs'],
    ...['ingress.tlsSecret', 'versions.alertmanager', 'versions.grafana', 'versions.fluentBit'],
  ],
};

/** Fleets as people write them. What is rendered of each is served to the collector as if it ran. */
const FLEETS: Record<string, string> = {
  lab: `
name: lab
profile: lab
clusters:
  - { name: hub, role: hub, labels: { region: central } }
  - { name: edge-1, role: edge, labels: { region: seoul } }
  - { name: edge-2, role: edge, labels: { region: busan }, agent: { scrapeInterval: 20s } }
registry: mirror.example:5000/metrics
receive: { defaultTenant: dalzu, replicaLabel: replica }
query: { replicaLabels: [replica, prometheus_replica, thanos_ruler_replica] }
ingress: { controller: traefik, receiveHost: receive.example, port: 31245 }
alertmanager:
  slack: { url: { name: chat }, routes: [{ severity: [critical, warning], channel: '#alerts' }] }
`,
  small: `
name: one
clusters:
  - { name: only, role: hub, context: kind-only, namespace: observability, storageClass: fast }
receive: { router: { enabled: false }, nodePort: 30291, limits: { headSeries: 1000000, concurrency: 30 } }
cache: { enabled: false }
monitors: { namespaces: [shop, billing], kubelet: false }
remoteWrite: { drop: ['go_.*', 'process_(cpu|memory)_.*'], tenant: team-a }
networkPolicies: false
`,
  production: `
name: big
profile: production
language: ko
pagesFrom: [10.1.0.0/16, 'fd00::/8']
clusters:
  - { name: hub, role: hub }
  - name: edge
    role: edge
    namespace: agents
    agent: { replicas: 2, storage: null, walCompression: false, wal: { maxTime: 1d } }
    remoteWrite:
      auth: { type: basic, username: { name: rw }, password: { name: rw } }
      tls: { ca: { name: corp-ca }, serverName: receive.example, insecureSkipVerify: true }
ingress:
  controller: ingress-nginx
  className: public
  receiveHost: receive.example
  grafanaHost: grafana.example
  tlsSecret: receive-tls
pullSecrets: [regcred]
alertmanager:
  slack:
    url: { name: slack }
    watchdog: '#watchdog'
    routes:
      - { severity: [critical], channel: '#oncall' }
      - { severity: [warning, info], channel: '#metrics' }
  mutedEnvironments: [dev, staging]
logs: { enabled: true, host: logs.example, username: { name: os }, password: { name: os } }
quota: { cpu: '40', memory: 80Gi, storage: 2Ti }
`,
  gateway: `
name: gw
clusters:
  - { name: hub, role: hub }
  - { name: edge, role: edge, remoteWrite: { auth: { type: bearer, token: { name: rw } } } }
ingress:
  { controller: gateway, className: public, gatewayNamespace: gateways, receiveHost: receive.example }
ruler: { enabled: false }
alertmanager: { enabled: false }
grafana: { enabled: false }
compactor: { enabled: false }
queryFrontend: { enabled: false }
`,
};

const CLASSES: FakeObject[] = [
  ...[
    ['traefik', 'traefik.io/ingress-controller'],
    ['public', 'k8s.io/ingress-nginx'],
  ].map(([name = '', controller]) => ({
    ...{ apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name } },
    spec: { controller },
  })),
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'standard',
      annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
    },
  },
];

function clustersOf(file: FleetFile): FakeCluster[] {
  return renderFleet(resolveFleet(file)).map(({ cluster, layers }) => {
    const objects = Object.values(layers).flat() as unknown as FakeObject[];
    const secret = objects.find(({ metadata }) => metadata.name === 'alertmanager-config');
    const config = Buffer.from(secret?.data['alertmanager.yaml'] ?? '', 'base64').toString();
    return {
      name: cluster.context,
      objects: [...operated(objects), ...CLASSES],
      proxy: (pod, path) => {
        if (path === '/api/v1/status/config')
          return { status: 'success', data: { yaml: runningConfig(objects) } };
        if (path === '/api/v2/status' && pod.startsWith('alertmanager-'))
          return { config: { original: config } };
        return undefined;
      },
    };
  });
}

async function observed(file: FleetFile, contexts?: readonly string[]) {
  const transport = fakeTransport(clustersOf(file));
  const { evidence, fleet } = await collect(transport);
  return observeSettings(evidence, fleet, await collectSettings(transport, evidence, fleet), contexts);
}

/** Paths of all settings of a fleet; lists and references to Secrets are one. */
function leaves(value: unknown, path: (string | number)[] = []): string[] {
  const isMap = typeof value === 'object' && value !== null;
  if (!isMap || (Array.isArray(value) && path.at(-1) !== 'clusters') || 'key' in value)
    return [pathText(path)];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

function read(text: string): FleetFile {
  const { file, problems } = readFleetFile(text);
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}

describe.each(Object.entries(FLEETS))('what medic renders of %s', (_, text) => {
  const file = read(text);

  it('is what diff finds', async () => {
    const seen = await observed(
      file,
      file.clusters.map(({ name, context }) => context ?? name),
    );
    const { differences, compared } = compareSettings(resolveFleet(file), seen, file);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });

  it('is seen, or marked, setting by setting', async () => {
    const seen = await observed(file);
    const known = [...seen.observations, ...seen.unknown].map(({ path }) => pathText(path));
    const off = OFF[file.name] ?? [];
    const isWithin = (section: string, path: string) => path === section || path.startsWith(`${section}.`);
    const unseen = leaves(resolveFleet(file)).filter(
      (path) => ![...known, ...off].some((section) => isWithin(section, path)),
    );
    expect(
      unseen.filter((path) => !/^clusters\[\d\]\.(name|context|storageClass)$|^profile$|^name$/.test(path)),
    ).toEqual([]);
  });

  it('is discovered as a file that says the same', async () => {
    const seen = await observed(file);
    const words = {
      head: [],
      sentence: ({ path }: { path: readonly (string | number)[] }) => pathText(path),
    };
    const discovered = read(writeFleetFile(seen, words).text);
    expect(compareSettings(resolveFleet(discovered), seen, discovered).differences).toEqual([]);
    expect(discovered.deployedBy).toBe('medic');
    expect(discovered.profile).toBe(file.profile ?? 'small');
    expect(discovered.name).toBe(file.name);
  });
});
