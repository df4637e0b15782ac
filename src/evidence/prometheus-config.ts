import { at, flag, isRecord, list, number, text, textMap, texts } from './json.ts';
import { readYamlMapping } from './yaml.ts';

/** The parts of a Prometheus configuration that matter to the pipeline. */
export interface PrometheusConfig {
  externalLabels: Record<string, string>;
  scrapeIntervalSeconds: number;
  remoteWrite: RemoteWrite[];
  jobs: string[];
  scrapeJobs: ScrapeJob[];
  /** Labels that relabelling gives to every sample on its way: of remote write, or of all scrape jobs. */
  addedLabels: string[];
  /** Rules for scraped series, by job; jobs without any are left out. */
  metricRelabel: ReadonlyMap<string, RelabelRule[]>;
}

/** What a scrape job finds its targets by. */
export interface ScrapeJob {
  name: string;
  /** Addresses that are written down. */
  addresses: string[];
  /** Namespaces of each discovery in Kubernetes; an empty list is all of them. */
  kubernetes: { role: string; namespaces: string[] }[];
  /** It has no other discovery than these. */
  isPlain: boolean;
  relabel: RelabelRule[];
}

export interface RemoteWrite {
  url: string;
  name: string | null;
  relabel: RelabelRule[];
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Message that is sent, as `protobuf_message` names it; `null` where the version does not know it. */
  message: string | null;
  /** Value of the header that names the tenant, whatever its name; empty where there is none. */
  tenant: string;
}

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export interface RelabelRule {
  action: string;
  sourceLabels: string[];
  separator: string;
  regex: string;
  targetLabel: string;
  replacement: string;
  modulus: number;
}

/**
 * Whether a process runs with this file's content: all that the file says is in the configuration that the process
 * tells, which has the defaults beside it. `null` where one of them is no YAML mapping.
 */
export function isLoaded(file: string, running: string): boolean | null {
  const [wanted, actual] = [file, running].map(readYamlMapping);
  return wanted && actual ? isWithin(wanted, actual) : null;
}

function isWithin(wanted: unknown, actual: unknown): boolean {
  if (wanted === null || wanted === undefined || actual === '<secret>') return true;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(actual) &&
      wanted.length === actual.length &&
      wanted.every((item, index) => isWithin(item, actual[index]))
    );
  }
  if (isRecord(wanted))
    return isRecord(actual) && Object.keys(wanted).every((key) => isWithin(wanted[key], actual[key]));
  const [left, right] = [String(wanted), String(actual)];
  return left === right || (durationSeconds(left) ?? left) === durationSeconds(right);
}

/** Reads a configuration; `null` if it is no YAML mapping. */
export function readPrometheusConfig(yaml: string): PrometheusConfig | null {
  const value = readYamlMapping(yaml);
  if (value === null) return null;
  const jobs = list(value, 'scrape_configs');
  const remoteWrite = list(value, 'remote_write').flatMap((item) => {
    const url = text(item, 'url');
    return url === undefined
      ? []
      : [
          {
            ...{ url, name: text(item, 'name') ?? null },
            relabel: readRules(item, 'write_relabel_configs'),
            headers: Object.fromEntries(
              Object.entries(textMap(item, 'headers')).map(([name, value]) => [name.toLowerCase(), value]),
            ),
            message: text(item, 'protobuf_message') ?? null,
            tenant: tenantIn(labelMap(at(item, 'headers'))),
          },
        ];
  });
  const labelsOfJob = jobs.map((job) =>
    targetLabels([...readRules(job, 'relabel_configs'), ...readRules(job, 'metric_relabel_configs')]),
  );
  const everyJob = (labelsOfJob[0] ?? []).filter((label) =>
    labelsOfJob.every((labels) => labels.includes(label)),
  );
  const everyQueue = remoteWrite.length === 0 ? [] : targetLabels(remoteWrite[0]?.relabel ?? []);
  return {
    externalLabels: labelMap(at(value, 'global', 'external_labels')),
    scrapeIntervalSeconds: durationSeconds(text(value, 'global', 'scrape_interval') ?? '1m') ?? 60,
    remoteWrite,
    jobs: jobs.flatMap((job) => text(job, 'job_name') ?? []),
    scrapeJobs: jobs.flatMap((job) => readScrapeJob(job) ?? []),
    addedLabels: [...everyJob, ...everyQueue],
    metricRelabel: new Map(
      jobs
        .map((job) => [text(job, 'job_name') ?? '', readRules(job, 'metric_relabel_configs')] as const)
        .filter(([, rules]) => rules.length > 0),
    ),
  };
}

/** Thanos, Mimir and Cortex take the tenant from a header; the first can be told another name for it. */
const tenantIn = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .filter(([name]) => /tenant|orgid|scope/i.test(name))
    .map(([name, value]) => `${name.toLowerCase()}=${value}`)
    .sort()
    .join(',');
function readScrapeJob(job: unknown): ScrapeJob | null {
  const name = text(job, 'job_name');
  if (name === undefined || !isRecord(job)) return null;
  return {
    name,
    addresses: list(job, 'static_configs').flatMap((item) => texts(item, 'targets')),
    kubernetes: list(job, 'kubernetes_sd_configs').map((item) => ({
      role: text(item, 'role') ?? '',
      namespaces: texts(item, 'namespaces', 'names'),
    })),
    isPlain: Object.keys(job).every((key) => !key.endsWith('_sd_configs') || key === 'kubernetes_sd_configs'),
    relabel: readRules(job, 'relabel_configs'),
  };
}

/** Label values may be written as numbers or switches: YAML makes them so, Prometheus takes them as text. */
export function labelMap(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  const scalars = Object.entries(value).filter(([, entry]) =>
    ['string', 'number', 'boolean'].includes(typeof entry),
  );
  return { ...textMap(value), ...Object.fromEntries(scalars.map(([key, entry]) => [key, String(entry)])) };
}

function readRules(value: unknown, key: string): RelabelRule[] {
  return list(value, key).map((rule) => ({
    action: (text(rule, 'action') ?? 'replace').toLowerCase(),
    sourceLabels: texts(rule, 'source_labels'),
    separator: text(rule, 'separator') ?? ';',
    regex: scalar(rule, 'regex') ?? '(.*)',
    targetLabel: text(rule, 'target_label') ?? '',
    replacement: scalar(rule, 'replacement') ?? '$1',
    modulus: number(rule, 'modulus') ?? 0,
  }));
}

function scalar(value: unknown, key: string): string | undefined {
  return text(value, key) ?? number(value, key)?.toString() ?? (flag(value, key) ? 'true' : undefined);
}

/** Labels that rules set to a fixed, non-empty value. */
function targetLabels(rules: readonly RelabelRule[]): string[] {
  return rules
    .filter((rule) => rule.action === 'replace' && rule.targetLabel !== '' && rule.replacement !== '')
    .map((rule) => rule.targetLabel);
}

/** `1m30s` in seconds; `null` if it is no duration of Prometheus. */
export function durationSeconds(value: string): number | null {
  const units: Record<string, number> = {
    ms: 0.001,
    s: 1,
    m: 60,
    h: 3600,
    d: 86_400,
    w: 604_800,
    y: 31_536_000,
  };
  const parts = [...value.matchAll(/(\d{1,12})(ms|[smhdwy])/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== value) return null;
  return parts.reduce((total, [, amount, unit]) => total + Number(amount) * (units[unit ?? ''] ?? 0), 0);
}
