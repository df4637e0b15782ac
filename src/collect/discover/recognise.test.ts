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
