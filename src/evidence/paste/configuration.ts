import { loadAll, YAMLException } from 'js-yaml';
import { isRecord, list } from '../json.ts';
import { type PrometheusConfig, readPrometheusConfig } from '../prometheus-config.ts';
import { beginsRecord } from './records.ts';

/** What a piece of a paste sets, rather than tells. */
export type ConfigurationKind = 'rules' | 'prometheus' | 'alertmanager' | 'thanos' | 'dashboard' | 'manifest';

/** Lines of a paste that are configuration: its words are wishes and conditions, nothing that happened. */
export interface Configuration {
  kind: ConfigurationKind;
  /** Indexes of its first and last line. */
  first: number;
  last: number;
  /** A Prometheus' own file, read; `null` for others, and where it cannot be read. */
  prometheus: PrometheusConfig | null;
  /** What is wrong with it as YAML, and the index of the line; `null` where nothing is, or where it may only be cut. */
  broken: { line: number; words: string } | null;
  /** Keys at the top. */
  keys: ReadonlySet<string>;
}

const KEY = /^(\s*)(?:- )?["']?([A-Za-z_][\w./-]{0,80})["']?\s*:(?:\s|$)/;
const STRUCTURE = /^\s*(?:- |-$|#|[{}[\]]+,?\s*$|---\s*$|\.\.\.\s*$)/;
/** Kinds that hold configuration; of other objects the status tells what happened. */
const MANIFESTS: ReadonlySet<string> = new Set([
  ...['PrometheusRule', 'ConfigMap', 'Secret', 'AlertmanagerConfig', 'CustomResourceDefinition'],
  ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'GrafanaDashboard', 'Kustomization'],
]);
const PROMETHEUS = ['scrape_configs', 'remote_write', 'rule_files', 'scrape_config_files', 'remote_read'];

/** The parts of a paste that are configuration. Linear in the lines, but for reading each part once as YAML. */
export function configurationsIn(lines: readonly string[]): Configuration[] {
  const whole = lines.join('\n');
  if (isDashboard(whole)) return [{ ...NOTHING, kind: 'dashboard', first: 0, last: lines.length - 1 }];
  return blocksOf(lines).flatMap(([first, last]) => read(lines, first, last) ?? []);
}

const NOTHING = { prometheus: null, broken: null, keys: new Set<string>() };

/** A dashboard or rule file of JSON: panels and expressions, whoever exported it. */
function isDashboard(text: string): boolean {
  const start = text.trimStart();
  if (!start.startsWith('{')) return false;
  return (
    (/"panels"\s*:\s*\[/.test(start) && /"(?:schemaVersion|targets|templating|gridPos)"\s*:/.test(start)) ||
    (/"groups"\s*:\s*\[/.test(start) && /"expr"\s*:/.test(start) && !/"state"\s*:/.test(start))
  );
}

/** Runs of lines that are laid out as YAML. */
function blocksOf(lines: readonly string[]): [number, number][] {
  const blocks: [number, number][] = [];
  let start = -1;
  let indent = 0;
  const close = (end: number) => {
    if (start >= 0 && end - start >= 1) blocks.push([start, end]);
    start = -1;
  };
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const key = KEY.exec(line);
    const depth = line.length - line.trimStart().length;
    const isPart = key !== null || STRUCTURE.test(line) || (start >= 0 && depth > indent);
    if (!isPart || /^---\s*$/.test(line) || line.startsWith('```')) {
      close(index - 1);
      return;
    }
    // Within a text of several lines only less depth ends it.
    if (key !== null) indent = (key[1] as string).length;
    if (start < 0 && !(beginsRecord(line) && key === null && !line.trimStart().startsWith('#')))
      start = index;
  });
  close(lines.length - 1);
  return blocks;
}

function read(lines: readonly string[], first: number, last: number): Configuration | null {
  const own = lines.slice(first, last + 1);
  const found = own.flatMap((line) => {
    const key = KEY.exec(line);
    return key ? [{ depth: (key[1] as string).length, key: key[2] as string }] : [];
  });
  const least = Math.min(...found.map(({ depth }) => depth));
  const keys = new Set(found.filter(({ depth }) => depth === least).map(({ key }) => key));
  const all = new Set(found.map(({ key }) => key));
  const kind = kindOf(keys, all, own);
  if (kind === null) return null;
  const text = own
    .map((line) => line.slice(Number.isFinite(least) ? Math.min(least, line.search(/\S|$/)) : 0))
    .join('\n');
  const isPrometheus = kind === 'prometheus';
  return {
    ...{ kind, first, last, keys },
    prometheus: isPrometheus ? readPrometheusConfig(text) : null,
    broken: isPrometheus || kind === 'alertmanager' || kind === 'rules' ? brokenIn(text, first, last) : null,
  };
}

function kindOf(
  keys: ReadonlySet<string>,
  all: ReadonlySet<string>,
  lines: readonly string[],
): ConfigurationKind | null {
  const has = (...names: string[]) => names.every((name) => keys.has(name));
  if ((all.has('alert') || all.has('record')) && all.has('expr')) return 'rules';
  if (keys.has('kind') && keys.has('apiVersion')) {
    const object = lines.flatMap((line) => /^kind:\s*["']?(\w+)/.exec(line)?.[1] ?? [])[0] ?? '';
    return MANIFESTS.has(object) ? 'manifest' : null;
  }
  if (PROMETHEUS.some((name) => keys.has(name))) return 'prometheus';
  if (keys.has('global') && (all.has('scrape_interval') || all.has('external_labels'))) return 'prometheus';
  if (has('route', 'receivers') || has('receivers', 'global') || has('inhibit_rules')) return 'alertmanager';
  if (has('type', 'config') && (all.has('bucket') || all.has('addresses'))) return 'thanos';
  return null;
}

/** Errors that a cut, an indent lost on the way or an elision would make as well are left out: they prove nothing. */
const SURE =
  /duplicated mapping key|tab characters must not|bad indentation of a mapping entry|can not read a block mapping entry|bad indentation of a sequence/;

function brokenIn(text: string, first: number, last: number): Configuration['broken'] {
  if (/^\s*(?:#\s*)?(?:\.\.\.|…)\s*$/m.test(text)) return null;
  try {
    loadAll(text, { maxAliases: 20 });
    return null;
  } catch (error) {
    if (!(error instanceof YAMLException) || !SURE.test(error.reason)) return null;
    const line = first + (error.mark?.line ?? 0);
    return line >= last - 1 ? null : { line, words: error.reason };
  }
}

/** Rules of an answer of `/api/v1/rules` or `/api/v1/alerts`, or of a webhook: those that fire, each as one line. */
export function firingIn(text: string): string[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const alerts = [
    ...list(value, 'alerts'),
    ...list(value, 'data', 'alerts'),
    ...list(value, 'data', 'groups').flatMap((group) =>
      list(group, 'rules').flatMap((rule) => list(rule, 'alerts')),
    ),
    ...(Array.isArray(value) ? value : []),
  ].filter(
    (alert) => isRecord(alert) && isRecord(alert.labels) && typeof alert.labels.alertname === 'string',
  );
  const isRules = list(value, 'data', 'groups').length > 0;
  if (alerts.length === 0 && !isRules) return null;
  return alerts.flatMap((alert) => {
    const { status, state } = alert as Record<string, unknown>;
    const now = isRecord(status) ? status.state : (status ?? state);
    return now === 'resolved' || now === 'inactive' || now === 'pending' ? [] : [JSON.stringify(alert)];
  });
}
