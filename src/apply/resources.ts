import type { ObjectRef } from './api.ts';

/** Resource names whose plural is not the kind in lower case with an `s`. */
const PLURALS: Readonly<Record<string, string>> = {
  Endpoints: 'endpoints',
  Ingress: 'ingresses',
  NetworkPolicy: 'networkpolicies',
  Prometheus: 'prometheuses',
  StorageClass: 'storageclasses',
  IngressClass: 'ingressclasses',
};

const plural = (kind: string): string => PLURALS[kind] ?? `${kind.toLowerCase()}s`;

/** The path of all objects of a kind, in a namespace or in the cluster. */
export function collectionPath(ref: Pick<ObjectRef, 'apiVersion' | 'kind' | 'namespace'>): string {
  const root = ref.apiVersion.includes('/') ? `/apis/${ref.apiVersion}` : `/api/${ref.apiVersion}`;
  const namespace = ref.namespace === null ? '' : `/namespaces/${encodeURIComponent(ref.namespace)}`;
  return `${root}${namespace}/${plural(ref.kind)}`;
}

export const objectPath = (ref: ObjectRef): string =>
  `${collectionPath(ref)}/${encodeURIComponent(ref.name)}`;
