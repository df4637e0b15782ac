import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext } from '../context.ts';
import type { FindingType } from '../types.generated.ts';
import { scanAll } from './scan.ts';

/** What a part said again and again within the last minutes. */
export interface Said {
  /** The newest line that says it. */
  line: LogLine;
  source: Source;
  /** When the first of these lines was said. */
  since: string | null;
  count: number;
}

/** Lines older than this say nothing about now. */
const WINDOW_SECONDS = 300;

/**
 * The kinds of findings for which lines of a component's log speak, of those that are asked for. `ofQueue` leaves out
 * lines about another queue of the same process.
 */
export function saidLately<T extends FindingType>(
  context: FindingContext,
  component: Component,
  types: ReadonlySet<T>,
  ofQueue: string | null = null,
): Map<T, Said> {
  const found = new Map<T, Said>();
  const scan = scanAll();
  for (const { source, lines } of context.logs(component, 'current')) {
    for (const line of lines) {
      const age = ageSeconds(context, line.at);
      if (age === null || age > WINDOW_SECONDS) continue;
      const name = line.fields.remote_name;
      if (ofQueue !== null && name !== undefined && name !== ofQueue) continue;
      const hits = new Set(scan(line.raw).flatMap(({ type, isOver }) => (isOver ? [] : type)));
      for (const type of hits) {
        if (!types.has(type as T)) continue;
        const known = found.get(type as T);
        const since = known?.since ?? line.at;
        found.set(type as T, { line, source, since, count: (known?.count ?? 0) + 1 });
      }
    }
  }
  return found;
}
