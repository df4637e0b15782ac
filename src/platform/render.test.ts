import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFleetFile } from '../fleet/file/read.ts';
import { resolveFleet } from '../fleet/file/resolve.ts';
import type { FleetSettings } from '../fleet/file/settings.ts';
import definitions from './definitions/operator.generated.json' with { type: 'json' };
import { helmFiles } from './helm.ts';
import type { PlatformObject } from './kubernetes.ts';
import { kustomizeFiles } from './kustomize.ts';
import { renderFleet } from './render.ts';
import { validateObjects } from './validate.ts';

function fleetOf(text: string): FleetSettings {
  const { file, problems } = readFleetFile(text);
  expect(problems).toEqual([]);
  return resolveFleet(file ?? (undefined as never));
}

const FLEET = `name: shop
clusters:
  - { name: a, role: hub, storageClass: gp3 }
  - { name: b, role: edge }
  - { name: c, role: edge, labels: { region: seoul } }
ingress: { controller: traefik, receiveHost: receive.example }
`;

/** Everything that can be asked for, so that every branch of the rendering is checked against the schemas. */
const ALL = `${FLEET.replace('controller: traefik', 'controller: CONTROLLER, className: edge, gatewayNamespace: infra, grafanaHost: g.example, tlsSecret: tls')}
logs: { enabled: true, host: opensearch.logging, username: { name: os }, password: { name: os } }
remoteWrite:
  tenant: shop
  auth: { type: basic, username: { name: rw }, password: { name: rw } }
  tls: { ca: { name: ca }, serverName: receive.example }
  drop: ['go_gc_.*', 'process_.*']
receive: { limits: { headSeries: 100000, samplesPerRequest: 5000, concurrency: 30 }, nodePort: 30291 }
alertmanager:
  mutedEnvironments: [test]
  slack: { url: { name: slack }, routes: [{ severity: [critical], channel: '#a' }], watchdog: '#w' }
quota: { cpu: '10', memory: 10Gi, storage: 100Gi }
access: { view: [{ kind: Group, name: sre }], repair: [{ kind: ServiceAccount, name: jo }] }
monitors: { namespaces: [shop] }
registry: harbor.example/mirror
pullSecrets: [harbor]
`;

const objectsOf = (fleet: FleetSettings, cluster: number): PlatformObject[] => {
  const layers = renderFleet(fleet)[cluster]?.layers;
  return [...(layers?.foundation ?? []), ...(layers?.workloads ?? [])];
};

const named = (objects: readonly PlatformObject[], kind: string, name: string) =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);

