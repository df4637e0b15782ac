import http from 'node:http';
import https from 'node:https';
import { looksLikeHtml, refusalMessage } from '../../connect/answer.ts';
import { readBody, type Turns } from '../../connect/body.ts';
import { type Connection, type ConnectionOptions, connection } from '../../connect/connection.ts';
import type { ContextConfig } from '../../connect/kubeconfig.ts';
import { reasonOf } from '../../errors.ts';
import { isTooManyValues } from '../../evidence/json.ts';
import type { Redactor } from '../../evidence/redact.ts';
import type { Answer, BlindReason, EvidenceRequest, Json, Transport } from '../../evidence/transport.ts';

/** Asks the clusters' API servers. Answers are redacted before anything else sees them. */
export function liveTransport(contexts: readonly ContextConfig[], redactor: Redactor): Transport {
  const connections = new Map(contexts.map((context) => [context.name, connection(context)]));
  return {
    clusters: contexts.map((context) => context.name),
    now: () => new Date(),
    close: () => {
      for (const { close } of connections.values()) close();
    },
    send: (request) => {
      const target = connections.get(request.cluster);
      return answered(redactor, async () =>
        target ? ask(target, request) : failure('credentials', `no context ${request.cluster}`),
      );
    },
  };
}

/** What an exchange gave as an answer: measured, and redacted before anything else sees it. Never throws. */
export async function answered(redactor: Redactor, exchange: () => Promise<Result>): Promise<Answer> {
  const started = Date.now();
  const measured = (result: Result) => ({
    ...result,
    at: new Date().toISOString(),
    durationMs: Date.now() - started,
  });
  try {
    return redactor.answer(measured(await exchange()));
  } catch (error) {
    // Whatever an answer holds, it costs no more than itself.
    return measured(failure('malformed', reasonOf(error)));
  }
}

/** Of an answer that says no, its first words are enough. */
const MAX_REFUSAL_BYTES = 64 * 1024;

export type Result =
  | { ok: true; body: Json; truncated: boolean }
  | { ok: false; reason: BlindReason; detail: string };

export const failure = (reason: BlindReason, detail: string): Result => ({
  ok: false,
  reason,
  detail: detail.slice(0, 500),
});

/** One request over a connection, once more where it met one that had just been closed. */
export async function ask(target: Connection, request: EvidenceRequest): Promise<Result> {
  let options: ConnectionOptions;
  try {
    options = await target.options();
  } catch (error) {
    return failure('credentials', reasonOf(error));
  }
  const first = await attempt(options, request, target.large);
  // The server closed a connection that was kept open, just as it was to be used: nobody is ill.
  return first === 'stale' ? ((await attempt(options, request, target.large)) as Result) : first;
}

/** One request; `stale` if it met a connection that had just been closed. */
function attempt(
  options: ConnectionOptions,
  request: EvidenceRequest,
  large: Turns,
): Promise<Result | 'stale'> {
  return new Promise((resolve) => {
    const headers = {
      ...options.headers,
      accept: request.format === 'json' ? 'application/json' : 'text/plain, */*;q=0.1',
      'accept-encoding': 'gzip',
      'user-agent': 'fleetmedic',
    };
    const client = options.protocol === 'http:' ? http : https;
    let req: http.ClientRequest;
    try {
      req = client.request({ ...options, method: 'GET', path: options.basePath + request.path, headers });
    } catch (error) {
      resolve(failure('credentials', reasonOf(error))); // A token or certificate that no request can carry.
      return;
    }
    let answering = false;
    const timer = setTimeout(() => {
      // What came so far of a text that may be cut is used: a log without end is still a log.
      if (answering && request.truncate) req.destroy();
      else finish(failure('timeout', `no answer within ${request.timeoutMs} ms`));
    }, request.timeoutMs);
    const finish = (result: Result) => {
      clearTimeout(timer);
      req.destroy();
      resolve(result);
    };
    req.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = req.reusedSocket && error.code === 'ECONNRESET' && !answering;
      clearTimeout(timer);
      resolve(isStale ? 'stale' : networkFailure(error));
    });
    req.on('response', (response) => {
      answering = true;
      read(response, request, large).then(
        (result) => {
          clearTimeout(timer);
          if (!response.complete) req.destroy(); // Cut short: the connection cannot be used again.
          resolve(result);
        },
        (error) => finish(networkFailure(error)),
      );
    });
    req.end();
  });
}

async function read(response: http.IncomingMessage, request: EvidenceRequest, large: Turns): Promise<Result> {
  const status = response.statusCode ?? 0;
  const isGood = status >= 200 && status < 300;
  const { text: body, cut: truncated } = await readBody(response, {
    maxBytes: isGood ? request.maxBytes : MAX_REFUSAL_BYTES,
    keep: !isGood || request.truncate === true,
    large,
  });
  if (!isGood) return httpFailure(status, body);
  if (truncated && !request.truncate) return failure('too-large', `more than ${request.maxBytes} bytes`);
  if (request.format === 'text') {
    if (looksLikeHtml(body)) return failure('malformed', 'HTML instead of text');
    return { ok: true, body, truncated };
  }
  if (isTooManyValues(body)) return failure('too-large', 'more values than any real answer has');
  try {
    return { ok: true, body: JSON.parse(body) as Json, truncated };
  } catch {
    return failure('malformed', looksLikeHtml(body) ? 'HTML instead of JSON' : 'not JSON');
  }
}

function httpFailure(status: number, body: string): Result {
  const detail = `HTTP ${status}: ${refusalMessage(status, body)}`;
  if (status === 401) return failure('unauthorized', detail);
  if (status === 403) return failure('forbidden', detail);
  if (status === 404) return failure('not-found', detail);
  if (status === 429) return failure('throttled', detail);
  // The API server says with 503 that it could not reach the pod behind a proxy path.
  return failure(status >= 500 ? 'server-error' : 'rejected', detail);
}

function networkFailure(error: unknown): Result {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const detail = reasonOf(error);
  if (code === 'ECONNREFUSED') return failure('refused', detail);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return failure('name-not-found', detail);
  if (code === 'ETIMEDOUT') return failure('timeout', detail);
  if (/CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY|EPROTO|ALTNAME/.test(code)) return failure('tls', detail);
  if (code.startsWith('Z_') || code.startsWith('HPE_')) return failure('malformed', detail);
  return failure('unreachable', detail || code);
}
