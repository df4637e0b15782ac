import type { Json } from '../../evidence/transport.ts';
import { type Change, eventOf, itemsOf } from '../changed.testing.ts';

/** The recording in which the one pod of an agent does not start, and what is where in it. */
export const PENDING = {
  from: 'agent-image-unavailable',
  cluster: 'muvune-haguxi',
  namespace: 'sopel',
  node: 'muvune-haguxi-node',
  name: 'vokmu-gunorjin',
  pod: 'vokmu-gunorjin-855f957985-shpkl',
  replicaSet: 'vokmu-gunorjin-855f957985',
  /** Minutes before the recording. */
  earlier: '2026-11-21T08:45:00Z',
  justNow: '2026-11-21T08:54:30Z',
} as const;

/** The pod of the template before, that the recording has beside it, is gone. */
export const isOfAgent = ({ metadata }: { metadata: Record<string, Json> }): boolean =>
  String(metadata.name).startsWith(`${PENDING.name}-`) && metadata.namespace === PENDING.namespace;

/** The events of the recording's own fault are gone, and the pod is some minutes old with another status. */
export function podWith(status: Record<string, Json>, spec: Record<string, Json> = {}): Change {
  return itemsOf(/^\/api\/v1\/(pods|events)\?/, (item) => {
    if ('involvedObject' in item) return [];
    if (item.metadata.name !== PENDING.pod) return isOfAgent(item) ? [] : [item];
    return [
      {
        metadata: { ...item.metadata, creationTimestamp: PENDING.earlier },
        spec: { ...item.spec, ...spec },
        status: { ...item.status, ...status },
      },
    ];
  });
}

export const container = (state: Record<string, Json>, ready = false): Json => [
  { name: PENDING.name, ready, restartCount: 0, state, lastState: {}, image: 'x', imageID: '' },
];

export const condition = (type: string, status: string, message = ''): Json => ({
  ...{ type, status, message, lastTransitionTime: PENDING.earlier },
});

export const event = (kind: string, name: string, reason: string, message: string): Change =>
  eventOf(PENDING.cluster, {
    ...{ reason, message, at: PENDING.justNow },
    object: { kind, name, namespace: PENDING.namespace },
  });