describe('rendering', () => {
  const profiles = ['lab', 'small', 'production'];
  const controllers = ['traefik', 'ingress-nginx', 'gateway'];
  const cases = profiles.flatMap((profile) =>
    controllers.map((controller) => [profile, controller] as const),
  );

  it.each(cases)('profile %s with %s is valid by all schemas', async (profile, controller) => {
    const fleet = fleetOf(`${ALL.replace('CONTROLLER', controller)}profile: ${profile}\n`);
    for (const index of [0, 1, 2]) expect(await validateObjects(objectsOf(fleet, index))).toEqual([]);
  });

  it('the check against the schemas can fail', async () => {
    const objects = structuredClone(objectsOf(fleetOf(FLEET), 0));
    const query = named(objects, 'Deployment', 'thanos-query') as { spec: Record<string, unknown> };
    query.spec.replcas = 2;
    const agent = named(objects, 'PrometheusAgent', 'agent') as { spec: Record<string, unknown> };
    agent.spec.scrapeInterval = '30 s';
    const found = await validateObjects(objects);
    expect(found.map(({ object }) => object)).toEqual(['Deployment/thanos-query', 'PrometheusAgent/agent']);
    expect(JSON.stringify(found)).toContain('replcas');
  });

  it('is the same each time, also for settings that come in another order', () => {
    const other = FLEET.split('\n').toReversed().join('\n');
    expect(other).not.toBe(FLEET);
    const again = `ingress: { receiveHost: receive.example, controller: traefik }\nname: shop\n${FLEET.slice(FLEET.indexOf('clusters'), FLEET.indexOf('ingress'))}`;
    expect(JSON.stringify(renderFleet(fleetOf(again)))).toBe(JSON.stringify(renderFleet(fleetOf(FLEET))));
  });

  it('names no object twice', () => {
    for (const index of [0, 1]) {
      const keys = objectsOf(fleetOf(ALL.replace('CONTROLLER', 'traefik')), index).map(
        ({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each([1, 3, 5])('the hashring follows %i replicas', (replicas) => {
    const fleet = fleetOf(`${FLEET}receive: { replicas: ${replicas} }\n`);
    const map = named(objectsOf(fleet, 0), 'ConfigMap', 'thanos-receive-hashrings') as {
      data: Record<string, string>;
    };
    const [hashring] = JSON.parse(map.data['hashrings.json'] ?? '') as { endpoints: string[] }[];
    expect(hashring?.endpoints).toEqual(
      Array.from(
        { length: replicas },
        (_, ordinal) =>
          `thanos-receive-${ordinal}.thanos-receive-headless.monitoring.svc.cluster.local:10901`,
      ),
    );
  });

  it('holds no secret, and no object without the labels that say whose it is', () => {
    const objects = objectsOf(fleetOf(ALL.replace('CONTROLLER', 'traefik')), 0);
    expect(objects.filter(({ kind }) => kind === 'Secret').map(({ metadata }) => metadata.name)).toEqual([
      'alertmanager-config',
    ]);
    const bare = objects.filter(
      ({ metadata }) => metadata.labels['app.kubernetes.io/managed-by'] !== 'fleetmedic',
    );
    expect(bare).toEqual([]);
  });

  it('looking reads no Secret but the one with the token of Grafana, by its name and in the hub', () => {
    const secretRules = (text: string, cluster: number) =>
      objectsOf(fleetOf(text), cluster)
        .filter(({ kind, metadata }) => /Role$/.test(kind) && metadata.name.includes('fleetmedic-viewer'))
        .flatMap((role) => (role as unknown as { rules: { resources: string[] }[] }).rules)
        .filter(({ resources }) => resources.includes('secrets'));
    const api = (token: string) =>
      `${FLEET}\ngrafana: { api: { url: 'https://g.example', token: ${token} } }\n`;
    expect(secretRules(FLEET, 0)).toEqual([]);
    expect(secretRules(api('{ env: TOKEN }'), 0)).toEqual([]);
    expect(secretRules(api('{ name: viewer, namespace: elsewhere }'), 0)).toEqual([]);
    expect(secretRules(api('{ name: viewer }'), 1)).toEqual([]);
    expect(secretRules(api('{ name: viewer }'), 0)).toEqual([
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['viewer'], verbs: ['get'] },
    ]);
  });

  it('remote write takes a body of any size at the ingress', () => {
    const nginx = fleetOf(FLEET.replace('traefik', 'ingress-nginx'));
    expect(named(objectsOf(nginx, 0), 'Ingress', 'thanos-receive')?.metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/proxy-body-size': '0',
    });
  });

  it('edges have an Agent and nothing of the hub', () => {
    const kinds = objectsOf(fleetOf(FLEET), 1).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(kinds).toContain('PrometheusAgent/agent');
    expect(kinds.filter((name) => /thanos|grafana|memcached|ThanosRuler/.test(name))).toEqual([]);
  });
});

describe('files', () => {
  const fleet = fleetOf(FLEET);

  it('what clusters of a role have in common lies once, and every reference leads somewhere', () => {
    const files = kustomizeFiles(renderFleet(fleet), definitions);
    const folders = [...files.keys()].filter((path) => path.endsWith('/kustomization.yaml'));
    for (const path of folders) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      for (const resource of (parse(files.get(path) ?? '') as { resources: string[] }).resources) {
        const target = new URL(resource, `file:///${folder}/`).pathname.slice(1);
        expect(files.has(target) || files.has(`${target}/kustomization.yaml`), `${path}: ${resource}`).toBe(
          true,
        );
      }
    }
    expect(files.has('base/edge/3-workloads/deployment-prometheus-operator.yaml')).toBe(true);
    expect(files.has('clusters/b/3-workloads/prometheusagent-agent.yaml')).toBe(true);
    expect(files.has('clusters/b/3-workloads/deployment-prometheus-operator.yaml')).toBe(false);
  });

  it('every object of a cluster is reached from its folders, once', () => {
    const files = kustomizeFiles(renderFleet(fleet), definitions);
    const reach = (folder: string): string[] =>
      (parse(files.get(`${folder}/kustomization.yaml`) ?? '') as { resources: string[] }).resources.flatMap(
        (resource) => {
          const target = new URL(resource, `file:///${folder}/`).pathname.slice(1);
          return files.has(target) ? [target] : reach(target);
        },
      );
    const reached = ['2-foundation', '3-workloads'].flatMap((layer) => reach(`clusters/b/${layer}`));
    expect(reached).toHaveLength(objectsOf(fleet, 1).length);
    expect(new Set(reached).size).toBe(reached.length);
  });

  it('values of kube-prometheus-stack have the same Agent, and the rest lies beside them', () => {
    const files = helmFiles(renderFleet(fleet), fleet);
    const values = parse(files.get('clusters/b/kube-prometheus-stack.values.yaml') ?? '') as {
      prometheus: { agentMode: boolean; prometheusSpec: { remoteWrite: unknown; externalLabels: unknown } };
    };
    const agent = named(objectsOf(fleet, 1), 'PrometheusAgent', 'agent') as {
      spec: { remoteWrite: unknown; externalLabels: unknown };
    };
    expect(values.prometheus.agentMode).toBe(true);
    expect(values.prometheus.prometheusSpec.remoteWrite).toEqual(agent.spec.remoteWrite);
    expect(values.prometheus.prometheusSpec.externalLabels).toEqual(agent.spec.externalLabels);
    const paths = [...files.keys()].join('\n');
    expect(paths).toContain('statefulset-thanos-receive.yaml');
    expect(paths).not.toMatch(/prometheus-operator|prometheusagent|node-exporter/);
  });
});

describe('what a user of it would meet', () => {
  const allOf = (text: string) => renderFleet(fleetOf(text)).flatMap(({ layers }) => layers.workloads);

  it('an update of replicas that are kept apart needs no node more', () => {
    const several = allOf(`profile: production\n${FLEET}`).filter(
      (object) =>
        object.kind === 'Deployment' && (object as { spec: { replicas: number } }).spec.replicas > 1,
    ) as unknown as { spec: { strategy: unknown } }[];
    expect(several.length).toBeGreaterThan(0);
    for (const { spec } of several)
      expect(spec.strategy).toEqual({
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
      });
  });

  it("values for the chart repeat none of the chart's own labels", () => {
    const fleet = fleetOf(FLEET);
    const files = helmFiles(renderFleet(fleet), fleet);
    const values = [...files].filter(([path]) => path.endsWith('.values.yaml'));
    expect(values.length).toBeGreaterThan(0);
    for (const [, text] of values) {
      const { commonLabels } = parse(text) as { commonLabels: Record<string, string> };
      expect(Object.keys(commonLabels)).toContain('fleetmedic.dev/fleet');
      expect(Object.keys(commonLabels).filter((key) => key.startsWith('app.kubernetes.io/'))).toEqual([]);
    }
  });
});
