import { redactText } from '../../evidence/secrets.ts';
import type { TextRef } from '../../fleet/subjects.ts';
import { withoutUnseen } from '../../terminal.ts';
import { type Finding, present, quote } from '../finding.ts';
import type { Text } from '../kind.ts';
import type { FindingType } from '../types.generated.ts';
import { type Scan, scanAll } from './scan.ts';

/** What a text that somebody pasted says, and where. */
export interface PastedFinding {
  finding: Finding;
  /** How many lines say it. */
  count: number;
  /** Only alerts' names speak for it: how far down in the list of what they may mean; `null` where words do. */
  alertOrder: number | null;
}

/** A paste may hold keys: what is shown of it goes into tickets and chats. */
const REDACTED = '<redacted>';

/** A line is looked at this far: what is longer is no line that a person or program wrote. */
const MAX_LINE = 16 * 1024;
const MAX_QUOTES = 3;

/**
 * The findings that lines of a text speak for. What a later line says is over is left out. `lines` are read one by
 * one and need not be in memory together.
 */
export class PastedText {
  #lines = 0;
  #found = new Map<
    FindingType,
    { first: TextRef; quotes: string[]; count: number; alertOrder: number | null }
  >();
  readonly #scan: Scan;

  /** `scan` finds the texts; that of all findings where none is given. */
  constructor(scan: Scan = scanAll()) {
    this.#scan = scan;
  }

  get lines(): number {
    return this.#lines;
  }

  add(raw: string): void {
    this.#lines += 1;
    const line = clean(raw.length > MAX_LINE ? raw.slice(0, MAX_LINE) : raw);
    const inLine = new Set<FindingType>();
    for (const { type, text, isOver } of this.#scan(line)) {
      if (inLine.has(type)) continue;
      inLine.add(type);
      if (isOver) {
        this.#found.delete(type);
        continue;
      }
      const found = this.#found.get(type);
      if (!found) {
        const column = Math.max(0, line.toLowerCase().indexOf(text.has[0])) + 1;
        const first: TextRef = { type: 'text', line: this.#lines, column };
        this.#found.set(type, { first, quotes: [line], count: 1, alertOrder: orderOf(text) });
        continue;
      }
      found.count += 1;
      found.alertOrder = lesser(found.alertOrder, orderOf(text));
      if (found.quotes.length < MAX_QUOTES && !found.quotes.includes(line)) found.quotes.push(line);
    }
  }

  /** In the order of their first lines. `at` is the time of reading, `source` the name of the file. */
  findings(source: string, at: string): PastedFinding[] {
    const from = { cluster: '', path: source, at };
    return [...this.#found].map(([type, { first, quotes, count, alertOrder }]) => ({
      finding: present(type, first, {
        ...(alertOrder !== null && { facts: { isAlert: 1 } }),
        evidence: quotes.map((line) => ({
          ...quote(
            from,
            redactText(line, () => REDACTED),
          ),
          source: `${source}:${first.line}`,
        })),
      }),
      count,
      alertOrder,
    }));
  }
}

const orderOf = ({ isAlert, order = 0 }: Text): number | null => (isAlert ? order : null);
const lesser = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.min(a, b);

/** Without what colours and steers a terminal, and what turns text around. */
export const clean = (line: string): string => withoutUnseen(line, '').replaceAll('\ufffd', '');
