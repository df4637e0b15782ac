import { podKey } from '../../evidence/evidence.ts';
import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import type { Component } from '../../fleet/fleet.ts';
import { onceForBoth } from '../../fleet/once.ts';
import { type FindingContext, lineAge } from '../context.ts';
import type { FindingType } from '../types.generated.ts';
import { matches, SEND_FAILED } from './log-texts.ts';

/** A line that speaks for a kind of finding. */
export interface Said {
  line: LogLine;
  source: Source;
  pod: string;
}

/** Last words of a process that ended; how long ago that was does not matter while it keeps ending. */
const LAST_LINES = 40;

/**
 * The newest line of a component's logs that speaks for a finding and holds: said within a time that fits how often
 * the part tries anew, or among the last words of a run that ended, and nothing after it says that it is over.
 */
export function lastSaid(
  context: FindingContext,
  component: Component,
  type: FindingType,
  withinSeconds: number,
): Said | null {
  const found: Said[] = [];
  const hitIn = ({ raw }: LogLine) => context.scan(raw).find((hit) => hit.type === type);
  const search = (run: 'current' | 'previous') => {
    for (const { pod, source, lines } of context.logs(component, run)) {
      const isEnding = pod.containers.some(({ name, ready }) => name === component.container && !ready);
      if (run === 'previous' && !isEnding) continue;
      const last = run === 'previous' ? lines.length - LAST_LINES : lines.length;
      // What was said too long ago to count is not looked at; a line without a time may be any.
      const told = lines.findLast((line, index) => {
        const age = lineAge(context, line);
        const holds = index >= last || (age !== null && age <= withinSeconds);
        const hit = holds || age === null ? hitIn(line) : undefined;
        return hit !== undefined && (holds || hit.isOver);
      });
      if (told && !hitIn(told)?.isOver) found.push({ line: told, source, pod: pod.meta.name });
    }
  };
  search('current');
  if (found.length === 0) search('previous');
  return found.sort((a, b) => ((a.line.at ?? '') < (b.line.at ?? '') ? 1 : -1))[0] ?? null;
}

/** Whether the current log of at least one of its pods could be read. */
export const hasLogs = (context: FindingContext, component: Component): boolean =>
  context.logs(component, 'current').length > 0;

/** Why a log of one of its pods that was asked for could not be read; `null` where none was missed. */
export function blindLog(context: FindingContext, component: Component): BlindReason | null {
  const { logs } = context.clusterOf(component);
  const blind = context
    .pods(component)
    .flatMap((pod) => logs.get(`${podKey(pod)}/${component.container}`) ?? [])
    .find((look) => !look.seen);
  return blind && !blind.seen ? blind.reason : null;
}

/** The current logs of a writer, of each only the lines that say that a batch could not be delivered. */
export const failedBatches = onceForBoth((context: FindingContext, writer: Component) =>
  context
    .logs(writer, 'current')
    .map(({ source, lines }) => ({ source, lines: lines.filter((line) => matches(line, SEND_FAILED)) })),
);

/** What a part said again and again within the last minutes. */
export interface Repeated {
  /** The newest line that says it. */
  line: LogLine;
  source: Source;
  /** When the first of these lines was said. */
  since: string | null;
  count: number;
}

/** Lines older than this say nothing about now. */
const WINDOW_SECONDS = 300;

/** Lines of a component's current log within the last minutes that speak for anything, each with what it speaks for. */
const telling = onceForBoth((context: FindingContext, component: Component) =>
  context.logs(component, 'current').flatMap(({ source, lines }) =>
    lines.flatMap((line) => {
      const age = lineAge(context, line);
      if (age === null || age > WINDOW_SECONDS) return [];
      const types = new Set(context.scan(line.raw).flatMap(({ type, isOver }) => (isOver ? [] : type)));
      return types.size === 0 ? [] : [{ line, source, types }];
    }),
  ),
);

/**
 * The kinds of findings for which lines of a component's log speak, of those that are asked for. `ofQueue` leaves out
 * lines about another queue of the same process.
 */
export function saidLately<T extends FindingType>(
  context: FindingContext,
  component: Component,
  types: ReadonlySet<T>,
  ofQueue: string | null = null,
): Map<T, Repeated> {
  const found = new Map<T, Repeated>();
  for (const { line, source, types: said } of telling(context, component)) {
    const name = line.fields.remote_name;
    if (ofQueue !== null && name !== undefined && name !== ofQueue) continue;
    for (const type of said) {
      if (!types.has(type as T)) continue;
      const known = found.get(type as T);
      const since = known?.since ?? line.at;
      found.set(type as T, { line, source, since, count: (known?.count ?? 0) + 1 });
    }
  }
  return found;
}
