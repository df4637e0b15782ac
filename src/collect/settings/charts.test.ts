import { describe, expect, it } from 'vitest';
import { compareSettings } from '../../fleet/file/compare.ts';
import type { Observed } from '../../fleet/file/observed.ts';
import { pathText } from '../../fleet/file/problem.ts';
import { readFleetFile } from '../../fleet/file/read.ts';
import { resolveFleet } from '../../fleet/file/resolve.ts';
import { writeFleetFile } from '../../fleet/file/write.ts';
import { observeFleet } from '../../usecases/discover.ts';
import { type FakeCluster, type FakeObject, fakeTransport } from '../fake-cluster.testing.ts';

/**
 * Pipelines as charts and generators render them, reduced to what settings are told by: by hand, of the templates of
 * kube-prometheus-stack, bitnami/thanos and kube-thanos. None of them ran.
 */
const resources = { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } };

interface Workload {
  kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  name: string;
  namespace: string;
  replicas?: number;
  image: string;
  args?: string[];
  pod?: object;
  container?: object;
  claims?: Record<string, string>;
  owner?: { kind: string; name: string };
  beside?: object[];
}

function workload(spec: Workload): FakeObject {
  const { kind = 'Deployment', name, namespace, replicas = 1, owner } = spec;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: {
      ...{ name, namespace, labels: { 'app.kubernetes.io/managed-by': 'Helm' } },
      ...(owner && { ownerReferences: [{ ...owner, controller: true }] }),
    },
    spec: {
      replicas,
      template: {
        metadata: { labels: { app: name } },
        spec: {
          ...spec.pod,
          containers: [
            { name: 'main', image: spec.image, args: spec.args ?? [], resources, ...spec.container },
            ...(spec.beside ?? []),
          ],
        },
      },
      volumeClaimTemplates: Object.entries(spec.claims ?? {}).map(([volume, storage]) => ({
        metadata: { name: volume },
        spec: { resources: { requests: { storage } } },
      })),
    },
  };
}

const service = (name: string, namespace: string, spec: object): FakeObject => ({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } },
  spec: { type: 'ClusterIP', selector: { app: name }, ...spec },
});

const settingsOf = (observed: Observed) =>
  Object.fromEntries(observed.observations.map(({ path, value }) => [pathText(path), value]));

async function discovered(clusters: FakeCluster[]) {
  const observed = await observeFleet(fakeTransport(clusters));
  const words = { head: [], sentence: ({ why }: { why: string }) => why };
  const { text, unknown } = writeFleetFile(observed, words);
  const { file, problems } = readFleetFile(text);
  if (!file) throw new Error(`${JSON.stringify(problems)}\n${text}`);
  return {
    settings: settingsOf(observed),
    marks: unknown.map(({ path, why, detail }) => [pathText(path), why, detail].filter(Boolean).join(' ')),
    differences: compareSettings(resolveFleet(file), observed, file).differences.map(({ path }) =>
      pathText(path),
    ),
    file,
  };
}

/** kube-prometheus-stack with a sidecar: the operator's StatefulSet of a Prometheus, and its configuration. */
function stack(cluster: string, version = 'v3.5.0'): FakeCluster {
  const name = 'prometheus-stack-prometheus';
  const yaml = JSON.stringify({
    global: {
      scrape_interval: '30s',
      scrape_timeout: '10s',
      external_labels: { cluster, prometheus: 'monitoring/stack', prometheus_replica: `${name}-0` },
    },
    scrape_configs: [{ job_name: 'serviceMonitor/monitoring/stack-kubelet/0' }],
  });
  return {
    name: cluster,
    objects: [
      {
        ...{ apiVersion: 'monitoring.coreos.com/v1', kind: 'Prometheus' },
        metadata: { name: 'stack', namespace: 'monitoring' },
        spec: { serviceMonitorNamespaceSelector: {} },
      },
      workload({
        ...{ kind: 'StatefulSet', name, namespace: 'monitoring', replicas: 2 },
        image: `quay.io/prometheus/prometheus:${version}`,
        args: [
          '--config.file=/etc/prometheus/config_out/prometheus.env.yaml',
          '--storage.tsdb.path=/prometheus',
        ],
        owner: { kind: 'Prometheus', name: 'stack' },
        claims: { 'prometheus-stack-db': '100Gi' },
        container: {
          name: 'prometheus',
          volumeMounts: [
            { name: 'prometheus-stack-db', mountPath: '/prometheus', subPath: 'prometheus-db' },
            { name: 'config', mountPath: '/etc/prometheus/config' },
          ],
        },
        pod: { volumes: [{ name: 'config', secret: { secretName: name } }] },
        beside: [
          {
            name: 'thanos-sidecar',
            image: 'quay.io/thanos/thanos:v0.38.0',
            args: [
              'sidecar',
              '--prometheus.url=http://127.0.0.1:9090/',
              '--objstore.config=$(OBJSTORE_CONFIG)',
            ],
            env: [
              {
                name: 'OBJSTORE_CONFIG',
                valueFrom: { secretKeyRef: { name: 'thanos-objstore', key: 'thanos.yaml' } },
              },
            ],
          },
        ],
      }),
      workload({
        ...{ kind: 'DaemonSet', name: 'stack-node-exporter', namespace: 'monitoring' },
        image: 'quay.io/prometheus/node-exporter:v1.9.1',
        args: ['--path.procfs=/host/proc'],
      }),
      workload({
        ...{ name: 'stack-kube-state-metrics', namespace: 'monitoring' },
        image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0',
        args: ['--port=8080'],
      }),
    ],
    proxy: (pod, path) =>
      path === '/api/v1/status/config' && pod.startsWith(name)
        ? { status: 'success', data: { yaml } }
        : undefined,
  };
}

