import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';

const container = (image: string, args: string[] = [], command: string[] = []) => ({
  image,
  args,
  command,
  env: [],
});

describe('recognise', () => {
  it.each([
    [
      'kube-thanos',
      container('quay.io/thanos/thanos:v0.37.2', ['receive', '--tsdb.path=/var/thanos/receive']),
      'receive',
    ],
    [
      'bitnami/thanos',
      container('docker.io/bitnami/thanos:0.36.1', ['query-frontend', '--http-address=:9090']),
      'query-frontend',
    ],
    ['a mirror with a digest', container('mirror:5000/obs/thanos@sha256:00ff', ['store']), 'store'],
    [
      'program in the command',
      container('company/tools:7', ['compact', '--wait'], ['/usr/bin/thanos']),
      'compactor',
    ],
    [
      'a shell wrapper',
      container('company/tools:7', [], ['sh', '-c', 'exec /opt/thanos query --endpoint=x:1']),
      'query',
    ],
    [
      'an init',
      container('company/tools:7', ['--config.file=/x'], ['/sbin/tini', '-g', '--', '/opt/prometheus']),
      'prometheus',
    ],
    ['a host among the arguments', container('company/tools:7', ['-s', 'node-exporter.shop.svc']), null],
    ['only flags', container('company/tools:7', ['--receive.replication-factor=3']), 'receive'],
    [
      'operator agent',
      container('quay.io/prometheus/prometheus:v2.55.1', ['--enable-feature=agent', '--config.file=/x']),
      'agent',
    ],
    ['agent with more features', container('prom/prometheus', ['--enable-feature=otlp,agent']), 'agent'],
    ['agent of Prometheus 3', container('prom/prometheus:v3.1.0', ['--agent']), 'agent'],
    ['server mode', container('prom/prometheus:v3.1.0', ['--storage.tsdb.path=/prometheus']), 'prometheus'],
    [
      'sidecar',
      container('quay.io/thanos/thanos:v0.35.0', ['sidecar', '--prometheus.url=http://localhost:9090']),
      'sidecar',
    ],
    [
      'reloader',
      container('quay.io/prometheus-operator/prometheus-config-reloader:v0.80.0', ['--listen-address=:8080']),
      'config-reloader',
    ],
    [
      'operator',
      container('quay.io/prometheus-operator/prometheus-operator:v0.80.0', ['--kubelet-service=x']),
      'operator',
    ],
    [
      'CoreDNS',
      container('registry.k8s.io/coredns/coredns:v1.11.1', ['-conf', '/etc/coredns/Corefile']),
      'dns',
    ],
    [
      'node exporter',
      container('quay.io/prometheus/node-exporter:v1.8.2', ['--path.procfs=/host/proc']),
      'exporter',
    ],
    ['MinIO', container('minio/minio:RELEASE.2024', ['server', '/data']), 'object-store'],
    ['an application', container('shop/api:1.2.3', ['serve', '--port=8080']), null],
    ['an application with a query command', container('shop/api:1.2.3', ['query']), null],
  ] as const)('%s', (_, given, role) => {
    expect(recognise(given)).toBe(role);
  });
});

/**
 * Containers as charts and generators render them, reduced to what tells them apart. Read in the templates of
 * prometheus-operator v0.85.0 (its `statefulset.go` files and `config_reloader.go`), kube-prometheus-stack,
 * bitnami/charts (thanos, prometheus, memcached), thanos-io/kube-thanos, ingress-nginx, traefik, grafana, fluent-bit.
 */
