import type { Subject } from '../../fleet/file/settings.ts';
import { clusterMetadata, metadata, objectLabels } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { Metadata, PlatformObject } from '../kubernetes.ts';

const VIEWER = 'fleetmedic-viewer';
const REPAIRER = 'fleetmedic-repairer';
const PROBER = 'fleetmedic-prober';
const READ = ['get', 'list'];

/** The roles of `medic` itself, bound to whom the fleet names: looking takes no right to change anything. */
export function access(context: RenderContext): PlatformObject[] {
  const { view, repair, probe } = context.fleet.access;
  // Who may do more must see as well.
  const viewers = [...view, ...repair, ...probe].filter(
    (subject, index, all) => all.findIndex((other) => same(other, subject)) === index,
  );
  return [
    ...viewing(context, viewers),
    ...(probe.length > 0 ? probing(context, probe) : []),
    ...(repair.length > 0 ? repairing(context, repair) : []),
  ];
}

const same = (a: Subject, b: Subject) =>
  a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;

const subjects = (context: RenderContext, list: readonly Subject[]) =>
  list.map(({ kind, name, namespace }) =>
    kind === 'ServiceAccount'
      ? { kind, name, namespace: namespace ?? context.cluster.namespace }
      : { kind, name, apiGroup: 'rbac.authorization.k8s.io' },
  );

/** What a diagnosis reads: lists of the whole cluster, and logs, configurations and pages of the namespace. */
function viewing(context: RenderContext, viewers: readonly Subject[]): PlatformObject[] {
  const role = `${context.cluster.namespace}-${VIEWER}`;
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: clusterMetadata(context, role, VIEWER),
      rules: [
        {
          apiGroups: [''],
          resources: [
            ...['pods', 'services', 'events', 'nodes', 'persistentvolumeclaims', 'namespaces'],
            'resourcequotas',
          ],
          verbs: READ,
        },
        { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs: READ },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
        {
          apiGroups: ['networking.k8s.io'],
          resources: ['ingresses', 'ingressclasses', 'networkpolicies'],
          verbs: READ,
        },
        { apiGroups: ['gateway.networking.k8s.io'], resources: ['httproutes'], verbs: READ },
        { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: READ },
        { apiGroups: ['metrics.k8s.io'], resources: ['nodes'], verbs: READ },
        { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: READ },
        {
          apiGroups: ['monitoring.coreos.com'],
          resources: [
            ...['prometheusagents', 'prometheuses', 'thanosrulers', 'alertmanagers'],
            ...['servicemonitors', 'podmonitors', 'prometheusrules'],
          ],
          verbs: READ,
        },
      ],
    },
    ...bindings(context, role, viewers),
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: metadata(context, VIEWER),
      rules: [
        // Wide: whoever has it may read every page of these pods. It is for this namespace alone.
        { apiGroups: [''], resources: ['pods/proxy'], verbs: ['get'] },
        { apiGroups: [''], resources: ['pods/log', 'configmaps'], verbs: READ },
        { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: READ },
        ...tokenRule(context),
      ],
    },
    ...granted(context, metadata(context, VIEWER), viewers),
    ...viewingDns(context, viewers),
  ];
}

/** The one Secret that looking needs, where the fleet names it in the hub's own namespace. */
function tokenRule({ fleet, cluster }: RenderContext) {
  const token = fleet.grafana.api?.token;
  if (!token || 'env' in token || cluster.role !== 'hub') return [];
  if ((token.namespace ?? cluster.namespace) !== cluster.namespace) return [];
  return [{ apiGroups: [''], resources: ['secrets'], resourceNames: [token.name], verbs: ['get'] }];
}

/** The cluster's DNS is a part of every link: its pages, logs and configuration, where it runs. */
function viewingDns(context: RenderContext, viewers: readonly Subject[]): PlatformObject[] {
  const { fleet, cluster } = context;
  const namespace = fleet.access.dnsNamespace;
  if (namespace === cluster.namespace) return [];
  // Two fleets of one cluster must not meet there.
  const name = `${cluster.namespace}-${VIEWER}`;
  const where = { name, namespace, labels: objectLabels(fleet, VIEWER) };
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: where,
      rules: [{ apiGroups: [''], resources: ['pods/proxy', 'pods/log', 'configmaps'], verbs: ['get'] }],
    },
    ...granted(context, where, viewers),
  ];
}

/** The role of the same name, given to them. */
function granted(context: RenderContext, where: Metadata, list: readonly Subject[]): PlatformObject[] {
  if (list.length === 0) return [];
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: where,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: where.name },
      subjects: subjects(context, list),
    },
  ];
}

function bindings(context: RenderContext, role: string, list: readonly Subject[]): PlatformObject[] {
  if (list.length === 0) return [];
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: clusterMetadata(context, role, VIEWER),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: subjects(context, list),
    },
  ];
}

/** Jobs of its own, and no other right to change: what `--probe` needs besides looking. */
function probing(context: RenderContext, list: readonly Subject[]): PlatformObject[] {
  const where = metadata(context, PROBER);
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: where,
      rules: [{ apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'patch', 'delete'] }],
    },
    ...granted(context, where, list),
  ];
}

/** Another identity than the one that looks: it changes what is in the pipeline's namespace, and no Secret. */
function repairing(context: RenderContext, list: readonly Subject[]): PlatformObject[] {
  const change = ['get', 'list', 'patch', 'update'];
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: metadata(context, REPAIRER),
      rules: [
        { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs: change },
        { apiGroups: ['apps'], resources: ['deployments/scale', 'statefulsets/scale'], verbs: change },
        { apiGroups: [''], resources: ['services', 'configmaps'], verbs: [...change, 'create'] },
        { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'delete'] },
        { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: change },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: [...change, 'create'] },
        {
          apiGroups: ['monitoring.coreos.com'],
          resources: [
            ...['prometheusagents', 'thanosrulers', 'alertmanagers'],
            ...['servicemonitors', 'podmonitors', 'prometheusrules'],
          ],
          verbs: [...change, 'create'],
        },
      ],
    },
    ...granted(context, metadata(context, REPAIRER), list),
  ];
}
