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

/** The scan for the texts of all kinds of findings; made once. */
export function scanAll(): Scan {
  shared ??= scanFor(FINDING_TYPES);
  return shared;
}

/** An Aho–Corasick automaton over the first literal of each text; the others are looked for where the first stands. */
export function scanFor(
  kinds: Readonly<Partial<Record<FindingType, FindingKind>>>,
  more: readonly { type: FindingType; text: Text }[] = [],
): Scan {
  const own = Object.entries(kinds).flatMap(([type, { texts }]): Entry[] => {
    const entry = (text: Text, isOver: boolean): Entry => ({
      ...{ type: type as FindingType, text, isOver },
      first: text.has[0],
    });
    return [
      ...(texts?.lines ?? []).map((text) => entry(text, false)),
      ...(texts?.over ?? []).map((text) => entry(text, true)),
    ];
  });
  const added = more.map(({ type, text }): Entry => ({ type, text, isOver: false, first: text.has[0] }));
  const entries = [...own, ...added];
  const find = automaton(entries.map(({ first }) => first));
  return (raw) => {
    const line = plain(raw);
    const hits: Hit[] = [];
    for (const index of find(line)) {
      const { text, type, isOver } = entries[index] as Entry;
      if (text.has.slice(1).some((word) => !line.includes(word))) continue;
      if (text.lacks?.some((word) => line.includes(word))) continue;
      hits.push({ type, text, isOver });
    }
    return hits;
  };
}

/** Lower case, without the escapes that JSON and logfmt put before quotes. */
const plain = (line: string): string => {
  const lower = line.toLowerCase();
  return lower.includes('\\"') ? lower.replaceAll('\\"', '"') : lower;
};

/** Characters beyond ASCII stand in no literal: they lead back to the start. */
const WIDTH = 128;

/** Indexes of the words that stand in a text, each once. Source: Aho and Corasick, 1975. */
export function automaton(words: readonly string[]): (text: string) => ReadonlySet<number> {
  const size = words.reduce((sum, word) => sum + word.length, 1);
  const next = new Int32Array(size * WIDTH).fill(-1);
  const ends: number[][] = [[]];
  words.forEach((word, index) => {
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      if (code >= WIDTH) throw new Error(`a text beyond ASCII is not looked for: ${word}`);
      const cell = state * WIDTH + code;
      if (next[cell] === -1) {
        next[cell] = ends.length;
        ends.push([]);
      }
      state = next[cell] as number;
    }
    ends[state]?.push(index);
  });
  link(next, ends);
  return (text) => {
    const found = new Set<number>();
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      state = code < WIDTH ? (next[state * WIDTH + code] as number) : 0;
      const here = ends[state] as number[];
      if (here.length > 0) for (const index of here) found.add(index);
    }
    return found;
  };
}

/** Turns the tree into an automaton: where a word does not go on, the longest other that could begins. */
function link(next: Int32Array, ends: number[][]): void {
  const fail = new Int32Array(ends.length);
  const queue: number[] = [];
  for (let code = 0; code < WIDTH; code++) {
    const child = next[code] as number;
    if (child === -1) next[code] = 0;
    else queue.push(child);
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    const fallback = fail[state] as number;
    ends[state]?.push(...(ends[fallback] ?? []));
    for (let code = 0; code < WIDTH; code++) {
      const cell = state * WIDTH + code;
      const child = next[cell] as number;
      const other = next[fallback * WIDTH + code] as number;
      if (child === -1) next[cell] = other;
      else {
        fail[child] = other;
        queue.push(child);
      }
    }
  }
}
