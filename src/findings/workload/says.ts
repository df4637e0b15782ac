import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule, lineAge } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import type { FindingKind } from '../kind.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { FINDING_TYPES, type FindingType } from '../types.generated.ts';

/** A process that ends says why in its last lines. */
const LAST_LINES = 40;
/** What goes wrong again and again was said within this time, at least so often. */
const LASTING_SECONDS = 300;
const LASTING_TIMES = 2;

/** What the parts themselves say in their logs, where no rule of its own looks at it. */
export const says: FindingRule = {
  name: 'workload/says',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

/** Something that is tried again is not over before twice the time between two tries has gone by, or this. */
const QUIET_SECONDS = 90;

/** Whether what was said again and again still is: what stopped when everything had started is over. */
function goesOn(context: FindingContext, { line, since, count }: Said): boolean {
  const first = ageSeconds(context, since);
  const last = lineAge(context, line);
  if (count < LASTING_TIMES || first === null || last === null) return false;
  return last <= Math.max(QUIET_SECONDS, (2 * (first - last)) / (count - 1));
}

interface Said {
  line: LogLine;
  source: Source;
  pod: string;
  /** When it was said first. */
  since: string | null;
  count: number;
}

function look(context: FindingContext, component: Component): Finding[] {
  const found = new Map<FindingType, Said>();
  for (const { pod, source, lines } of context.logs(component, 'current')) {
    const status = pod.containers.find(({ name }) => name === component.container);
    const isEnding = status !== undefined && !status.ready;
    collect(found, component, { pod: pod.meta.name, source, lines, isEnding, context });
  }
  for (const { pod, source, lines } of context.logs(component, 'previous')) {
    const status = pod.containers.find(({ name }) => name === component.container);
    if (!status || status.ready) continue;
    collect(found, component, { pod: pod.meta.name, source, lines, isEnding: true, context });
  }
  return [...found].map(([type, { line, source, pod, since, count }]) =>
    present(type, component.ref, {
      evidence: [quote(source, line.raw)],
      since,
      facts: { words: tellingWords(line.message), pod, count },
    }),
  );
}

function collect(
  found: Map<FindingType, Said>,
  component: Component,
  given: {
    pod: string;
    source: Source;
    lines: readonly LogLine[];
    isEnding: boolean;
    context: FindingContext;
  },
): void {
  const { pod, source, lines, isEnding, context } = given;
  const said = new Map<FindingType, Said>();
  lines.forEach((line, index) => {
    const age = lineAge(context, line);
    const isLast = isEnding && index >= lines.length - LAST_LINES;
    if (age !== null && age > LASTING_SECONDS && !isLast) return;
    for (const { type, isOver } of context.scan(line.raw)) {
      const { texts }: FindingKind = FINDING_TYPES[type];
      if (!texts || texts.holds === 'pasted' || texts.roles?.includes(component.role) === false) continue;
      if (isOver) {
        said.delete(type);
        continue;
      }
      const holds = texts.holds === 'ending' ? isLast : age !== null && age <= LASTING_SECONDS;
      if (!holds) continue;
      const known = said.get(type);
      // The first line says when it began, the last is what holds: the words are those of the last.
      const since = known?.since ?? line.at;
      said.set(type, { line, source, pod, since, count: (known?.count ?? 0) + 1 });
    }
  });
  for (const [type, one] of said) {
    const isLasting = FINDING_TYPES[type].texts?.holds === 'lasting';
    if (isLasting && !isEnding && !goesOn(context, one)) continue;
    if (!found.has(type)) found.set(type, one);
  }
}
