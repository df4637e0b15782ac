import { number, text } from './json.ts';
import type { Look } from './look.ts';

/** What a part says of its own health. */
export interface PartHealth {
  isHealthy: boolean;
  /** In its own words. */
  words: string;
  /** What a log store counts of itself. */
  shards?: { status: string; nodes: number; unassigned: number };
}

/** A 200 of Grafana and Fluent Bit: all is well, whatever the words. */
export const readHealthy = (body: unknown): PartHealth | null =>
  typeof body === 'string' ? { isHealthy: true, words: body.trim().slice(0, 200) } : null;

/**
 * Answers with an error status that the part itself gives when it is ill; the API server's own refusals have other
 * words. Sources: grafana pkg/api/http_server.go (apiHealthHandler), fluent-bit src/http_server/api/v1/health.c.
 */
const ILL: readonly RegExp[] = [/^HTTP 503: .{0,400}"database": ?"failing"/, /^HTTP 500: error$/];

/** A refusal that is the part's own word for "ill" is something seen. */
export function toldByStatus(look: Look<PartHealth>): Look<PartHealth> {
  if (look.seen || look.reason !== 'server-error' || !ILL.some((ill) => ill.test(look.detail))) return look;
  return { seen: true, value: { isHealthy: false, words: look.detail }, source: look.source };
}

/**
 * `/_cluster/health` of OpenSearch and Elasticsearch. Yellow is no illness: replicas have no place, as on every store of
 * one node.
 */
export function readClusterHealth(body: unknown): PartHealth | null {
  const status = text(body, 'status');
  if (status === undefined || !['green', 'yellow', 'red'].includes(status)) return null;
  const unassigned = number(body, 'unassigned_shards') ?? 0;
  const nodes = number(body, 'number_of_nodes') ?? 0;
  return { isHealthy: status !== 'red', words: status, shards: { status, nodes, unassigned } };
}
