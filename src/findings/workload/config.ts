import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import {
  ABOUT_OBJECT_STORE,
  CONFIG_REFUSED,
  FLAGS_REFUSED,
  matches,
  tellingWords,
} from '../shared/log-texts.ts';

/** A process that refuses its configuration says so in its last lines. */
const LAST_LINES = 40;
const USAGE_LINES = 20;

/** Whether a container that keeps ending does so because it refuses its configuration or flags. */
export const config: FindingRule = {
  name: 'workload/config',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role !== 'config-reloader')
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const crashing = context.pods(component).filter((pod) => {
    const status = pod.containers.find(({ name }) => name === component.container);
    return status && !status.ready && (status.terminated ?? status.lastTermination) !== null;
  });
  if (crashing.length === 0) return [];
  const logs = [...context.logs(component, 'current'), ...context.logs(component, 'previous')].filter(
    ({ pod }) => crashing.includes(pod),
  );
  if (logs.length === 0) return [unknown('config-refused', component.ref, 'not-recorded')];
  for (const { pod, source, lines } of logs) {
    const hit = refusal(lines) ?? lastLineOfUsage(lines);
    if (hit) return [refused(context, component, { pod, source, line: hit })];
  }
  return [];
}

function refusal(lines: readonly LogLine[]): LogLine | null {
  return (
    lines
      .slice(-LAST_LINES)
      .reverse()
      .find((line) => {
        if (matches(line, FLAGS_REFUSED)) return true; // It may quote all flags, those of the object store too.
        return matches(line, CONFIG_REFUSED) && !matches(line, ABOUT_OBJECT_STORE);
      }) ?? null
  );
}

/**
 * A program that is given flags which it does not understand prints all that there are and ends: what it said before
 * that can be too far back in the log (Prometheus has 200 lines of them).
 */
export function lastLineOfUsage(lines: readonly LogLine[]): LogLine | null {
  const last = lines.slice(-LAST_LINES);
  const ofUsage = last.filter(({ raw }) => /^ {2,8}(?:-\w, )?--[\w[]/.test(raw) || /^ {20}/.test(raw));
  return ofUsage.length >= USAGE_LINES && ofUsage.length >= last.length - 5 ? (ofUsage.at(-1) ?? null) : null;
}

function refused(
  context: FindingContext,
  component: Component,
  { pod, source, line }: { pod: Pod; source: Source; line: LogLine },
): Finding {
  const change = configChange(context, component);
  return present('config-refused', component.ref, {
    evidence: [quote(source, line.raw)],
    since: line.at,
    facts: {
      words: tellingWords(line.message),
      pod: pod.meta.name,
      isTemplate: change?.what.endsWith('spec.template') ? 1 : 0,
      ...placeOf(line.message),
      ...configMapFact(context, component),
    },
    change,
  });
}

/** File, line and field, where the process names them. */
function placeOf(message: string): Record<string, string> {
  const file =
    /(?:file[= ]"?|--config\.file=)(\/[^\s":)]{1,200})/.exec(message)?.[1] ??
    /\b(Corefile)\b/.exec(message)?.[1];
  const line = /\bline (\d{1,7})\b/.exec(message)?.[1] ?? /Corefile:(\d{1,7})/.exec(message)?.[1];
  const field =
    /field (\S{1,80}) not found/.exec(message)?.[1] ??
    /unknown (?:long |short )?flag:? '?(-{0,2}[\w.-]{1,80})/.exec(message)?.[1] ??
    /not defined: (-{1,2}[\w.-]{1,80})/.exec(message)?.[1];
  return { ...(file && { file }), ...(line && { line }), ...(field && { field }) };
}
