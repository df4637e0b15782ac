import http from 'node:http';
import https from 'node:https';
import { looksLikeHtml, refusalMessage } from '../connect/answer.ts';
import { readBody, type Turns } from '../connect/body.ts';
import { type ConnectionOptions, connection } from '../connect/connection.ts';
import type { ContextConfig } from '../connect/kubeconfig.ts';
import { reasonOf } from '../errors.ts';
import { list, text } from '../evidence/json.ts';
import {
  type ApiAnswer,
  type ApiObject,
  type ApiRefusal,
  type ClusterApi,
  FIELD_MANAGER,
  NO_ANSWER,
  NO_CREDENTIALS,
  refOf,
} from './api.ts';
import { objectPath } from './resources.ts';

/** A look is answered at once; what writes waits for admission webhooks, which may take 30 s. */
const TIMEOUT_MS = { GET: 10_000, PATCH: 30_000, DELETE: 30_000 };
const MAX_BYTES = 32 * 1024 * 1024;

/** The API of one cluster, over the network. */
export function liveApi(context: ContextConfig): ClusterApi {
  const way = connection(context);
  const send = async (request: Request): Promise<ApiAnswer> => {
    let options: ConnectionOptions;
    try {
      options = await way.options();
    } catch (error) {
      return refusal(0, NO_CREDENTIALS, reasonOf(error));
    }
    try {
      return await exchange(options, request, way.large);
    } catch (error) {
      return refusal(0, NO_CREDENTIALS, reasonOf(error)); // A token or certificate that no request can carry.
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
  method: keyof typeof TIMEOUT_MS;
  path: string;
  body?: string;
  contentType?: string;
}

const refusal = (status: number, reason: string, message: string): ApiRefusal => ({
  ...{ ok: false, status, reason, message, causes: [] },
});

function exchange(options: ConnectionOptions, request: Request, large: Turns): Promise<ApiAnswer> {
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
        read(response, large).then(resolve, (error) => resolve(refusal(0, NO_ANSWER, reasonOf(error))));
      },
    );
    const limit = TIMEOUT_MS[request.method];
    const timer = setTimeout(() => req.destroy(new Error(`no answer within ${limit} ms`)), limit);
    req.on('close', () => clearTimeout(timer));
    req.on('error', (error) => resolve(refusal(0, NO_ANSWER, reasonOf(error))));
    req.end(request.body);
  });
}

async function read(response: http.IncomingMessage, large: Turns): Promise<ApiAnswer> {
  const status = response.statusCode ?? 0;
  const { text: body, cut } = await readBody(response, { maxBytes: MAX_BYTES, keep: false, large });
  if (cut) return refusal(status, 'TooLarge', `more than ${MAX_BYTES} bytes`);
  if (status < 200 || status >= 300) return statusRefusal(status, body);
  try {
    return { ok: true, body: JSON.parse(body) };
  } catch {
    return refusal(status, 'Malformed', looksLikeHtml(body) ? 'HTML instead of JSON' : 'not JSON');
  }
}

/** Kubernetes' own words about a refusal: a Status object, or whatever stood in its place. */
function statusRefusal(status: number, body: string): ApiRefusal {
  const object = parsed(body);
  return {
    ok: false,
    status,
    reason: text(object, 'reason') ?? `HTTP ${status}`,
    message: refusalMessage(status, body).slice(0, 2000),
    causes: list(object, 'details', 'causes')
      .slice(0, 50)
      .map((cause) => ({
        reason: text(cause, 'reason') ?? '',
        message: text(cause, 'message') ?? '',
        field: text(cause, 'field') ?? '',
      })),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
