import { group } from '../../fleet/fleet.ts';
import type { FindingKind, Text } from '../kind.ts';
import { FINDING_TYPES, type FindingType } from '../types.generated.ts';

/** A text that stands in a line. */
export interface Hit {
  type: FindingType;
  text: Text;
  /** The line says that the finding is over, not that it holds. */
  isOver: boolean;
}

/** Finds all known texts in a line, in one pass whatever their number; in the order in which their first words stand. */
export type Scan = (line: string) => readonly Hit[];

let shared: Scan | null = null;

/**
 * The scan for what parts say themselves: the texts of all kinds of findings, without the names of alerts, which a Ruler's
 * log is full of. Made once.
 */
export function scanAll(): Scan {
  shared ??= scanFor(FINDING_TYPES, [], ({ isAlert }) => !isAlert);
  return shared;
}

/** The same, for words that are asked for again and again: they are kept as long as it is. */
export function rememberedScan(): Scan {
  const known = new Map<string, readonly Hit[]>();
  return (line) => {
    let hits = known.get(line);
    if (!hits) {
      hits = scanAll()(line);
      known.set(line, hits);
    }
    return hits;
  };
}

/** First literals are looked for at once; the rest of a text only where its first stands. */
export function scanFor(
  kinds: Readonly<Partial<Record<FindingType, FindingKind>>>,
  more: readonly { type: FindingType; text: Text }[] = [],
  isWanted: (text: Text) => boolean = () => true,
): Scan {
  const own = Object.entries(kinds).flatMap(([type, { texts }]): Hit[] => {
    const hit = (text: Text, isOver: boolean): Hit => ({ type: type as FindingType, text, isOver });
    return [
      ...(texts?.lines ?? []).filter(isWanted).map((text) => hit(text, false)),
      ...(texts?.over ?? []).map((text) => hit(text, true)),
    ];
  });
  const added = more.map((one): Hit => ({ ...one, isOver: false }));
  const byFirst = group([...own, ...added], ({ text }) => text.has[0]);
  const entries = [...byFirst.values()];
  const find = wordFinder([...byFirst.keys()]);
  return (raw) => {
    const line = plain(raw);
    const found = find(line);
    if (found.length === 0) return NOTHING;
    const said = withoutFrames(line);
    const hits: Hit[] = [];
    for (const index of found)
      for (const hit of entries[index] ?? []) if (holds(hit.text, line, said)) hits.push(hit);
    const endOf = ({ text: { has } }: Hit) => line.indexOf(has[0]) + has[0].length;
    return hits.length < 2 ? hits : hits.sort((a, b) => endOf(a) - endOf(b));
  };
}

const NOTHING: readonly Hit[] = [];

/** Whether the rest of a text stands in a line in which its first literal does. */
function holds({ has, lacks }: Text, line: string, said: string): boolean {
  for (let next = 1; next < has.length; next++) if (!line.includes(has[next] as string)) return false;
  return !lacks?.some((word) => said.includes(word));
}

/** Fields in which a program quotes what users wrote: rules, with their annotations, and queries may say anything. */
const QUOTING: readonly string[] = ['rule="', 'query="', 'expr="', '"query":"', '"rule":"', '"expr":"'];
const QUOTES = /(?:rule|query|expr)(?:="|":")/;

/** A line without what it quotes of users' rules and queries. */
function withoutQuotes(line: string): string {
  if (!QUOTES.test(line)) return line;
  let rest = line;
  for (const start of QUOTING) {
    for (let from = rest.indexOf(start); from >= 0; from = rest.indexOf(start, from + start.length)) {
      let end = from + start.length;
      while (end < rest.length && rest[end] !== '"') end += rest[end] === '\\' ? 2 : 1;
      rest = rest.slice(0, from + start.length) + rest.slice(end);
    }
  }
  return rest;
}

/** How an encoder of one line writes the end of a line, and the indentation of a stack's second lines. */
const LINE_END = '\\n';
const INDENT = '\\t';

/** A line without the frames of a Go stack trace: names of packages, functions and files are not what it says. */
function withoutFrames(line: string): string {
  if (!line.includes(`${LINE_END}${INDENT}`)) return line;
  const kept: string[] = [];
  for (const part of line.split(LINE_END)) {
    if (!part.startsWith(INDENT) || !part.includes('.go:')) {
      kept.push(part);
      continue;
    }
    // Before the place stands the function, of one word.
    if (kept.length > 1 && !kept.at(-1)?.includes(' ')) kept.pop();
    const rest = part.indexOf('"');
    if (rest >= 0) kept.push(part.slice(rest));
  }
  return kept.join(LINE_END);
}

/** The address of a request in an access log, up to its query, which may hold any words. */
const REQUEST = /"(?:get|post|put|head|delete|options) [^\s?"]{1,400}\?/g;
/** The query of another address. */
const QUERY = /(?<=[\w/]\?)[\w.%[\]-]{1,60}=[^\s"'<>\\]{1,4000}/g;
const MAX_REQUEST = 8000;

/** A line without what addresses ask for. */
function withoutQueries(line: string): string {
  if (!line.includes('?')) return line;
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: head } of line.matchAll(REQUEST)) {
    const start = index + head.length;
    if (start < from) continue;
    const length = line.slice(start, start + MAX_REQUEST).indexOf(' http/');
    if (length < 0) continue;
    pieces.push(line.slice(from, start));
    from = start + length;
  }
  return (pieces.join('') + line.slice(from)).replace(QUERY, '');
}

