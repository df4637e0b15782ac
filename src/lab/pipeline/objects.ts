/** A Kubernetes object as it is sent to the API server. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}

/** A container with what all of the lab's containers have in common. */
export function container(spec: {
  name: string;
  image: string;
  args: readonly string[];
  command?: readonly string[];
  ports?: Readonly<Record<string, number>>;
  memory: string;
  readiness?: { path: string; port: number };
  mounts?: readonly { name: string; mountPath: string; readOnly?: boolean }[];
  env?: readonly object[];
}): object {
  const { readiness } = spec;
  return {
    name: spec.name,
    image: spec.image,
    imagePullPolicy: 'IfNotPresent',
    ...(spec.command && { command: spec.command }),
    args: spec.args,
    env: spec.env ?? [],
    ports: Object.entries(spec.ports ?? {}).map(([name, containerPort]) => ({ name, containerPort })),
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: spec.memory } },
    ...(readiness && {
      readinessProbe: { httpGet: readiness, periodSeconds: 3, failureThreshold: 3, timeoutSeconds: 3 },
    }),
    volumeMounts: spec.mounts ?? [],
  };
}

export function workload(spec: {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  name: string;
  namespace: string;
  labels: Record<string, string>;
  replicas?: number;
  /** For a StatefulSet: the Service that gives its pods names. */
  serviceName?: string;
  annotations?: Record<string, string>;
  pod: object;
  claims?: readonly object[];
}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: spec.kind,
    metadata: { name: spec.name, namespace: spec.namespace, labels: spec.labels },
    spec: {
      ...(spec.kind !== 'DaemonSet' && { replicas: spec.replicas ?? 1 }),
      selector: { matchLabels: spec.labels },
      ...(spec.kind === 'StatefulSet' && { serviceName: spec.serviceName, podManagementPolicy: 'Parallel' }),
      template: {
        metadata: { labels: spec.labels, annotations: spec.annotations ?? {} },
        spec: { terminationGracePeriodSeconds: 5, enableServiceLinks: false, ...spec.pod },
      },
      ...(spec.claims && { volumeClaimTemplates: spec.claims }),
    },
  };
}

export function service(spec: {
  name: string;
  namespace: string;
  selector: Record<string, string>;
  ports: readonly { name: string; port: number; nodePort?: number; protocol?: 'TCP' | 'UDP' }[];
  type?: 'ClusterIP' | 'NodePort';
  headless?: boolean;
  clusterIP?: string;
}): KubernetesObject {
  const clusterIP = spec.headless ? 'None' : spec.clusterIP;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: spec.name, namespace: spec.namespace },
    spec: {
      type: spec.type ?? 'ClusterIP',
      ...(clusterIP && { clusterIP }),
      ...(spec.headless && { publishNotReadyAddresses: true }),
      selector: spec.selector,
      ports: spec.ports.map((port) => ({ targetPort: port.port, protocol: 'TCP', ...port })),
    },
  };
}

export function configMap(name: string, namespace: string, data: Record<string, string>): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data };
}

export function secret(
  name: string,
  namespace: string,
  stringData: Record<string, string>,
): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type: 'Opaque', stringData };
}

export const namespace = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});
