import { type Look, lookAt } from '../evidence/look.ts';
import type { Answer, EvidenceRequest, Transport } from '../evidence/transport.ts';

const MIB = 1024 * 1024;

/** Limits of one answer, by what is asked for. Measured answers are far below; hostile ones are not. */
export const LIMITS = {
  /** One page of a list of Kubernetes objects (500 items). */
  page: { maxBytes: 48 * MIB, timeoutMs: 6000 },
  /** One object, or one answer of a component's API. */
  object: { maxBytes: 8 * MIB, timeoutMs: 4000 },
  /** The metrics page of one process. */
  metrics: { maxBytes: 24 * MIB, timeoutMs: 4000 },
  /** A query that Query must evaluate. */
  query: { maxBytes: 8 * MIB, timeoutMs: 5000 },
  /** One dashboard of Grafana. */
  dashboard: { maxBytes: 2 * MIB, timeoutMs: 4000 },
  /** A few words of a part on its own health. */
  health: { maxBytes: 64 * 1024, timeoutMs: 4000 },
  log: { maxBytes: MIB, timeoutMs: 4000 },
  /** Whether a cluster is there at all: one that says nothing for so long is given up. */
  alive: { maxBytes: MIB, timeoutMs: 3000 },
} as const;

export const PAGE_SIZE = 500;
const MAX_PAGES = 20;

/** What a collector needs of the world. */
export interface Asker {
  transport: Transport;
  /** No request starts or runs beyond this time (milliseconds since the epoch). */
  deadline: number;
  clock: () => number;
}

/** One request within the deadline. */
export async function ask(asker: Asker, request: EvidenceRequest): Promise<Answer> {
  const left = asker.deadline - asker.clock();
  if (left <= 0) {
    const at = asker.transport.now().toISOString();
    return {
      ok: false,
      reason: 'deadline',
      detail: 'the time for the whole collection was over',
      at,
      durationMs: 0,
    };
  }
  return asker.transport.send({ ...request, timeoutMs: Math.min(request.timeoutMs, left) });
}

export async function askJson<T>(
  asker: Asker,
  cluster: string,
  path: string,
  limits: { maxBytes: number; timeoutMs: number },
  read: (body: unknown) => T | null,
): Promise<Look<T>> {
  return lookAt({ cluster, path }, await ask(asker, { cluster, path, format: 'json', ...limits }), read);
}

export async function askText<T>(
  asker: Asker,
  cluster: string,
  path: string,
  limits: { maxBytes: number; timeoutMs: number },
  read: (body: unknown) => T | null,
  truncate = false,
): Promise<Look<T>> {
  return lookAt(
    { cluster, path },
    await ask(asker, { cluster, path, format: 'text', truncate, ...limits }),
    read,
  );
}

/** A list of objects, page by page. A later page that fails makes the whole list blind: half a list misleads. */
export async function askList<T>(
  asker: Asker,
  cluster: string,
  path: string,
  read: (item: unknown) => T | null,
  readItems: (body: unknown, read: (item: unknown) => T | null) => T[] | null,
): Promise<Look<T[]>> {
  const items: T[] = [];
  const page = `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE_SIZE}`;
  let token: string | undefined;
  for (let count = 0; count < MAX_PAGES; count++) {
    const current = token === undefined ? page : `${page}&continue=${encodeURIComponent(token)}`;
    const look = await askJson(asker, cluster, current, LIMITS.page, (body) => {
      const found = readItems(body, read);
      return found === null ? null : { found, token: continueToken(body) };
    });
    if (!look.seen) return look;
    items.push(...look.value.found);
    token = look.value.token;
    if (token === undefined) return { seen: true, value: items, source: { ...look.source, path } };
  }
  const at = asker.transport.now().toISOString();
  return {
    seen: false,
    reason: 'too-large',
    detail: `more than ${PAGE_SIZE * MAX_PAGES} objects`,
    source: { cluster, path, at },
  };
}

function continueToken(body: unknown): string | undefined {
  const metadata = (body as { metadata?: { continue?: unknown } }).metadata;
  const token = metadata?.continue;
  return typeof token === 'string' && token !== '' ? token : undefined;
}
