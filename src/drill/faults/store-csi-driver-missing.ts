import { claimForStore } from '../claims.ts';
import { lasting, newEventSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

const DRIVER = 'ebs.csi.aws.com';

/** A class of a driver that was never installed. */
export const fault = defineFault({
  name: 'store-csi-driver-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'storage/csi-driver-missing', ...hubPart('store') },
  inject: async (context) => {
    const { hands, hub, names } = context;
    const name = `${names.storageClass}-gp3`;
    await hands.create(hub, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name },
      provisioner: DRIVER,
      volumeBindingMode: 'WaitForFirstConsumer',
    });
    await claimForStore(context, name);
  },
  // A driver may take a minute.
  effect: lasting(75, newEventSays(storePods, 'by the external provisioner', DRIVER)),
});
