import { storePods } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { changeWorkload } from './workloads.ts';

/** The hub's Store gets a volume in the place of an empty folder (plain lab): of a class, or of none. */
export async function claimForStore(context: FaultContext, storageClass: string | null): Promise<void> {
  const { hands, hub, names } = context;
  const name = `cache-${names.workloads.store}`;
  await hands.create(hub, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: names.namespaces.pipeline },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '5Gi' } },
      ...(storageClass !== null && { storageClassName: storageClass }),
    },
  });
  await changeWorkload(context, 'statefulset', storePods, (_, { template: { spec } }) => {
    spec.volumes = (spec.volumes ?? []).map((volume) =>
      volume.emptyDir ? { name: volume.name, persistentVolumeClaim: { claimName: name } } : volume,
    );
  });
}
