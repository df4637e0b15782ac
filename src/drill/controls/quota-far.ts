import { beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { objectIs } from '../effects.ts';

const NAME = 'generous';

export const control = defineControl({
  name: 'quota-far',
  visibleAfter: 60,
  happens: ({ hands, hub, names }) =>
    hands.create(hub, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: NAME, namespace: names.namespaces.pipeline },
      spec: { hard: { pods: '200', 'requests.memory': '64Gi' } },
    }),
  effect: objectIs<{ status: { used?: { pods?: string } } }>(
    beside('resourcequota', NAME),
    ({ status }) => Number(status.used?.pods ?? 0) > 0,
  ),
});
