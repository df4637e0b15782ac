import type { ClusterLayout } from '../layout.ts';
import { image } from './image.ts';
import type { LabNames } from './names.ts';
import { configMap, container, type KubernetesObject, service, workload } from './objects.ts';

/** What every cluster has: a Prometheus Agent, the node exporter and an application to scrape. */
export function agentObjects(cluster: ClusterLayout, names: LabNames): KubernetesObject[] {
  return [...agent(cluster, names), nodeExporter(names), ...application(names)];
}

function agent(cluster: ClusterLayout, names: LabNames): KubernetesObject[] {
  const namespace = names.namespaces.agent;
  const name = names.workloads.agent;
  const labels = { [names.labelKeys.name]: name };
  const role = `${namespace}-${name}`;
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: role },
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: role },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
    configMap(names.objects.agentConfig, namespace, { 'prometheus.yml': agentConfig(cluster, names) }),
    workload({
      kind: names.agentKind,
      name,
      namespace,
      serviceName: name,
      labels,
      pod: {
        serviceAccountName: name,
        containers: [
          container({
            name,
            image: image(names, 'prometheus'),
            args: [
              names.isOlder ? '--enable-feature=agent' : '--agent',
              '--config.file=/etc/prometheus/prometheus.yml',
              '--storage.agent.path=/data',
              `--web.listen-address=:${names.ports.agent}`,
              // A changed ConfigMap is taken without a restart: an Agent that restarts loses what is unsent.
              ...(names.isOlder
                ? ['--web.enable-lifecycle']
                : ['--enable-feature=auto-reload-config', '--config.auto-reload-interval=5s']),
            ],
            ports: { [names.portNames.http]: names.ports.agent },
            memory: '512Mi',
            readiness: { path: '/-/ready', port: names.ports.agent },
            mounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'config', mountPath: '/etc/prometheus', readOnly: true },
            ],
          }),
        ],
        volumes: [
          { name: 'data', emptyDir: {} },
          { name: 'config', configMap: { name: names.objects.agentConfig } },
        ],
      },
    }),
  ];
}

/** JSON is YAML, but a person edits this file in a drill: it is written as one would. */
function agentConfig(cluster: ClusterLayout, names: LabNames): string {
  const labels = names.clusters[cluster.index]?.externalLabels;
  const { receive } = names.services;
  const host =
    cluster.role === 'hub'
      ? `${receive}.${names.namespaces.pipeline}.svc.cluster.local:${names.ports.remoteWrite}`
      : `${names.remoteWriteHost}:${names.ports.remoteWriteNodePort}`;
  return `global:
  scrape_interval: 10s
  scrape_timeout: 5s
  external_labels:
    cluster: ${labels?.cluster}
    region: ${labels?.region}
    environment: ${labels?.environment}
scrape_configs:
  - job_name: prometheus-agent
    static_configs:
      - targets: ['localhost:${names.ports.agent}']
  - job_name: pods
    kubernetes_sd_configs:
      - role: pod
    relabel_configs:
      - source_labels: [__meta_kubernetes_pod_annotation_prometheus_io_scrape]
        regex: 'true'
        action: keep
      - source_labels: [__meta_kubernetes_pod_ip, __meta_kubernetes_pod_annotation_prometheus_io_port]
        regex: (.+);(.+)
        target_label: __address__
        replacement: $1:$2
      - source_labels: [__meta_kubernetes_namespace]
        target_label: namespace
      - source_labels: [__meta_kubernetes_pod_name]
        target_label: pod
remote_write:
  - url: http://${host}/api/v1/receive
    headers:
      THANOS-TENANT: ${names.tenant}
`;
}

function nodeExporter(names: LabNames): KubernetesObject {
  const name = names.workloads.nodeExporter;
  const port = names.ports.nodeExporter;
  return workload({
    kind: 'DaemonSet',
    name,
    namespace: names.namespaces.agent,
    labels: { [names.labelKeys.name]: name },
    annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(port) },
    pod: {
      containers: [
        container({
          name,
          image: image(names, 'nodeExporter'),
          args: [`--web.listen-address=:${port}`, '--path.procfs=/host/proc', '--path.sysfs=/host/sys'],
          ports: { [names.portNames.http]: port },
          memory: '128Mi',
          readiness: { path: '/', port },
          mounts: [
            { name: 'proc', mountPath: '/host/proc', readOnly: true },
            { name: 'sys', mountPath: '/host/sys', readOnly: true },
          ],
        }),
      ],
      volumes: [
        { name: 'proc', hostPath: { path: '/proc' } },
        { name: 'sys', hostPath: { path: '/sys' } },
      ],
    },
  });
}

/** An application to scrape. */
export function application(names: LabNames): KubernetesObject[] {
  const name = names.workloads.application;
  const namespace = names.namespaces.application;
  const labels = { [names.labelKeys.name]: name };
  const port = names.ports.application;
  return [
    service({ name, namespace, selector: labels, ports: [{ name: names.portNames.http, port }] }),
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels,
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(port) },
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'demo'),
            args: [`--listen=:${port}`],
            ports: { [names.portNames.http]: port },
            memory: '64Mi',
            readiness: { path: '/ready', port },
          }),
        ],
      },
    }),
  ];
}
