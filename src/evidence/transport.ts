/**
 * Every look at the outside world is one request through a `Transport`. The live one asks the clusters, the
 * bundle one replays; collectors cannot tell them apart.
 */
export interface Transport {
  /** Names of the clusters that can be asked, in a fixed order. */
  readonly clusters: readonly string[];
  /** Never throws: what went wrong is an answer as well. */
  send(request: EvidenceRequest): Promise<Answer>;
  /** The time to reason with: now, or when the bundle was recorded. */
  now(): Date;
  close(): void;
}

/** A read of one path at one cluster's API server. Everything goes through it, also what stands behind it. */
export interface EvidenceRequest {
  cluster: string;
  /** Path and query, for example `/api/v1/pods?limit=500`. */
  path: string;
  format: 'json' | 'text';
  /** Answers above it are given up as `too-large`; a text may be cut instead, see `truncate`. */
  maxBytes: number;
  timeoutMs: number;
  /** Texts (logs): an answer above `maxBytes` is cut there and used. */
  truncate?: boolean;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type Answer = AnswerSuccess | AnswerFailure;

export interface AnswerSuccess {
  ok: true;
  /** Parsed for `json`, the text otherwise. Secrets are already out of it. */
  body: Json;
  truncated: boolean;
  /** When the answer came, RFC 3339 in UTC. */
  at: string;
  durationMs: number;
}

export interface AnswerFailure {
  ok: false;
  reason: BlindReason;
  /** What the other side or the operating system said, one line. */
  detail: string;
  at: string;
  durationMs: number;
}

/** Why something could not be seen. Part of the JSON contract (`blindSpots[].why`): may grow, never shrink. */
export const BLIND_REASONS = [
  'unreachable',
  'refused',
  'timeout',
  'name-not-found',
  'tls',
  'unauthorized',
  'forbidden',
  'not-found',
  'throttled',
  'rejected',
  'server-error',
  'too-large',
  'malformed',
  'deadline',
  'not-recorded',
  'not-installed',
  'credentials',
  'out-of-scope',
  'not-asked',
] as const;
export type BlindReason = (typeof BLIND_REASONS)[number];

/** The key under which a request is recorded: what makes two requests the same question. */
export const requestKey = (request: Pick<EvidenceRequest, 'cluster' | 'path'>): string =>
  `${request.cluster} ${request.path}`;
