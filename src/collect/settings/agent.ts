import { at, text } from '../../evidence/json.ts';
import type { SettingPath } from '../../fleet/file/observed.ts';
import { flagValue } from '../../fleet/flags.ts';
import { defaultOf } from './defaults.ts';
import { flagText, ofSwitch } from './flag.ts';
import { duration, size } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { type PrometheusYaml, prometheusYaml } from './prometheus-yaml.ts';
import { replicasAndResources, storage } from './workload.ts';
import { reasonOf, type SeenCluster, type World } from './world.ts';
import { isSidecarred, writerOf } from './writers.ts';

/** What scrapes in each cluster. */
export function agentSettings(world: World): Noted[] {
  return world.clusters.flatMap((cluster) => ofCluster(world, cluster));
}

function ofCluster(world: World, cluster: SeenCluster): Noted[] {
  const section = [...cluster.path, 'agent'];
  const found = writerOf(world, cluster);
  if (!found) {
    const why = cluster.blind ? reasonOf(cluster) : 'not-visible';
    return [untold(section, why, cluster.context, cluster.blind ? null : 'Prometheus')];
  }
  const { writer, others } = found;
  const config = prometheusYaml(writer);
  return [
    ...others.map(({ component: { ref } }) =>
      untold(section, 'not-expressible', ref.cluster, `${ref.kind} ${ref.namespace}/${ref.name}`),
    ),
    mode(world, writer, [...section, 'mode']),
    ...replicasAndResources(writer, section),
    ...('why' in config
      ? ['scrapeInterval', 'scrapeTimeout', 'limits'].map((field) =>
          untold([...section, field], config.why, cluster.context),
        )
      : fromConfig(writer, config, section)),
    ...wal(writer, section),
    dataFolder(writer, [...section, 'storage']),
  ];
}

function mode(world: World, part: Part, path: SettingPath): Noted {
  if (part.component.role === 'agent') return seen(path, 'agent', inPart(part, '--agent'));
  return isSidecarred(world, part)
    ? seen(path, 'server-with-sidecar', inPart(part, 'sidecar'))
    : seen(path, 'server', inPart(part, 'args'));
}

/** Prometheus' own defaults where a file is silent: `config.DefaultGlobalConfig` of 2.45 to 3.9. */
const GLOBAL_DEFAULTS = { scrape_interval: '1m', scrape_timeout: '10s' } as const;

function fromConfig(part: Part, { config }: PrometheusYaml, section: SettingPath): Noted[] {
  const ofGlobal = (field: string, key: keyof typeof GLOBAL_DEFAULTS): Noted => {
    const path = [...section, field];
    const given = text(config, 'global', key);
    const value = duration(given ?? GLOBAL_DEFAULTS[key]);
    return value === null
      ? untold(path, 'not-expressible', part.cluster.name, given ?? null)
      : seen(path, value, inPart(part, `global.${key}`, given === undefined));
  };
  const limits = { samples: 'sample_limit', targets: 'target_limit', labels: 'label_limit' };
  return [
    ofGlobal('scrapeInterval', 'scrape_interval'),
    ofGlobal('scrapeTimeout', 'scrape_timeout'),
    ...Object.entries(limits).map(([field, key]) =>
      limitOf(part, config, [...section, 'limits', field], key, (value) => value),
    ),
    limitOf(part, config, [...section, 'limits', 'bodySize'], 'body_size_limit', (value) =>
      typeof value === 'string' ? size(value) : null,
    ),
  ];
}

/** A limit of all scrapes: none of them where it is absent or 0. Single jobs may have their own. */
function limitOf(
  part: Part,
  config: Record<string, unknown>,
  path: SettingPath,
  key: string,
  read: (value: unknown) => unknown,
): Noted {
  const where = inPart(part, `global.${key}`);
  const given = at(config, 'global', key);
  if (given === undefined || given === 0 || given === '0B') return seen(path, null, where);
  const value = read(given);
  return value === null
    ? untold(path, 'not-expressible', part.cluster.name, String(given))
    : seen(path, value, where);
}

const WAL = {
  minTime: '--storage.agent.retention.min-time',
  maxTime: '--storage.agent.retention.max-time',
  truncateFrequency: '--storage.agent.wal-truncate-frequency',
} as const;

function wal(part: Part, section: SettingPath): Noted[] {
  const isAgent = part.component.role === 'agent';
  const compression = isAgent ? '--storage.agent.wal-compression' : '--storage.tsdb.wal-compression';
  const compressed = ofSwitch(part, [...section, 'walCompression'], compression);
  if (!isAgent) return [compressed];
  const times = Object.entries(WAL).map(([field, flag]) => {
    const path = [...section, 'wal', field];
    const given = flagText(part, flag);
    const told = given === null ? null : duration(given.text);
    // Prometheus shows 0 for a flag that nobody gave, and takes its default for it (tsdb/agent/db.go).
    const isUnset = told === null || /^0(ms|s|m|h|d|w|y)$/.test(told);
    const value = isUnset ? defaultOf('agent', flag, part.version) : told;
    return value === null
      ? untold(path, 'not-visible', part.cluster.name, flag)
      : seen(path, value, inPart(part, flag, isUnset || given?.isDefault === true));
  });
  return [compressed, ...times];
}

function dataFolder(part: Part, path: SettingPath): Noted {
  const flag = part.component.role === 'agent' ? '--storage.agent.path' : '--storage.tsdb.path';
  const folder = flagValue(part.component.args, flag);
  return storage(part, path, folder?.startsWith('/') ? folder : null);
}
