import { secretsIn } from '../redact.ts';
import { beginsRecord } from './records.ts';

/** Fewer signs are too often part of a word. */
const LEAST = 4;
/** So many secrets are remembered: no paste of a person's has more. */
const MAX_PIECES = 5000;
/** A token goes on over so many lines at most: 4,000 signs in a narrow terminal. */
const MAX_LINES = 60;

/** What goes on with a token that the line before it left open, alone or before other words. */
const GOES_ON = /^\s{0,8}([\w+/=.~-]{8,})(?=[\s"',;)\]}]|$)/;
const ALONE = /^\s{0,8}[\w+/=.~-]{8,}\s*$/;
/** Names and plain words: they stand where no secret is meant as well. */
const NAME = /^(?:[A-Z]?[a-z]+|[a-z]+(?:[-._/][a-z0-9]{1,20})+|\W+)$/;

/**
 * The secrets of a paste that one line alone does not tell: a value below its name, a key of many lines, a token that was
 * wrapped. Linear in the text.
 */
export function secretPieces(lines: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  const add = (secret: string) => {
    for (const part of secret.split(/\n|<redacted>/)) {
      const piece = part.trim();
      if (piece.length >= LEAST && !NAME.test(piece) && pieces.size < MAX_PIECES) pieces.add(piece);
    }
  };
  for (const secret of secretsIn(lines.join('\n'))) add(secret);
  for (let index = 0; index < lines.length; index++) {
    const parts = tokenParts(lines, index);
    if (parts.length === 1) continue;
    const joined = parts.join('');
    for (const secret of secretsIn(joined)) for (const piece of cutAt(parts, joined, secret)) add(piece);
    index += parts.length - 2;
  }
  return pieces;
}

/** A line and what may go on with its last word on the lines below. */
function tokenParts(lines: readonly string[], start: number): string[] {
  const parts = [(lines[start] ?? '').trimEnd()];
  if (!/[\w+/=.~-]$/.test(parts[0] as string)) return parts;
  for (let index = start + 1; index < lines.length && parts.length < MAX_LINES; index++) {
    const line = lines[index] as string;
    const [, token] = (!beginsRecord(line) && GOES_ON.exec(line)) || [];
    if (token === undefined) break;
    parts.push(token);
    if (!ALONE.test(line)) break;
  }
  return parts;
}

/** The pieces of a secret, by the lines that it stands on; none where it stands on one. */
function cutAt(parts: readonly string[], joined: string, secret: string): string[] {
  const start = joined.indexOf(secret);
  const end = start + secret.length;
  let from = 0;
  const cut = parts.map((part) => {
    const piece = joined.slice(Math.max(start, from), Math.min(end, from + part.length));
    from += part.length;
    return piece;
  });
  const own = cut.filter((piece) => piece !== '');
  return start < 0 || own.length < 2 ? [] : own;
}

/** A text without these secrets; a short one only where it is a word of its own. */
export function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  let rest = text;
  for (const piece of pieces) {
    let from = 0;
    for (let at = rest.indexOf(piece); at >= 0; at = rest.indexOf(piece, from)) {
      const end = at + piece.length;
      const isWord = piece.length >= 12 || (!/\w/.test(rest[at - 1] ?? ' ') && !/\w/.test(rest[end] ?? ' '));
      from = isWord ? at + REDACTED.length : end;
      if (isWord) rest = rest.slice(0, at) + REDACTED + rest.slice(end);
    }
  }
  return rest;
}

const REDACTED = '<redacted>';