describe('sidecars: kube-prometheus-stack in each cluster, bitnami/thanos in one', () => {
  const thanos = (name: string, args: string[], more: Partial<Workload> = {}) =>
    workload({
      ...{ name: `thanos-${name}`, namespace: 'thanos', args },
      image: 'docker.io/bitnami/thanos:0.38.0-debian-12-r3',
      ...more,
    });
  const objstore = {
    container: {
      name: 'thanos',
      volumeMounts: [{ name: 'objstore-config', mountPath: '/conf' }],
      resources: {},
    },
    pod: {
      volumes: [
        {
          name: 'objstore-config',
          secret: { secretName: 'thanos-objstore', items: [{ key: 'thanos.yaml', path: 'objstore.yml' }] },
        },
      ],
      affinity: {
        podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] },
      },
    },
  };
  const observability: FakeCluster = {
    ...stack('hub'),
    objects: [
      ...stack('hub').objects,
      thanos(
        'query',
        ['query', '--query.replica-label=prometheus_replica', '--endpoint=dns+sidecar.edge.example:10901'],
        {
          replicas: 2,
          pod: objstore.pod,
        },
      ),
      thanos('query-frontend', [
        'query-frontend',
        '--query-frontend.downstream-url=http://thanos-query:9090',
      ]),
      thanos('storegateway', ['store', '--data-dir=/data', '--objstore.config-file=/conf/objstore.yml'], {
        ...{ kind: 'StatefulSet', claims: { data: '8Gi' } },
        ...objstore,
        container: {
          ...objstore.container,
          volumeMounts: [...objstore.container.volumeMounts, { name: 'data', mountPath: '/data' }],
        },
      }),
      thanos(
        'compactor',
        ['compact', '--retention.resolution-raw=30d', '--objstore.config-file=/conf/objstore.yml', '--wait'],
        objstore,
      ),
      workload({
        ...{ name: 'memcached', namespace: 'thanos' },
        image: 'docker.io/bitnami/memcached:1.6.39-debian-12-r0',
        container: { env: [{ name: 'MEMCACHED_CACHE_SIZE', value: '1024' }] },
        beside: [{ name: 'metrics', image: 'docker.io/bitnami/memcached-exporter:0.15.2-debian-12-r8' }],
      }),
    ],
  };

  it('is told in the words of the file', async () => {
    const { settings, differences, file } = await discovered([stack('edge'), observability]);
    expect(differences).toEqual([]);
    expect(file.clusters.map(({ name, role }) => `${name} ${role}`)).toEqual(['hub hub', 'edge edge']);
    expect(settings).toMatchObject({
      deployedBy: 'other',
      registry: null,
      'clusters[1].agent.mode': 'server-with-sidecar',
      'clusters[1].agent.replicas': 2,
      'clusters[1].agent.storage': '100Gi',
      'clusters[1].agent.scrapeInterval': '30s',
      'clusters[1].labels': { cluster: 'edge', prometheus: 'monitoring/stack' },
      'versions.prometheus': '3.5.0',
      'versions.thanos': '0.38.0',
      'versions.memcached': '1.6.39',
      'monitors.kubelet': true,
      'monitors.namespaces': null,
      'receive.replicas': 0,
      'objectStorage.secret': { name: 'thanos-objstore', key: 'thanos.yaml' },
      'store.storage': '8Gi',
      'store.resources.cpu': '0',
      'store.indexCacheSize': '250MB',
      'compactor.retention.raw': '30d',
      'compactor.retention.oneHour': '0d',
      'query.replicas': 2,
      'queryFrontend.splitInterval': '24h',
      'cache.memory': 1024,
      antiAffinity: 'preferred',
    });
    expect(Object.keys(settings).some((path) => path.includes('remoteWrite'))).toBe(false);
  });

  it('a half-done upgrade is marked in the file, and is a difference', async () => {
    const { marks, differences } = await discovered([stack('edge', 'v2.53.0'), observability]);
    expect(marks).toContain('versions.prometheus differs 2.53.0');
    expect(differences).toEqual(['versions.prometheus']);
  });

  it('what an image of its own defaults does is not guessed', async () => {
    const { marks } = await discovered([stack('edge'), observability]);
    expect(marks).toContain('cache.maxItemSize not-visible --max-item-size');
    expect(marks).toContain('objectStorage.bucket secret');
  });

  it('two clusters of one identity are no file: one is left out and marked', async () => {
    const twin = { ...stack('hub'), name: 'twin' };
    const { marks, file } = await discovered([twin, observability]);
    expect(marks).toContain('clusters[1].labels.cluster contradicts hub');
    expect(file.clusters[1]?.labels).not.toHaveProperty('cluster');
  });
});

