import { list, number, text } from '../../evidence/json.ts';
import { seenOr } from '../../evidence/look.ts';
import { configFileOf } from '../../evidence/views.ts';
import { readYamlMapping } from '../../evidence/yaml.ts';
import { flagValue, flagValues, portOf } from '../../fleet/flags.ts';
import { backendOf } from '../discover/links.ts';
import { flagText, ofFlag } from './flag.ts';
import { duration, isHidden, plainText, wholeNumber } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { replicasAndResources, storage } from './workload.ts';
import { onePart, type World } from './world.ts';

const SECTION = ['receive'] as const;

/** Receive: those that keep samples, and the routers before them. */
export function receiveSettings(world: World): Noted[] {
  const all = world.parts('receive');
  // One that has a hashring and no endpoint of its own in it keeps nothing (cmd/thanos/receive.go, receiveMode).
  const isRouter = (part: Part) => hasHashring(part) && flagValue(part.component.args, LOCAL) === null;
  const ingestors = all.filter((part) => !isRouter(part));
  const routers = all.filter(isRouter);
  const { part: ingestor, notes } = onePart(world, 'receive', ingestors, {
    path: ['receive', 'replicas'],
    value: 0,
  });
  const router = onePart(world, 'receive', routers, { path: ['receive', 'router', 'enabled'], value: false });
  // Whoever takes the writes and spreads them has the ring.
  const spreading = router.part ?? ingestor;
  return [
    ...notes,
    ...router.notes,
    ...(ingestor ? ofIngestor(ingestor) : []),
    ...(router.part ? ofRouter(router.part) : []),
    ...(spreading ? [...ring(spreading), nodePort(world, spreading)] : []),
  ];
}

const LOCAL = '--receive.local-endpoint';
const hasHashring = ({ component: { args } }: Part): boolean =>
  flagValue(args, '--receive.hashrings-file') !== null || flagValue(args, '--receive.hashrings') !== null;

function ofIngestor(part: Part): Noted[] {
  const folder = flagText(part, '--tsdb.path')?.text ?? null;
  const days = (field: string, flag: string) => ofFlag(part, [...SECTION, field], flag, duration);
  return [
    ...replicasAndResources(part, SECTION),
    days('retention', '--tsdb.retention'),
    days('blockDuration', '--tsdb.min-block-duration'),
    days('outOfOrderWindow', '--tsdb.out-of-order.time-window'),
    ofFlag(part, [...SECTION, 'defaultTenant'], '--receive.default-tenant-id', plainText),
    storage(part, [...SECTION, 'storage'], folder?.startsWith('/') ? folder : null),
    replicaLabel(part),
    ...limits(part),
  ];
}

function ofRouter(part: Part): Noted[] {
  const section = [...SECTION, 'router'];
  return [
    seen([...section, 'enabled'], true, inPart(part, '--receive.hashrings-file')),
    ...replicasAndResources(part, section),
  ];
}

/** The label that tells replicas apart takes its value from the pod's name. */
function replicaLabel(part: Part): Noted {
  const path = [...SECTION, 'replicaLabel'];
  const ofPod = (part.container?.env ?? [])
    .filter(({ fieldPath }) => fieldPath === 'metadata.name')
    .map(({ name }) => `$(${name})`);
  const variables = [...ofPod, '$(POD_NAME)', '$(HOSTNAME)'];
  const label = flagValues(part.component.args, '--label')
    .filter((value) => variables.some((variable) => value.includes(variable)))
    .map((value) => value.split('=', 1)[0] ?? '')[0];
  return label === undefined
    ? untold(path, 'not-visible', part.cluster.name, '--label')
    : seen(path, label, inPart(part, '--label'));
}

function ring(part: Part): Noted[] {
  const factor = ofFlag(part, [...SECTION, 'replicationFactor'], '--receive.replication-factor', wholeNumber);
  if (!hasHashring(part)) return [factor];
  const algorithmPath = [...SECTION, 'hashring', 'algorithm'];
  const namePath = [...SECTION, 'hashring', 'name'];
  const rings = hashringsOf(part);
  const [only] = rings ?? [];
  if (!rings || only === undefined || rings.length > 1) {
    const why = rings === null ? 'not-visible' : 'not-expressible';
    return [
      factor,
      untold([...SECTION, 'hashring'], why, part.cluster.name, rings && `${rings.length} hashrings`),
    ];
  }
  const own = text(only, 'algorithm');
  const name = text(only, 'hashring') ?? '';
  return [
    factor,
    own
      ? seen(algorithmPath, own, inPart(part, 'algorithm of the hashring'))
      : ofFlag(part, algorithmPath, '--receive.hashrings-algorithm', plainText),
    name === ''
      ? untold(namePath, 'not-expressible', part.cluster.name, '""')
      : seen(namePath, name, inPart(part, 'hashring')),
  ];
}

function hashringsOf(part: Part): readonly unknown[] | null {
  const inline = flagValue(part.component.args, '--receive.hashrings');
  const content = inline ?? configFileOf(part.cluster, part.component, '--receive.hashrings-file')?.content;
  if (content === undefined || isHidden(content)) return null;
  try {
    return list({ rings: JSON.parse(content) as unknown }, 'rings');
  } catch {
    return null;
  }
}

/** The limits that Receive reads from a file: none without one. 0 is no limit (pkg/receive/limiter_config.go). */
function limits(part: Part): Noted[] {
  const section = [...SECTION, 'limits'];
  const { args } = part.component;
  const inline = flagValue(args, '--receive.limits-config');
  const isGiven = inline !== null || flagValue(args, '--receive.limits-config-file') !== null;
  const content =
    inline ?? configFileOf(part.cluster, part.component, '--receive.limits-config-file')?.content;
  const yaml = content === undefined ? null : readYamlMapping(content);
  if (isGiven && yaml === null) return [untold(section, 'not-visible', part.cluster.name)];
  const places = {
    headSeries: ['default', 'head_series_limit'],
    samplesPerRequest: ['default', 'request', 'samples_limit'],
    concurrency: ['global', 'max_concurrency'],
  };
  return Object.entries(places).map(([field, place]) =>
    seen(
      [...section, field],
      number(yaml, 'write', ...place) || null,
      inPart(part, `write.${place.join('.')}`),
    ),
  );
}

/** The port of every node at which writes arrive, where a Service of that type gives one. */
function nodePort(world: World, part: Part): Noted {
  const path = [...SECTION, 'nodePort'];
  const { cluster, component } = part;
  if (!cluster.services.seen) return untold(path, cluster.services.reason, cluster.name);
  const port = portOf(flagText(part, '--remote-write.address')?.text ?? '') ?? 19291;
  const names = (part.container?.ports ?? []).filter((own) => own.port === port).map(({ name }) => name);
  const ports = seenOr(cluster.services, [])
    .filter(({ type }) => type === 'NodePort')
    .filter(
      (service) =>
        backendOf(world.index.fleet.components, cluster.name, service, ['receive'])?.key === component.key,
    )
    .flatMap((service) => service.ports.map((own) => ({ service, ...own })))
    .filter(({ targetPort }) => targetPort === port || names.includes(String(targetPort)));
  const found = ports.find((own) => own.nodePort !== null);
  return seen(path, found?.nodePort ?? null, {
    cluster: cluster.name,
    object: found ? `${found.service.meta.namespace}/${found.service.meta.name}` : component.key,
    field: 'nodePort',
  });
}
