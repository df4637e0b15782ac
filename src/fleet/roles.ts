/** What a component is to the pipeline. The list is part of the JSON contract: it may grow, never shrink. */
export const ROLES = [
  'agent',
  'prometheus',
  'sidecar',
  'receive',
  'store',
  'compactor',
  'query',
  'query-frontend',
  'cache',
  'ruler',
  'object-store',
  'grafana',
  'alertmanager',
  'operator',
  'config-reloader',
  'exporter',
  'target',
  'log-shipper',
  'log-store',
  'cloudwatch-agent',
  'csi-driver',
  'ingress',
  'dns',
  'node',
  'apiserver',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that write samples to a remote endpoint. */
export const WRITERS: readonly Role[] = ['agent', 'prometheus', 'ruler'];

/** Roles that need the object store to do their work. */
export const STORAGE_CLIENTS: readonly Role[] = ['receive', 'store', 'compactor', 'sidecar', 'ruler'];
