import { beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { objectIs, waitFor } from '../effects.ts';

const NAME = 'reports-2024';

interface Phase {
  status: { phase: string };
}

/** A volume of which the claim was deleted, and which is kept. */
export const control = defineControl({
  name: 'volume-released',
  lab: { pipeline: 'plain' },
  visibleAfter: 60,
  happens: async (context) => {
    const { hands, hub, names } = context;
    const { pipeline: namespace } = names.namespaces;
    const { storageClass: storageClassName } = names;
    const accessModes = ['ReadWriteOnce'];
    await hands.create(hub, {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: NAME },
      spec: {
        ...{ accessModes, storageClassName, capacity: { storage: '1Gi' } },
        persistentVolumeReclaimPolicy: 'Retain',
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: NAME, namespace },
        // Nobody ever mounts it.
        hostPath: { path: '/var/empty' },
      },
    });
    await hands.create(hub, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: NAME, namespace },
      spec: { accessModes, storageClassName, resources: { requests: { storage: '1Gi' } } },
    });
    const claim = beside('persistentvolumeclaim', NAME);
    await waitFor(
      context,
      objectIs<Phase>(claim, ({ status }) => status.phase === 'Bound'),
      60,
    );
    await hands.remove(hub, { kind: 'persistentvolumeclaim', namespace, name: NAME });
  },
  effect: objectIs<Phase>(
    ({ hub }) => ({ cluster: hub, kind: 'persistentvolume', name: NAME }),
    ({ status }) => status.phase === 'Released',
  ),
});
