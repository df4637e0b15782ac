import { beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { allOf, newEventSays, objectIs } from '../effects.ts';

const NAME = 'reports';

/** Its class binds when a pod asks, and none does yet. */
export const control = defineControl({
  name: 'claim-waiting',
  lab: { pipeline: 'rendered' },
  visibleAfter: 60,
  happens: ({ hands, hub, names }) =>
    hands.create(hub, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: NAME, namespace: names.namespaces.pipeline },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }),
  effect: allOf(
    objectIs<{ status: { phase: string } }>(
      beside('persistentvolumeclaim', NAME),
      ({ status }) => status.phase === 'Pending',
    ),
    newEventSays(beside('persistentvolumeclaim', NAME), 'waiting for first consumer'),
  ),
});