/** Lower case, without the escapes that JSON and logfmt put before quotes, however often a line was wrapped in another. */
const plain = (line: string): string => {
  const lower = withoutQueries(withoutQuotes(line.toLowerCase()));
  return lower.includes('\\') ? unescaped(lower) : lower;
};

/** Signs that encoders of JSON write by their number: HTML's, and quotes. */
const NUMBERED: Readonly<Record<string, string>> = {
  ...{ u003c: '<', u003e: '>', u0026: '&', u0027: "'", u0022: '"', u002f: '/' },
};

function unescaped(line: string): string {
  let text = '';
  let from = 0;
  for (let start = line.indexOf('\\'); start >= 0; start = line.indexOf('\\', from)) {
    let end = start;
    while (line[end] === '\\') end += 1;
    const next = line[end];
    const numbered = NUMBERED[line.slice(end, end + 5)];
    text += line.slice(from, start);
    if (numbered !== undefined) text += numbered;
    else if (next !== '"' && next !== '/') text += line.slice(start, end);
    from = numbered === undefined ? end : end + 5;
  }
  return text + line.slice(from);
}

/** So many letters, of six bits each, tell where a word may stand: as many as fit into a small integer. */
const LETTERS = 5;
const BITS = 6;
const MASK = 2 ** (LETTERS * BITS) - 1;
const SLOTS = 2 ** 16;

const shifted = (key: number, text: string, at: number): number =>
  ((key << BITS) | (text.charCodeAt(at) & (2 ** BITS - 1))) & MASK;

const slotOf = (key: number): number => (key ^ (key >>> 14)) & (SLOTS - 1);

/** A word that is told by the letters which end at `end` in it. */
interface Told {
  word: string;
  index: number;
  end: number;
}

/** Words by the key of those of their letters that the fewest have: many begin alike, with "failed to" or "error". */
function byRarest(words: readonly Pick<Told, 'word' | 'index'>[]): Map<number, Told[]> {
  const uses = new Uint16Array(SLOTS);
  for (const { word } of words) {
    for (let at = 0, key = 0; at < word.length; at++) {
      key = shifted(key, word, at);
      if (at >= LETTERS - 1) uses[slotOf(key)] = (uses[slotOf(key)] as number) + 1;
    }
  }
  const told = new Map<number, Told[]>();
  for (const { word, index } of words) {
    let rarest = 0;
    let end = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let at = 0, key = 0; at < word.length; at++) {
      key = shifted(key, word, at);
      const used = uses[slotOf(key)] as number;
      if (at < LETTERS - 1 || used >= fewest) continue;
      rarest = key;
      end = at;
      fewest = used;
    }
    const known = told.get(rarest);
    if (known) known.push({ word, index, end });
    else told.set(rarest, [{ word, index, end }]);
  }
  return told;
}

/**
 * Indexes of the words that stand in a text, each once, in the order in which they begin, the shortest ones first. Made at
 * once from thousands of words, which an automaton over them is not: a command makes it for a few lines.
 */
export function wordFinder(words: readonly string[]): (text: string) => readonly number[] {
  const indexed = words.map((word, index) => ({ word, index }));
  const short = indexed.filter(({ word }) => word.length < LETTERS);
  const told = byRarest(indexed.filter(({ word }) => word.length >= LETTERS));
  // At most places no word stands: one look into a table says so.
  const mayStand = new Uint8Array(SLOTS);
  for (const key of told.keys()) mayStand[slotOf(key)] = 1;
  return (text) => {
    const found = short.flatMap(({ word, index }) => (text.includes(word) ? { index, begin: -1 } : []));
    let key = 0;
    for (let at = 0; at < text.length; at++) {
      key = shifted(key, text, at);
      if (mayStand[slotOf(key)] === 0) continue;
      for (const { word, index, end } of told.get(key) ?? []) {
        const begin = at - end;
        if (begin >= 0 && text.startsWith(word, begin)) found.push({ index, begin });
      }
    }
    const inOrder = found.sort((a, b) => a.begin - b.begin || a.index - b.index).map(({ index }) => index);
    return inOrder.length < 2 ? inOrder : [...new Set(inOrder)];
  };
}
