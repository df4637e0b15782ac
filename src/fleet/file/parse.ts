import { type Document, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { reasonOf } from '../../errors.ts';
import type { FleetProblem } from './problem.ts';

export type Unplaced = FleetProblem & { offset?: number };

const MAX_BYTES = 4 * 1024 * 1024;
/** What no text holds: control characters, and what stands for bytes that are no UTF-8. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** A text as YAML, with the beginnings of its lines; or why it is none. */
export function parseText(
  text: string,
): { lines: LineCounter } & (
  | { document: Document; value: unknown; problems: [] }
  | { document: null; value: null; problems: Unplaced[] }
) {
  const isLarge = text.length > MAX_BYTES;
  const lines = linesOf(isLarge ? '' : text);
  const wrong = (problems: Unplaced[]) => ({ lines, document: null, value: null, problems });
  if (isLarge) return wrong([{ code: 'too-large', path: [], params: { limit: '4 MiB' } }]);
  const offset = text.search(NOT_TEXT);
  if (offset >= 0) return wrong([{ code: 'not-text', path: [], params: {}, offset }]);
  // The parser would compare each key with all before it; `duplicateKeys` does not.
  const document = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: false });
  const second = document.errors.find(({ code }) => code === 'MULTIPLE_DOCS');
  if (second) return wrong([{ code: 'several-documents', path: [], params: {}, offset: second.pos[0] }]);
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => notYaml(message, pos[0]));
    // Where the parser gave up, it has told nothing of the rest.
    const tooDeep = problems.find(({ code }) => code === 'too-deep');
    return wrong(tooDeep ? [tooDeep] : problems);
  }
  try {
    const twice = duplicateKeys(document);
    if (twice.length > 0) return wrong(twice);
    return { lines, document, value: document.toJS({ maxAliasCount: 100 }), problems: [] };
  } catch (error) {
    // Aliases of aliases: a text of a line that would fill the memory.
    const words = reasonOf(error);
    if (ALIASES.test(words)) return wrong([{ code: 'too-many-aliases', path: [], params: {}, offset: 0 }]);
    return wrong([notYaml(words, 0)]);
  }
}

/** The parser's words for aliases of aliases. */
const ALIASES = /excessive alias count/i;

/** The parser's word for a text that is nested beyond its stack. */
const STACK = /call stack|stack overflow/i;

function notYaml(message: string, offset: number): Unplaced {
  if (STACK.test(message)) return { code: 'too-deep', path: [], params: {}, offset };
  return { code: 'not-yaml', path: [], params: { detail: message.split('\n', 1)[0] ?? '' }, offset };
}

function duplicateKeys(document: Document): Unplaced[] {
  const found: Unplaced[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        const offset = isNode(key) ? key.range?.[0] : undefined;
        if (seen.has(name))
          found.push({ code: 'duplicate-key', path: [], params: { key: String(name) }, offset: offset ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; ; ) {
    lines.addNewLine(start);
    const end = text.indexOf('\n', start);
    if (end < 0) return lines;
    start = end + 1;
  }
}
