import { podKey } from '../../evidence/evidence.ts';
import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import { isLoaded } from '../../evidence/prometheus-config.ts';
import { readHashring } from '../../evidence/thanos.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { configFileOf, flagFileOrigin, runningUnseen } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, type Quote, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import { CONFIG_REFUSED, lastMatch, RELOAD_REFUSED, tellingWords } from '../shared/log-texts.ts';

/**
 * Gauges of the last reload, each with a time of the last that worked: 0 before the first load, so that a
 * process which still starts is not one that refused. Prometheus cmd/prometheus/main.go, Thanos
 * cmd/thanos/rule.go. Receive has the gauge too and never sets it to 0 (pkg/receive/config.go).
 */
const GAUGES = ['prometheus_config', 'thanos_rule_config'] as const;

/** Whether a process that runs has refused a newer configuration and goes on with the old one. */
export const reload: FindingRule = {
  name: 'workload/reload',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const reloaded = refusedReload(context, component);
  const why = reloaded === null ? null : setBackUnseen(context, component);
  if (why !== null) return [unknown('config-reload-refused', component.ref, why)];
  const refused = reloaded ?? refusedHashring(context, component) ?? refusedCorefile(context, component);
  if (refused === null) {
    const isKnown = context
      .metrics(component)
      .some(
        ({ look: page }) =>
          page.seen && GAUGES.some((name) => page.value.has(`${name}_last_reload_successful`)),
      );
    return isKnown ? [absent('config-reload-refused', component.ref)] : [];
  }
  const said = lastWords(context, component);
  const change = configChange(context, component);
  return [
    present('config-reload-refused', component.ref, {
      evidence: [refused, ...(said ? [quote(said.source, said.line.raw)] : [])],
      facts: {
        words: tellingWords(said?.line.message ?? refused.quote),
        ...configMapFact(context, component),
      },
      since: change?.at ?? null,
      change,
    }),
  ];
}

/**
 * The gauge stays 0 where the file was set back to what runs: the watcher of Prometheus sees no change then, and
 * reloads nothing.
 */
function isSetBack(context: FindingContext, component: Component): boolean {
  const cluster = context.clusterOf(component);
  const file = configFileOf(cluster, component, '--config.file');
  return context.pods(component).some((pod) => {
    const running = cluster.runningConfigs.get(podKey(pod));
    return file !== null && running?.seen === true && isLoaded(file.content, running.value) === true;
  });
}

/**
 * Whether the file was set back since cannot be told where the one or the other is unseen; with a reloader of its own
 * every change is loaded.
 */
function setBackUnseen(context: FindingContext, component: Component): BlindReason | null {
  const cluster = context.clusterOf(component);
  if (!component.args.some((word) => word.includes('auto-reload-config'))) return null;
  const file = flagFileOrigin(cluster, component, '--config.file')?.origin;
  const look =
    file?.from === 'configMap'
      ? cluster.configMaps.get(`${component.ref.namespace}/${file.name}`)
      : undefined;
  return look && !look.seen ? look.reason : runningUnseen(cluster, component);
}

function refusedReload(context: FindingContext, component: Component): Quote | null {
  for (const { look: page } of context.metrics(component)) {
    if (!page.seen) continue;
    for (const name of GAUGES) {
      const isRefused = page.value.value(`${name}_last_reload_successful`) === 0;
      const lastSuccess = page.value.value(`${name}_last_reload_success_timestamp_seconds`) ?? 0;
      if (isRefused && lastSuccess > 0 && !isSetBack(context, component))
        return quote(page.source, `${name}_last_reload_successful 0`);
    }
  }
  return null;
}

/** A hashring file that cannot be read is refused by every Receive that runs, and by each one that starts. */
function refusedHashring(context: FindingContext, component: Component): Quote | null {
  if (component.role !== 'receive' || !context.pods(component).some(({ ready }) => ready)) return null;
  const file = configFileOf(context.clusterOf(component), component, '--receive.hashrings-file');
  if (!file || (readHashring(file.content) ?? []).length > 0) return null;
  const name = `ConfigMap ${file.look.value.meta.name} ${file.key}`;
  const content = file.content.trim();
  return quote(file.look.source, content === '' ? note('file-empty', { file: name }) : `${name}: ${content}`);
}

/** What CoreDNS says of a Corefile that it does not take, and of one that it took (plugin/reload, caddy). */
const COREFILE_REFUSED = ['corefile changed but reload failed'];
const COREFILE_TAKEN = ['reloading complete'];

/** It counts what it refused since it started, and says in its log what became of it. */
function refusedCorefile(context: FindingContext, component: Component): Quote | null {
  if (component.role !== 'dns') return null;
  const isCounted = context
    .metrics(component)
    .some(({ look: page }) => page.seen && (page.value.sum('coredns_reload_failed_total') ?? 0) > 0);
  if (!isCounted) return null;
  for (const { source, lines } of context.logs(component, 'current')) {
    const refused = lastMatch(lines, COREFILE_REFUSED)?.line;
    const taken = lastMatch(lines, COREFILE_TAKEN)?.line;
    if (refused && (taken?.at ?? '') <= (refused.at ?? '')) return quote(source, refused.raw);
  }
  return null;
}

function lastWords(context: FindingContext, component: Component): { line: LogLine; source: Source } | null {
  for (const { source, lines } of context.logs(component, 'current')) {
    const hit = lastMatch(lines, [...RELOAD_REFUSED, ...CONFIG_REFUSED]);
    if (hit) return { line: hit.line, source };
  }
  return null;
}
