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

interface Entry extends Hit {
  anchor: string;
}

/**
 * So much of a first literal is looked for in one pass; where it stands, the whole text is. Many literals begin alike, and
 * the automaton over all of them whole takes ten times as long to make as the lines of a fleet to read.
 */
const ANCHOR = 12;
const anchorOf = ({ has: [first] }: Text): string => first.slice(0, ANCHOR);

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

/** An automaton finds how the first literals of texts begin; the texts themselves are looked for where it does. */
export function scanFor(
  kinds: Readonly<Partial<Record<FindingType, FindingKind>>>,
  more: readonly { type: FindingType; text: Text }[] = [],
  isWanted: (text: Text) => boolean = () => true,
): Scan {
  const own = Object.entries(kinds).flatMap(([type, { texts }]): Entry[] => {
    const entry = (text: Text, isOver: boolean): Entry => ({
      ...{ type: type as FindingType, text, isOver },
      anchor: anchorOf(text),
    });
    return [
      ...(texts?.lines ?? []).filter(isWanted).map((text) => entry(text, false)),
      ...(texts?.over ?? []).map((text) => entry(text, true)),
    ];
  });
  const added = more.map(({ type, text }): Entry => ({ type, text, isOver: false, anchor: anchorOf(text) }));
  const byAnchor = group([...own, ...added], ({ anchor }) => anchor);
  const entries = [...byAnchor.values()];
  const find = automaton([...byAnchor.keys()]);
  return (raw) => {
    const line = plain(raw);
    const hits: Hit[] = [];
    for (const index of find(line)) {
      for (const { text, type, isOver } of entries[index] ?? []) {
        if (text.has.some((word) => !line.includes(word))) continue;
        if (text.lacks?.some((word) => line.includes(word))) continue;
        hits.push({ type, text, isOver });
      }
    }
    const endOf = ({ text: { has } }: Hit) => line.indexOf(has[0]) + has[0].length;
    return hits.length < 2 ? hits : hits.sort((a, b) => endOf(a) - endOf(b));
  };
}

/** Fields in which a program quotes what users wrote: rules, with their annotations, and queries may say anything. */
const QUOTING: readonly string[] = ['rule="', 'query="', 'expr="', '"query":"', '"rule":"', '"expr":"'];

/** A line without what it quotes of users' rules and queries. */
function withoutQuotes(line: string): string {
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

/** Lower case, without the escapes that JSON and logfmt put before quotes, however often a line was wrapped in another. */
const plain = (line: string): string => {
  const lower = withoutQuotes(line.toLowerCase());
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

/** Characters beyond ASCII stand in no literal: they lead back to the start, as do those that no literal has. */
const ASCII = 128;

/** Indexes of the words that stand in a text, each once. Source: Aho and Corasick, 1975. */
export function automaton(words: readonly string[]): (text: string) => ReadonlySet<number> {
  // Letters that no word has share one column: the table is as wide as the words have letters.
  const column = new Uint8Array(ASCII);
  let width = 1;
  let size = 1;
  for (const word of words) {
    size += word.length;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      if (code >= ASCII) throw new Error(`a text beyond ASCII is not looked for: ${word}`);
      if (column[code] === 0) column[code] = width++;
    }
  }
  const { next, ends } = link(tree(words, column, width, size), width);
  return (text) => {
    const found = new Set<number>();
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      state = code < ASCII ? (next[state * width + (column[code] as number)] as number) : 0;
      const here = ends[state];
      if (here !== undefined) for (const index of here) found.add(index);
    }
    return found;
  };
}

/** Rows of the table are states: 0 is the start, and 0 in a cell that there is none yet. */
interface Table {
  next: Int32Array;
  /** Words that end in a state; `undefined` for the most, in which none does. */
  ends: (number[] | undefined)[];
  /** States that follow in the tree. */
  children: number[][];
  /** Column of the letter that leads to a state. */
  letters: number[];
}

function tree(words: readonly string[], column: Uint8Array, width: number, size: number): Table {
  const next = new Int32Array(size * width);
  const ends: Table['ends'] = [undefined];
  const children: number[][] = [[]];
  const letters = [0];
  words.forEach((word, index) => {
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const letter = column[word.charCodeAt(at)] as number;
      const cell = state * width + letter;
      if (next[cell] === 0) {
        const child = children.push([]) - 1;
        letters.push(letter);
        ends.push(undefined);
        children[state]?.push(child);
        next[cell] = child;
      }
      state = next[cell] as number;
    }
    ends[state] = [...(ends[state] ?? []), index];
  });
  return { next, ends, children, letters };
}

/** Turns the tree into an automaton: where a word does not go on, the longest other that could begins. */
function link(table: Table, width: number): Table {
  const { next, ends, children, letters } = table;
  const fail = new Int32Array(ends.length);
  const queue = [0];
  for (const state of queue) {
    const fallback = fail[state] as number;
    const inherited = ends[fallback];
    if (inherited && state !== 0) ends[state] = [...(ends[state] ?? []), ...inherited];
    // The row is that of the fallback, but for the letters with which a word goes on.
    if (state !== 0) next.copyWithin(state * width, fallback * width, (fallback + 1) * width);
    for (const child of children[state] as number[]) {
      const cell = state * width + (letters[child] as number);
      if (state !== 0) fail[child] = next[cell] as number;
      next[cell] = child;
      queue.push(child);
    }
  }
  return table;
}