describe('recognise what charts render', () => {
  const operated = (image: string, ...args: string[]) =>
    container(`quay.io/${image}`, ['--web.config.file=/etc/prometheus/web_config/web-config.yaml', ...args]);
  it.each([
    [
      'operator: agent of Prometheus 2',
      operated('prometheus/prometheus:v2.55.1', '--enable-feature=agent', '--storage.agent.path=/prometheus'),
      'agent',
    ],
    [
      'operator: agent of Prometheus 3',
      operated('prometheus/prometheus:v3.9.1', '--agent', '--storage.agent.path=/prometheus'),
      'agent',
    ],
    [
      'operator: server',
      operated('prometheus/prometheus:v3.5.0', '--storage.tsdb.retention.time=10d'),
      'prometheus',
    ],
    [
      'operator: alertmanager',
      operated('prometheus/alertmanager:v0.28.1', '--data.retention=120h', '--cluster.listen-address='),
      'alertmanager',
    ],
    [
      'operator: ruler',
      container('quay.io/thanos/thanos:v0.42.4', ['rule', '--data-dir=/thanos/data', '--eval-interval=30s']),
      'ruler',
    ],
    [
      'operator: reloader',
      container('quay.io/prometheus-operator/prometheus-config-reloader:v0.85.0', [
        '--reload-url=http://127.0.0.1:9090/-/reload',
        '--watched-dir=/etc/prometheus/rules/x',
      ]),
      'config-reloader',
    ],
    [
      'operator: admission webhook',
      container('quay.io/prometheus-operator/admission-webhook:v0.85.0', ['--web.enable-tls=true']),
      null,
    ],
    [
      'kube-prometheus-stack: operator in a mirror of other names',
      container('mirror.example/monitoring/op:1', [
        '--kubelet-service=kube-system/x-kubelet',
        '--localhost=127.0.0.1',
        '--prometheus-config-reloader=mirror.example/monitoring/rl:1',
      ]),
      'operator',
    ],
    [
      'kube-prometheus-stack: webhook job image',
      container('registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.5.1', ['create']),
      null,
    ],
    [
      'kube-prometheus-stack: kube-state-metrics',
      container('registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0', ['--port=8080']),
      'exporter',
    ],
    ['kube-prometheus-stack: grafana', container('docker.io/grafana/grafana:12.0.2'), 'grafana'],
    ['kube-prometheus-stack: sidecar of grafana', container('quay.io/kiwigrid/k8s-sidecar:1.30.3'), null],
    ['grafana: image renderer', container('docker.io/grafana/grafana-image-renderer:3.12.1'), null],
    [
      'rancher: operator',
      container('rancher/mirrored-prometheus-operator-prometheus-operator:v0.72.0', [
        '--localhost=127.0.0.1',
      ]),
      'operator',
    ],
    [
      'rancher: reloader',
      container('rancher/mirrored-prometheus-operator-prometheus-config-reloader:v0.72.0', []),
      'config-reloader',
    ],
    [
      'rancher: node exporter',
      container('rancher/mirrored-prometheus-node-exporter:v1.8.2', ['--path.rootfs=/host/root']),
      'exporter',
    ],
    [
      'rancher: alertmanager',
      container('rancher/mirrored-prometheus-alertmanager:v0.27.0', []),
      'alertmanager',
    ],
    [
      'bitnami/thanos: store gateway',
      container('docker.io/bitnami/thanos:0.36.1-debian-12-r1', ['store', '--data-dir=/data']),
      'store',
    ],
    [
      'bitnami/thanos: receive distributor',
      container('docker.io/bitnamilegacy/thanos:0.38.0-debian-12-r3', [
        'receive',
        '--receive.hashrings-file=/var/lib/thanos-receive/hashrings.json',
      ]),
      'receive',
    ],
    [
      'bitnami/thanos: bucket web',
      container('docker.io/bitnami/thanos:0.36.1', ['tools', 'bucket', 'web', '--objstore.config-file=/x']),
      null,
    ],
    [
      'bitnami/thanos: ruler',
      container('docker.io/bitnami/thanos:0.36.1', ['rule', '--rule-file=/conf/rules/*.yml']),
      'ruler',
    ],
    [
      'bitnami/prometheus: sidecar',
      container('docker.io/bitnami/thanos:0.36.1', ['sidecar', '--prometheus.url=http://localhost:9090']),
      'sidecar',
    ],
    ['bitnami/memcached', container('docker.io/bitnami/memcached:1.6.39-debian-12-r0', ['/run.sh']), 'cache'],
    [
      'bitnami/memcached: metrics',
      container('docker.io/bitnami/memcached-exporter:0.15.2-debian-12-r8', []),
      'exporter',
    ],
    [
      'kube-thanos: query',
      container('quay.io/thanos/thanos:v0.31.0', ['query', '--query.replica-label=replica']),
      'query',
    ],
    [
      'observatorium: controller of Receive',
      container('quay.io/observatorium/thanos-receive-controller:main', ['--configmap-name=tenants']),
      null,
    ],
    [
      'memcached of other names',
      container('company/cache:1', ['--memory-limit=64', '--max-item-size=5m']),
      'cache',
    ],
    [
      'alertmanager of other names',
      container('company/am:7', ['--config.file=/x', '--cluster.peer=am-0:9094']),
      'alertmanager',
    ],
    [
      'ruler behind a wrapper',
      container('company/tools:7', ['--alertmanagers.url=dns+http://am:9093']),
      'ruler',
    ],
    [
      'ingress-nginx',
      container('registry.k8s.io/ingress-nginx/controller:v1.12.1', [
        '/nginx-ingress-controller',
        '--controller-class=k8s.io/ingress-nginx',
      ]),
      'ingress',
    ],
    [
      'ingress-nginx: only the flags',
      container('mirror.example/ingress/controller:1', ['--controller-class=k8s.io/ingress-nginx']),
      'ingress',
    ],
    ['traefik', container('docker.io/traefik:v3.3.4', ['--entryPoints.web.address=:8000/tcp']), 'ingress'],
    [
      'traefik of other names',
      container('company/edge:3', ['--providers.kubernetesingress', '--entrypoints.web.address=:80']),
      'ingress',
    ],
    [
      'fluent-bit',
      container(
        'cr.fluentbit.io/fluent/fluent-bit:4.0.3',
        ['--workdir=/fluent-bit/etc'],
        ['/fluent-bit/bin/fluent-bit'],
      ),
      'log-shipper',
    ],
    [
      'fluent-bit of AWS',
      container('public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.5'),
      'log-shipper',
    ],
    [
      'fluent-bit: reloader',
      container('ghcr.io/jimmidyson/configmap-reload:v0.15.0', ['-volume-dir=/watch/config']),
      'config-reloader',
    ],
    ['opensearch', container('opensearchproject/opensearch:2.19.1'), 'log-store'],
    ['opensearch dashboards', container('opensearchproject/opensearch-dashboards:2.19.1'), null],
    ['a database with vectors', container('ankane/pgvector:v0.5.1'), null],
  ] as const)('%s', (_, given, role) => {
    expect(recognise(given)).toBe(role);
  });
});
