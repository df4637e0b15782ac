import { prometheusConfigOf } from '../../evidence/views.ts';
import type { SettingPath } from '../../fleet/file/observed.ts';
import type { Role } from '../../fleet/roles.ts';
import { isHidden } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { mainQuery, replicaLabelsOf } from './query.ts';
import { placeOf, reasonOf, type SeenCluster, type World } from './world.ts';
import { writerOf } from './writers.ts';

/** Parts that are the pipeline; what it is made with and what it watches may be elsewhere. */
const PIPELINE: readonly Role[] = [
  ...(['receive', 'store', 'compactor', 'query', 'query-frontend', 'cache'] as const),
  ...(['ruler', 'agent', 'prometheus'] as const),
];

/** Labels that `medic deploy` gives to all that it makes. */
const LABELS = {
  managedBy: 'app.kubernetes.io/managed-by',
  fleet: 'fleetmedic.dev/fleet',
  profile: 'fleetmedic.dev/profile',
} as const;

/** Who deployed it, and what tells its clusters apart. */
export function clusterSettings(world: World): Noted[] {
  return [
    ...deployedBy(world),
    ...identityLabel(world),
    ...world.clusters.flatMap((one) => ofCluster(world, one)),
  ];
}

function deployedBy(world: World): Noted[] {
  const parts = PIPELINE.flatMap((role) => world.parts(role)).filter(({ workload }) => workload !== null);
  const [first] = parts;
  if (!first) return [];
  const labelOf = (part: Part, key: string) => part.workload?.meta.labels[key];
  const ours = parts.find((part) => labelOf(part, LABELS.managedBy) === 'fleetmedic');
  const where = inPart(ours ?? first, LABELS.managedBy);
  if (!ours) return [seen(['deployedBy'], 'other', where)];
  const own = (field: 'name' | 'profile', key: string) => {
    const value = labelOf(ours, key);
    return value === undefined ? [] : [seen([field], value, inPart(ours, key))];
  };
  return [
    seen(['deployedBy'], 'medic', where),
    ...own('name', LABELS.fleet),
    ...own('profile', LABELS.profile),
    // They are in texts and rights that medic makes: nothing that runs shows them.
    ...['language', 'runbooks', 'access'].map((field) => untold([field], 'not-visible', where.cluster)),
  ];
}

function identityLabel(world: World): Noted[] {
  const { identityLabel: label, clusters } = world.index.fleet;
  const { context } = world.hub;
  const isThere = clusters.some(({ identity }) => identity !== null);
  return [
    isThere
      ? seen(['identityLabel'], label, { cluster: context, object: context, field: 'external_labels' })
      : untold(['identityLabel'], world.hub.blind ? reasonOf(world.hub) : 'not-visible', context),
  ];
}

function ofCluster(world: World, cluster: SeenCluster): Noted[] {
  const { path, context, evidence } = cluster;
  if (!evidence) return [untold(path, 'not-recorded', context)];
  return [
    cluster.blind
      ? untold(path, reasonOf(cluster), context)
      : seen([...path, 'role'], cluster.role, { ...placeOf(cluster), field: 'role' }),
    ...labels(world, cluster),
    ...namespace(world, cluster),
    ...storageClass(world, cluster),
  ];
}

/** External labels, but for those that tell replicas apart: each pod has its own value of them. */
function labels(world: World, cluster: SeenCluster): Noted[] {
  const writer = writerOf(world, cluster)?.writer;
  if (!writer) return [];
  const path = [...cluster.path, 'labels'];
  const config = prometheusConfigOf(writer.cluster, writer.component);
  if (!config) return [untold(path, 'not-visible', cluster.context)];
  const query = mainQuery(world).part;
  const replica = new Set(query ? replicaLabelsOf(query) : []);
  const isOwn = (name: string, value: string) =>
    !replica.has(name) && !writer.component.pods.includes(value) && !isHidden(value);
  const found = Object.entries(config.config.externalLabels).filter(([name, value]) => isOwn(name, value));
  const { identityLabel: identity } = world.index.fleet;
  const isNamed = found.some(([name]) => name === identity);
  return [
    seen(path, Object.fromEntries(found), inPart(writer, 'global.external_labels')),
    // The file has a name for every cluster: that there is none is a fault, and not a setting.
    ...(isNamed ? [] : [untold([...path, identity], 'not-expressible', cluster.context, 'external_labels')]),
  ];
}

/** The namespace of the pipeline: of Receive or Query in the hub, of the Prometheus elsewhere. */
function namespace(world: World, cluster: SeenCluster): Noted[] {
  const path = [...cluster.path, 'namespace'];
  const writer = writerOf(world, cluster)?.writer;
  const roles: readonly Role[] = ['receive', 'query', 'store'];
  const central =
    cluster.role === 'hub' ? roles.flatMap((role) => world.parts(role, cluster.context))[0] : undefined;
  const main = central ?? writer;
  if (!main) return [];
  const own = main.component.ref.namespace;
  const elsewhere = PIPELINE.flatMap((role) => world.parts(role, cluster.context))
    .map(({ component }) => component.ref)
    .filter(({ namespace: other }) => other !== own);
  const names = [...new Set(elsewhere.map(({ kind, namespace: other, name }) => `${kind} ${other}/${name}`))];
  return [
    seen(path, own, inPart(main, 'metadata.namespace')),
    ...names.map((name) => untold(path, 'not-expressible', cluster.context, name)),
  ];
}

/** Roles whose volumes a fleet has a class for. */
const WITH_VOLUMES: readonly Role[] = [
  ...(['receive', 'store', 'compactor', 'ruler', 'agent', 'prometheus'] as const),
  ...(['alertmanager', 'grafana'] as const),
];

function storageClass(world: World, { context, evidence, extra, path: base }: SeenCluster): Noted[] {
  const path: SettingPath = [...base, 'storageClass'];
  if (!evidence) return [];
  if (!evidence.claims.seen) return [untold(path, evidence.claims.reason, context)];
  const parts = WITH_VOLUMES.flatMap((role) => world.parts(role, context));
  const claims = evidence.claims.value;
  const used = parts.flatMap((part) => classesOf(part, claims).map((name) => ({ part, name })));
  const [first] = used;
  if (!first) return [];
  const names = [...new Set(used.map(({ name }) => name))];
  if (names.length > 1) return [untold(path, 'not-expressible', context, names.sort().join(', '))];
  const own = extra?.storageClasses.seen
    ? extra.storageClasses.value.find(({ meta }) => meta.name === first.name)
    : undefined;
  const isDefault = own?.meta.annotations['storageclass.kubernetes.io/is-default-class'] === 'true';
  return [seen(path, first.name, inPart(first.part, 'storageClassName'), isDefault ? [null] : [])];
}

/** Classes of a part's claims; one without a volume of its own has none. */
function classesOf(
  { component, spec, workload }: Part,
  claims: readonly { meta: { name: string; namespace: string | null }; storageClass: string | null }[],
): string[] {
  const own = claims.filter(({ meta }) => meta.namespace === component.ref.namespace);
  const ofTemplates = (workload?.claims ?? []).flatMap(({ name, storageClass }) => {
    const made = own.find(({ meta }) => meta.name.startsWith(`${name}-${component.ref.name}-`));
    return made?.storageClass ?? storageClass ?? [];
  });
  const ofVolumes = (spec?.volumes ?? []).flatMap(
    ({ claim }) => own.find(({ meta }) => meta.name === claim)?.storageClass ?? [],
  );
  return [...new Set([...ofTemplates, ...ofVolumes])];
}
