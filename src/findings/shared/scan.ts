import type { FindingKind, Text } from '../kind.ts';
import { FINDING_TYPES, type FindingType } from '../types.generated.ts';

/** A text that stands in a line. */
export interface Hit {
  type: FindingType;
  text: Text;
  /** The line says that the finding is over, not that it holds. */
  isOver: boolean;
}

/** Finds all known texts in a line, in one pass whatever their number. */
export type Scan = (line: string) => Hit[];

interface Entry extends Hit {
  first: string;
}

let shared: Scan | null = null;

/**
 * The scan for what parts say themselves: the texts of all kinds of findings, without the names of alerts, which a Ruler's
 * log is full of. Made once.
 */
export function scanAll(): Scan {
  shared ??= scanFor(FINDING_TYPES, [], ({ isAlert }) => !isAlert);
  return shared;
}

/** An Aho–Corasick automaton over the first literal of each text; the others are looked for where the first stands. */
export function scanFor(
  kinds: Readonly<Partial<Record<FindingType, FindingKind>>>,
  more: readonly { type: FindingType; text: Text }[] = [],
  isWanted: (text: Text) => boolean = () => true,
): Scan {
  const own = Object.entries(kinds).flatMap(([type, { texts }]): Entry[] => {
    const entry = (text: Text, isOver: boolean): Entry => ({
      ...{ type: type as FindingType, text, isOver },
      first: text.has[0],
    });
    return [
      ...(texts?.lines ?? []).filter(isWanted).map((text) => entry(text, false)),
      ...(texts?.over ?? []).map((text) => entry(text, true)),
    ];
  });
  const added = more.map(({ type, text }): Entry => ({ type, text, isOver: false, first: text.has[0] }));
  const entries = [...own, ...added];
  const words = [...new Set(entries.map(({ first }) => first))];
  const byWord = group(entries, words);
  const find = automaton(words);
  return (raw) => {
    const line = plain(raw);
    const hits: Hit[] = [];
    for (const index of find(line)) {
      for (const { text, type, isOver } of byWord[index] ?? []) {
        if (text.has.some((word) => !line.includes(word))) continue;
        if (text.lacks?.some((word) => line.includes(word))) continue;
        hits.push({ type, text, isOver });
      }
    }
    return hits;
  };
}

/** Entries by the index of their first word: many texts begin with the same. */
function group(entries: readonly Entry[], words: readonly string[]): Entry[][] {
  const indexes = new Map(words.map((word, index) => [word, index]));
  const groups: Entry[][] = words.map(() => []);
  for (const entry of entries) groups[indexes.get(entry.first) ?? 0]?.push(entry);
  return groups;
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

/** Lower case, without the escapes that JSON and logfmt put before quotes. */
const plain = (line: string): string => {
  const lower = withoutQuotes(line.toLowerCase());
  return lower.includes('\\"') ? lower.replaceAll('\\"', '"') : lower;
};

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
  const { next, ends } = tree(words, column, width, size);
  link(next, ends, width);
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
}

function tree(words: readonly string[], column: Uint8Array, width: number, size: number): Table {
  const next = new Int32Array(size * width);
  const ends: Table['ends'] = [undefined];
  words.forEach((word, index) => {
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const cell = state * width + (column[word.charCodeAt(at)] as number);
      if (next[cell] === 0) {
        next[cell] = ends.length;
        ends.push(undefined);
      }
      state = next[cell] as number;
    }
    ends[state] = [...(ends[state] ?? []), index];
  });
  return { next, ends };
}

/** Turns the tree into an automaton: where a word does not go on, the longest other that could begins. */
function link(next: Int32Array, ends: Table['ends'], width: number): void {
  const fail = new Int32Array(ends.length);
  const queue = new Int32Array(ends.length);
  let tail = 0;
  for (let code = 0; code < width; code++) {
    const child = next[code] as number;
    if (child !== 0) queue[tail++] = child;
  }
  for (let head = 0; head < tail; head++) {
    const state = queue[head] as number;
    const fallback = fail[state] as number;
    const inherited = ends[fallback];
    if (inherited) ends[state] = [...(ends[state] ?? []), ...inherited];
    for (let code = 0; code < width; code++) {
      const cell = state * width + code;
      const child = next[cell] as number;
      const other = next[fallback * width + code] as number;
      if (child === 0) next[cell] = other;
      else {
        fail[child] = other;
        queue[tail++] = child;
      }
    }
  }
}
