import {
  clusterRights,
  container,
  deployment,
  metadata,
  namespaceRights,
  service,
  serviceAccount,
} from '../builders.ts';
import type { RenderContext } from '../context.ts';
import { imageOf } from '../images.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';

/**
 * The rights that the operator needs, as its project documents them (`example/rbac` of v0.85.0), narrowed: it makes
 * and deletes only where `--…-instance-namespaces` lets it.
 */
export function operatorRights(context: RenderContext): PlatformObject[] {
  const all = ['*'];
  const rule = (apiGroup: string, resources: string[], verbs: string[]) => ({
    apiGroups: [apiGroup],
    resources,
    verbs,
  });
  const parent = (kind: string) => [kind, `${kind}/finalizers`, `${kind}/status`];
  const write = ['get', 'create', 'update', 'delete'];
  return [
    serviceAccount(context, NAMES.operator),
    ...clusterRights(context, NAMES.operator, [
      rule(
        'monitoring.coreos.com',
        [
          ...['alertmanagers', 'prometheuses', 'prometheusagents', 'thanosrulers'].flatMap(parent),
          ...['alertmanagerconfigs', 'scrapeconfigs', 'podmonitors', 'probes', 'prometheusrules'],
          ...['servicemonitors', 'servicemonitors/status'],
        ],
        all,
      ),
      // Monitors of any namespace may name a Secret or ConfigMap of theirs, with what a scrape needs.
      rule('', ['configmaps', 'secrets'], ['get', 'list', 'watch']),
      rule('', ['pods'], ['list']),
      rule('', ['services', 'services/finalizers', 'endpoints'], write),
      rule('discovery.k8s.io', ['endpointslices'], [...write, 'list', 'watch']),
      rule('', ['nodes'], ['list', 'watch']),
      rule('', ['namespaces'], ['get', 'list', 'watch']),
      rule('', ['events'], ['patch', 'create']),
      rule('networking.k8s.io', ['ingresses'], ['get', 'list', 'watch']),
      rule('storage.k8s.io', ['storageclasses'], ['get']),
    ]),
    ...namespaceRights(context, NAMES.operator, [
      rule('apps', ['statefulsets'], all),
      rule('', ['configmaps', 'secrets'], all),
      rule('', ['pods'], ['list', 'delete']),
    ]),
  ];
}

/** The Prometheus Operator: makes StatefulSets and configurations of the custom resources. */
export function operator(context: RenderContext): PlatformObject[] {
  const { fleet, cluster } = context;
  return [
    service(context, { name: NAMES.operator, ports: { http: { port: PORTS.operator } } }),
    deployment(context, {
      name: NAMES.operator,
      replicas: 1,
      serviceAccountName: NAMES.operator,
      containers: [
        container({
          name: NAMES.operator,
          image: imageOf(fleet, 'operator'),
          args: [
            `--prometheus-config-reloader=${imageOf(fleet, 'configReloader')}`,
            ...(fleet.monitors.kubelet ? [`--kubelet-service=${NAMES.kubeletService}`] : []),
            // Workloads are made where the fleet's resources are; monitors are read from everywhere.
            `--prometheus-instance-namespaces=${cluster.namespace}`,
            `--alertmanager-instance-namespaces=${cluster.namespace}`,
            `--thanos-ruler-instance-namespaces=${cluster.namespace}`,
            '--config-reloader-cpu-request=10m',
            '--config-reloader-memory-request=32Mi',
            '--config-reloader-cpu-limit=0',
            '--config-reloader-memory-limit=64Mi',
          ],
          ports: { http: PORTS.operator },
          resources: { cpu: '50m', memory: '64Mi', cpuLimit: null, memoryLimit: '256Mi' },
          probes: { port: 'http', ready: '/healthz', live: '/healthz' },
        }),
      ],
    }),
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: metadata(context, NAMES.operator),
      spec: {
        jobLabel: 'app.kubernetes.io/name',
        selector: { matchLabels: { 'app.kubernetes.io/name': NAMES.operator } },
        endpoints: [{ port: 'http', honorLabels: true }],
      },
    },
  ];
}
