import http from 'node:http';
import https from 'node:https';
import { type ConnectionOptions, connection } from '../connect/connection.ts';
import type { ContextConfig } from '../connect/kubeconfig.ts';
import { reasonOf } from '../errors.ts';
import {
  type ApiAnswer,
  type ApiObject,
  type ApiRefusal,
  type ClusterApi,
  FIELD_MANAGER,
  refOf,
} from './api.ts';
import { objectPath } from './resources.ts';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 32 * 1024 * 1024;

/** The API of one cluster, over the network. */
export function liveApi(context: ContextConfig): ClusterApi {
  const way = connection(context);
  const send = async (request: Request): Promise<ApiAnswer> => {
    try {
      return await exchange(await way.options(), request);
    } catch (error) {
      return refusal(0, (error as NodeJS.ErrnoException).code ?? 'Unreachable', reasonOf(error));
    }
  };
  return {
    context: context.name,
    close: way.close,
    get: (path) => send({ method: 'GET', path }),
    apply: (object, { dryRun }) => {
      const query = `fieldManager=${FIELD_MANAGER}&force=false${dryRun ? '&dryRun=All' : ''}`;
      return send({
        method: 'PATCH',
        path: `${objectPath(refOf(object))}?${query}`,
        body: JSON.stringify(object),
        contentType: 'application/apply-patch+yaml',
      }) as Promise<ApiAnswer<ApiObject>>;
    },
    remove: (ref, { dryRun }) =>
      send({
        method: 'DELETE',
        path: `${objectPath(ref)}?propagationPolicy=Background${dryRun ? '&dryRun=All' : ''}`,
      }),
  };
}

interface Request {
  method: 'GET' | 'PATCH' | 'DELETE';
  path: string;
  body?: string;
  contentType?: string;
}

const refusal = (status: number, reason: string, message: string): ApiRefusal => ({
  ...{ ok: false, status, reason, message, causes: [] },
});

function exchange(options: ConnectionOptions, request: Request): Promise<ApiAnswer> {
  return new Promise((resolve) => {
    const client = options.protocol === 'http:' ? http : https;
    const req = client.request(
      {
        ...options,
        method: request.method,
        path: options.basePath + request.path,
        headers: {
          ...options.headers,
          accept: 'application/json',
          'user-agent': FIELD_MANAGER,
          ...(request.body !== undefined && {
            'content-type': request.contentType,
            'content-length': Buffer.byteLength(request.body),
          }),
        },
      },
      (response) => {
        read(response).then(resolve, (error) => resolve(refusal(0, 'Unreachable', reasonOf(error))));
      },
    );
    const timer = setTimeout(() => req.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
    req.on('close', () => clearTimeout(timer));
    req.on('error', (error: NodeJS.ErrnoException) =>
      resolve(refusal(0, error.code ?? 'Unreachable', reasonOf(error))),
    );
    req.end(request.body);
  });
}

async function read(response: http.IncomingMessage): Promise<ApiAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      response.destroy();
      return refusal(0, 'TooLarge', `more than ${MAX_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const status = response.statusCode ?? 0;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refusal(status, 'Malformed', text.slice(0, 200).split('\n', 1)[0] ?? '');
  }
  return status >= 200 && status < 300 ? { ok: true, body } : statusRefusal(status, body);
}

/** Kubernetes' own words about a refusal: a Status object. */
function statusRefusal(status: number, body: unknown): ApiRefusal {
  const { reason, message, details } = (body ?? {}) as {
    reason?: unknown;
    message?: unknown;
    details?: { causes?: unknown };
  };
  const causes = Array.isArray(details?.causes) ? (details.causes as Record<string, unknown>[]) : [];
  return {
    ok: false,
    status,
    reason: typeof reason === 'string' ? reason : `HTTP ${status}`,
    message: typeof message === 'string' ? message.slice(0, 2000) : '',
    causes: causes.slice(0, 50).map((cause) => ({
      reason: String(cause.reason ?? ''),
      message: String(cause.message ?? ''),
      field: String(cause.field ?? ''),
    })),
  };
}
