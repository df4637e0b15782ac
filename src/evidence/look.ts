import type { Answer, BlindReason } from './transport.ts';

/** One look at one thing: what was seen, or why nothing could be seen. */
export type Look<T> = Seen<T> | Blind;

export interface Seen<T> {
  seen: true;
  value: T;
  source: Source;
}

export interface Blind {
  seen: false;
  reason: BlindReason;
  detail: string;
  source: Source;
}

/** Where something was seen, and when (RFC 3339, UTC). */
export interface Source {
  cluster: string;
  path: string;
  at: string;
}

/** Turns an answer into a look; what `read` cannot make sense of is blind as `malformed`. */
export function lookAt<T>(
  request: { cluster: string; path: string },
  answer: Answer,
  read: (body: unknown) => T | null,
): Look<T> {
  const source = { cluster: request.cluster, path: request.path, at: answer.at };
  if (!answer.ok) return { seen: false, reason: answer.reason, detail: answer.detail, source };
  const value = read(answer.body);
  if (value === null) return { seen: false, reason: 'malformed', detail: 'unexpected content', source };
  return { seen: true, value, source };
}

/** The value, or what to take where nothing was seen. */
export function seenOr<T, U>(look: Look<T> | undefined, otherwise: U): T | U {
  return look?.seen ? look.value : otherwise;
}
