/** An object as an API server gives and takes it. */
export interface ApiObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    labels?: Record<string, string>;
    ownerReferences?: { kind: string; name: string; controller?: boolean }[];
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

/** What an object is called by; enough to find it again. */
export interface ObjectRef {
  apiVersion: string;
  kind: string;
  namespace: string | null;
  name: string;
}

export type ApiAnswer<T = unknown> = { ok: true; body: T } | ApiRefusal;

export interface ApiRefusal {
  ok: false;
  /** HTTP status, also of an answer that is of no use; 0 where none came. */
  status: number;
  /** Kubernetes' reason (`Conflict`, `Invalid`, `NotFound`, …), or the network's. */
  reason: string;
  message: string;
  causes: { reason: string; message: string; field: string }[];
}

/** Reasons of our own, where no answer came: no request could be made for want of credentials, or nobody answered. */
export const NO_CREDENTIALS = 'NoCredentials';
export const NO_ANSWER = 'Unreachable';

/** Why nothing at all can be asked of a cluster; `null` where it answers and refused this one request. */
export function closedBy({
  status,
  reason,
}: ApiRefusal): 'credentials' | 'unauthorized' | 'unreachable' | null {
  if (reason === NO_CREDENTIALS) return 'credentials';
  if (status === 401) return 'unauthorized';
  return status === 0 ? 'unreachable' : null;
}

/** What the server said, in one line. */
export const refusalText = ({ reason, message }: Pick<ApiRefusal, 'reason' | 'message'>): string =>
  [message, NO_CREDENTIALS, NO_ANSWER].includes(reason) ? message : `${reason}: ${message}`;

/** One cluster's API, as far as deploying and repairing need it. Never throws: a refusal is an answer. */
export interface ClusterApi {
  /** The name of the context. */
  readonly context: string;
  get(path: string): Promise<ApiAnswer>;
  /** Server-side apply under our own field manager; conflicts are answers and never forced. */
  apply(object: ApiObject, options: { dryRun: boolean }): Promise<ApiAnswer<ApiObject>>;
  remove(ref: ObjectRef, options: { dryRun: boolean }): Promise<ApiAnswer>;
  close(): void;
}

/** Who we are to the API server. */
export const FIELD_MANAGER = 'fleetmedic';

export const refOf = ({ apiVersion, kind, metadata }: ApiObject): ObjectRef => ({
  apiVersion,
  kind,
  namespace: metadata.namespace ?? null,
  name: metadata.name,
});

export const refKey = ({ apiVersion, kind, namespace, name }: ObjectRef): string =>
  `${apiVersion}/${kind}/${namespace ?? ''}/${name}`;

/** `StatefulSet monitoring/thanos-receive`, as people write it. */
export const refText = ({ kind, namespace, name }: ObjectRef): string =>
  `${kind} ${namespace === null ? '' : `${namespace}/`}${name}`;
