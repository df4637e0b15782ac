import { at, isRecord, list, number, text, textMap, texts } from '../../evidence/json.ts';
import type { SettingPath } from '../../fleet/file/observed.ts';
import { alternatives } from '../../fleet/file/same.ts';
import { flagValue } from '../../fleet/flags.ts';
import { duration, isHidden } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { prometheusYaml, remoteWriteOf } from './prometheus-yaml.ts';
import { authOf, caOf } from './remote-write-secrets.ts';
import type { SeenCluster, World } from './world.ts';
import { writerOf } from './writers.ts';

/** How each cluster writes to Receive. A cluster that is queried through a sidecar writes nowhere. */
export function remoteWriteSettings(world: World): Noted[] {
  return world.clusters.flatMap((cluster) => {
    const writer = writerOf(world, cluster)?.writer;
    return writer ? ofWriter(world, cluster, writer) : [];
  });
}

/** One entry of `remote_write`, and how its settings are noted. */
interface Entry {
  part: Part;
  value: unknown;
  isRunning: boolean;
  path(...steps: string[]): SettingPath;
  where(field: string, isDefault?: boolean): ReturnType<typeof inPart>;
  untold(steps: readonly string[], why: Parameters<typeof untold>[1], detail?: string): Noted;
}

function ofWriter(world: World, cluster: SeenCluster, part: Part): Noted[] {
  const section = [...cluster.path, 'remoteWrite'];
  const yaml = prometheusYaml(part);
  if ('why' in yaml) return [untold(section, yaml.why, cluster.context)];
  const ours = new Set(
    world.index
      .linksFrom(part.component.key, 'remote-write')
      .filter(({ to }) => typeof to === 'string')
      .map(({ address }) => address?.url),
  );
  const found = remoteWriteOf(yaml.config, (url) => ours.has(url));
  if (!found) return [];
  const entry: Entry = {
    part,
    value: found.entry,
    isRunning: yaml.layer === 'running',
    path: (...steps) => [...section, ...steps],
    where: (field, isDefault) => inPart(part, `remote_write[${found.position}].${field}`, isDefault),
    untold: (steps, why, detail) => untold([...section, ...steps], why, cluster.context, detail),
  };
  const more = Array.from({ length: found.others }, () =>
    entry.untold([], 'not-expressible', 'remote_write'),
  );
  return [
    ...more.slice(0, 1),
    address(entry),
    tenant(world, entry),
    timeout(entry),
    authOf(part, entry.value, entry),
    ...tls(entry),
    ...queue(entry),
    ...drop(entry),
  ];
}

function address({ value, ...entry }: Entry): Noted {
  const url = text(value, 'url') ?? '';
  if (isHidden(url)) return entry.untold(['url'], 'secret');
  return seen(entry.path('url'), url, entry.where('url'));
}

const TENANT_HEADER = 'THANOS-TENANT';

/** The header by which Receive tells tenants apart may have another name there. */
function tenant(world: World, { value, ...entry }: Entry): Noted {
  const names = world
    .parts('receive')
    .map(({ component }) => flagValue(component.args, '--receive.tenant-header') ?? TENANT_HEADER);
  const wanted = new Set([TENANT_HEADER, ...names].map((name) => name.toLowerCase()));
  const headers = Object.entries(textMap(value, 'headers'));
  const given = headers.find(([name]) => wanted.has(name.toLowerCase()))?.[1] ?? null;
  if (given !== null && isHidden(given)) return entry.untold(['tenant'], 'secret');
  return seen(entry.path('tenant'), given, entry.where(`headers.${TENANT_HEADER}`));
}

/** Prometheus writes it out in what runs; its default has been the same since 2.0. */
function timeout({ value, ...entry }: Entry): Noted {
  const given = text(value, 'remote_timeout');
  const read = duration(given ?? '30s');
  return read === null
    ? entry.untold(['timeout'], 'not-expressible', given)
    : seen(entry.path('timeout'), read, entry.where('remote_timeout', given === undefined));
}

function tls(entry: Entry): Noted[] {
  const { value, part } = entry;
  const name = text(value, 'tls_config', 'server_name') ?? null;
  const skips = at(value, 'tls_config', 'insecure_skip_verify') === true;
  return [
    caOf(part, value, entry),
    seen(entry.path('tls', 'serverName'), name, entry.where('tls_config.server_name')),
    seen(entry.path('tls', 'insecureSkipVerify'), skips, entry.where('tls_config.insecure_skip_verify')),
  ];
}

const COUNTS = {
  capacity: 'capacity',
  minShards: 'min_shards',
  maxShards: 'max_shards',
  maxSamplesPerSend: 'max_samples_per_send',
} as const;
const TIMES = {
  batchSendDeadline: 'batch_send_deadline',
  minBackoff: 'min_backoff',
  maxBackoff: 'max_backoff',
} as const;

/** The queue's defaults changed more than once: what a file leaves out is only known from what runs. */
function queue({ value, ...entry }: Entry): Noted[] {
  const read = (field: string, key: string, given: unknown) =>
    given === undefined || given === null
      ? entry.untold(['queue', field], 'not-visible', `queue_config.${key}`)
      : seen(entry.path('queue', field), given, entry.where(`queue_config.${key}`));
  return [
    ...Object.entries(COUNTS).map(([field, key]) => read(field, key, number(value, 'queue_config', key))),
    ...Object.entries(TIMES).map(([field, key]) =>
      read(field, key, duration(text(value, 'queue_config', key) ?? '')),
    ),
  ];
}

/** Rules that drop metrics by name; whatever else is done to samples on their way out has no words in the file. */
function drop({ value, ...entry }: Entry): Noted[] {
  const rules = list(value, 'write_relabel_configs');
  const isDrop = (rule: unknown) =>
    text(rule, 'action')?.toLowerCase() === 'drop' &&
    texts(rule, 'source_labels').join() === '__name__' &&
    isRecord(rule) &&
    typeof rule.regex === 'string';
  const dropped = alternatives(rules.filter(isDrop).map((rule) => text(rule, 'regex') ?? ''));
  const others = rules.filter((rule) => !isDrop(rule));
  const actions = [...new Set(others.map((rule) => text(rule, 'action') ?? 'replace'))];
  return [
    seen(entry.path('drop'), dropped, entry.where('write_relabel_configs')),
    ...(others.length > 0 ? [entry.untold(['drop'], 'not-expressible', actions.join(', '))] : []),
  ];
}
