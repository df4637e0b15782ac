import type {
  V1ClusterRole,
  V1ClusterRoleBinding,
  V1ConfigMap,
  V1DaemonSet,
  V1Deployment,
  V1Ingress,
  V1LabelSelector,
  V1Namespace,
  V1PersistentVolumeClaim,
  V1PodDisruptionBudget,
  V1ResourceQuota,
  V1Role,
  V1RoleBinding,
  V1Secret,
  V1Service,
  V1ServiceAccount,
  V1StatefulSet,
} from '@kubernetes/client-node';
import type {
  Alertmanager,
  HttpRoute,
  PodMonitor,
  PrometheusAgent,
  PrometheusRule,
  ServiceMonitor,
  ThanosRuler,
} from './custom-resources.ts';

export interface Metadata {
  name: string;
  namespace?: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}

type Of<T, A extends string, K extends string> = Omit<T, 'apiVersion' | 'kind' | 'metadata' | 'status'> & {
  apiVersion: A;
  kind: K;
  metadata: Metadata;
};

export type Namespace = Of<V1Namespace, 'v1', 'Namespace'>;
export type Service = Of<V1Service, 'v1', 'Service'>;
export type Deployment = Of<V1Deployment, 'apps/v1', 'Deployment'>;
export type StatefulSet = Of<V1StatefulSet, 'apps/v1', 'StatefulSet'>;
export type DaemonSet = Of<V1DaemonSet, 'apps/v1', 'DaemonSet'>;

/** The client's own type writes `from` with an underscore, and its serializer takes it away again: ours does not. */
export interface PolicyIngress {
  from?: ({ podSelector: V1LabelSelector } | { ipBlock: { cidr: string } })[];
  ports?: { port: string; protocol: string }[];
}

export interface NetworkPolicy {
  apiVersion: 'networking.k8s.io/v1';
  kind: 'NetworkPolicy';
  metadata: Metadata;
  spec: { podSelector: V1LabelSelector; policyTypes: 'Ingress'[]; ingress: PolicyIngress[] };
}

/** Everything that the platform renders besides the operator's own definitions. */
export type PlatformObject =
  | Namespace
  | Service
  | Deployment
  | StatefulSet
  | DaemonSet
  | Of<V1ConfigMap, 'v1', 'ConfigMap'>
  | Of<V1Secret, 'v1', 'Secret'>
  | Of<V1ServiceAccount, 'v1', 'ServiceAccount'>
  | Of<V1PersistentVolumeClaim, 'v1', 'PersistentVolumeClaim'>
  | Of<V1ResourceQuota, 'v1', 'ResourceQuota'>
  | Of<V1Ingress, 'networking.k8s.io/v1', 'Ingress'>
  | NetworkPolicy
  | Of<V1PodDisruptionBudget, 'policy/v1', 'PodDisruptionBudget'>
  | Of<V1Role, 'rbac.authorization.k8s.io/v1', 'Role'>
  | Of<V1RoleBinding, 'rbac.authorization.k8s.io/v1', 'RoleBinding'>
  | Of<V1ClusterRole, 'rbac.authorization.k8s.io/v1', 'ClusterRole'>
  | Of<V1ClusterRoleBinding, 'rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'>
  | PrometheusAgent
  | ServiceMonitor
  | PodMonitor
  | PrometheusRule
  | ThanosRuler
  | Alertmanager
  | HttpRoute;
