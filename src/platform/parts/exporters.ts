import {
  clusterRights,
  container,
  daemonSet,
  deployment,
  metadata,
  service,
  serviceAccount,
} from '../builders.ts';
import type { RenderContext } from '../context.ts';
import { imageOf } from '../images.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';
import { samplesOfAll } from './monitors.ts';

/** Kinds whose state the alerts and dashboards use; Secrets are not among them. */
const KINDS = [
  ...['configmaps', 'cronjobs', 'daemonsets', 'deployments', 'horizontalpodautoscalers', 'ingresses'],
  ...['jobs', 'namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes'],
  ...['poddisruptionbudgets', 'pods', 'replicasets', 'resourcequotas', 'services', 'statefulsets'],
  ...['storageclasses'],
];

export function exporterRights(context: RenderContext): PlatformObject[] {
  if (!context.fleet.monitors.kubeStateMetrics) return [];
  const watch = ['list', 'watch'];
  const of = (apiGroup: string, ...resources: string[]) => ({
    apiGroups: [apiGroup],
    resources,
    verbs: watch,
  });
  return [
    serviceAccount(context, NAMES.kubeStateMetrics),
    ...clusterRights(context, NAMES.kubeStateMetrics, [
      of('', 'configmaps', 'namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes', 'pods'),
      of('', 'resourcequotas', 'services'),
      of('apps', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
      of('batch', 'cronjobs', 'jobs'),
      of('autoscaling', 'horizontalpodautoscalers'),
      of('networking.k8s.io', 'ingresses'),
      of('policy', 'poddisruptionbudgets'),
      of('storage.k8s.io', 'storageclasses'),
    ]),
  ];
}

/** kube-state-metrics and node_exporter, each with its ServiceMonitor. */
export function exporters(context: RenderContext): PlatformObject[] {
  const { monitors } = context.fleet;
  return [
    ...(monitors.kubeStateMetrics ? kubeStateMetrics(context) : []),
    ...(monitors.nodeExporter ? nodeExporter(context) : []),
  ];
}

function kubeStateMetrics(context: RenderContext): PlatformObject[] {
  const name = NAMES.kubeStateMetrics;
  return [
    service(context, {
      name,
      headless: true,
      ports: {
        http: { port: PORTS.kubeStateMetrics },
        telemetry: { port: PORTS.kubeStateMetricsSelf },
      },
    }),
    deployment(context, {
      name,
      replicas: 1,
      serviceAccountName: name,
      containers: [
        container({
          name,
          image: imageOf(context.fleet, 'kubeStateMetrics'),
          args: [
            `--port=${PORTS.kubeStateMetrics}`,
            `--telemetry-port=${PORTS.kubeStateMetricsSelf}`,
            `--resources=${KINDS.join(',')}`,
          ],
          ports: { http: PORTS.kubeStateMetrics, telemetry: PORTS.kubeStateMetricsSelf },
          resources: { cpu: '20m', memory: '64Mi', cpuLimit: null, memoryLimit: '512Mi' },
          // Its two servers have one probe each (pkg/app/server.go of v2.18).
          probes: { port: 'telemetry', ready: '/readyz', live: '/livez', livePort: 'http' },
        }),
      ],
    }),
    monitor(context, name, samplesOfAll(context), [
      // Its series are about other objects: their namespace and pod must stay.
      { port: 'http', honorLabels: true },
      { port: 'telemetry' },
    ]),
  ];
}

function nodeExporter(context: RenderContext): PlatformObject[] {
  const name = NAMES.nodeExporter;
  const host = (path: string) => ({ name: path.slice(1) || 'root', hostPath: { path } });
  const mount = (path: string) => ({
    name: path.slice(1) || 'root',
    mountPath: `/host${path === '/' ? '/root' : path}`,
    readOnly: true,
    // A volume that is unmounted on the node must go here too: a copy would hold it, and it could not be detached.
    ...(path === '/' && { mountPropagation: 'HostToContainer' }),
  });
  const made = daemonSet(context, {
    name,
    containers: [
      container({
        name,
        image: imageOf(context.fleet, 'nodeExporter'),
        args: [
          `--web.listen-address=:${PORTS.nodeExporter}`,
          '--path.procfs=/host/proc',
          '--path.sysfs=/host/sys',
          '--path.rootfs=/host/root',
          '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run|var/lib/(docker|containerd|kubelet)/.+)($|/)',
        ],
        ports: { http: PORTS.nodeExporter },
        resources: { cpu: '20m', memory: '32Mi', cpuLimit: null, memoryLimit: '128Mi' },
        probes: { port: 'http', ready: '/', live: '/' },
        mounts: ['/proc', '/sys', '/'].map(mount),
      }),
    ],
    volumes: ['/proc', '/sys', '/'].map(host),
  });
  const pod = made.spec?.template.spec;
  // It counts what the node's own network and processes do; in a network of its own it would count the pod's.
  if (pod) Object.assign(pod, { hostNetwork: true, hostPID: true, tolerations: [{ operator: 'Exists' }] });
  return [
    service(context, { name, headless: true, ports: { http: { port: PORTS.nodeExporter } } }),
    made,
    monitor(context, name, {}, [
      {
        port: 'http',
        relabelings: [
          { action: 'replace', sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' },
        ],
      },
    ]),
  ];
}

function monitor(
  context: RenderContext,
  name: string,
  limits: { sampleLimit?: number },
  endpoints: Extract<PlatformObject, { kind: 'ServiceMonitor' }>['spec']['endpoints'],
): PlatformObject {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: metadata(context, name),
    spec: {
      jobLabel: 'app.kubernetes.io/name',
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      endpoints,
      ...limits,
    },
  };
}