describe('kube-thanos: routers before ingestors', () => {
  const env = [
    { name: 'NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'OBJSTORE_CONFIG', valueFrom: { secretKeyRef: { name: 'objectstorage', key: 'thanos.yaml' } } },
  ];
  const hashrings = {
    container: {
      ...{ name: 'thanos-receive', env },
      volumeMounts: [{ name: 'hashring', mountPath: '/var/lib/thanos-receive' }],
      ports: [{ name: 'remote-write', containerPort: 19291 }],
    },
    pod: { volumes: [{ name: 'hashring', configMap: { name: 'hashring' } }] },
  };
  const hub = (rings: object[]): FakeCluster => ({
    name: 'arn:aws:eks:ap-northeast-2:123456789012:cluster/Prod_Hub',
    objects: [
      {
        ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hashring', namespace: 'thanos' } },
        data: { 'hashrings.json': JSON.stringify(rings) },
      },
      service('router', 'thanos', {
        type: 'NodePort',
        ports: [{ name: 'remote-write', port: 19291, targetPort: 'remote-write', nodePort: 31000 }],
      }),
      workload({
        ...{ name: 'router', namespace: 'thanos', replicas: 2, image: 'quay.io/thanos/thanos:v0.37.2' },
        args: [
          'receive',
          '--receive.replication-factor=3',
          '--receive.hashrings-file=/var/lib/thanos-receive/hashrings.json',
          '--label=replica="$(NAME)"',
        ],
        ...hashrings,
      }),
      workload({
        ...{ kind: 'StatefulSet', name: 'ingestor', namespace: 'thanos', replicas: 3 },
        image: 'quay.io/thanos/thanos:v0.37.2',
        args: [
          'receive',
          '--tsdb.path=/var/thanos/receive',
          '--tsdb.retention=4d',
          '--label=replica="$(NAME)"',
          '--label=receive="true"',
          '--receive.local-endpoint=$(NAME).ingestor:10901',
          '--receive.hashrings-file=/var/lib/thanos-receive/hashrings.json',
          '--objstore.config=$(OBJSTORE_CONFIG)',
        ],
        ...hashrings,
      }),
    ],
  });
  const ring = { hashring: 'default', algorithm: 'ketama', endpoints: ['ingestor-0.ingestor:10901'] };

  it('is told in the words of the file', async () => {
    const { settings, differences, file } = await discovered([hub([ring])]);
    expect(differences).toEqual([]);
    expect(file.clusters[0]).toMatchObject({
      name: 'prod-hub',
      context: 'arn:aws:eks:ap-northeast-2:123456789012:cluster/Prod_Hub',
    });
    expect(settings).toMatchObject({
      'receive.replicas': 3,
      'receive.router.enabled': true,
      'receive.router.replicas': 2,
      'receive.replicationFactor': 3,
      'receive.retention': '4d',
      'receive.storage': null,
      'receive.replicaLabel': 'replica',
      'receive.hashring.algorithm': 'ketama',
      'receive.hashring.name': 'default',
      'receive.nodePort': 31000,
      'receive.defaultTenant': 'default-tenant',
      'objectStorage.secret': { name: 'objectstorage', key: 'thanos.yaml' },
    });
  });

  it('several hashrings have no words in the file', async () => {
    const { marks, settings } = await discovered([hub([ring, { ...ring, hashring: 'team-a' }])]);
    expect(marks).toContain('receive.hashring not-expressible 2 hashrings');
    expect(settings).not.toHaveProperty(['receive.hashring.name']);
  });

  it('nobody who scrapes is nobody who is guessed', async () => {
    const { marks } = await discovered([hub([ring])]);
    expect(marks).toContain('agent not-visible Prometheus');
    expect(marks).toContain('identityLabel not-visible');
  });
});
