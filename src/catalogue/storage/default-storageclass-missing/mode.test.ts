import { changes, claimPending, describeChanged, inCluster, podPending } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/default-storageclass-missing', {
  says: [
    'Normal  FailedBinding  4s (x7 over 91s)  persistentvolume-controller  no persistent volumes available for this claim and no storage class is set',
    '{"kind":"Event","reason":"FailedBinding","message":"no persistent volumes available for this claim and no storage class is set"}',
  ],
  not: {
    'Warning  ProvisioningFailed  3s  persistentvolume-controller  storageclass.storage.k8s.io "gp2" not found':
      'storage/storageclass-missing',
    'Normal  WaitForFirstConsumer  5s  persistentvolume-controller  waiting for first consumer to be created before binding':
      null,
  },
});

describeChanged('storage/default-storageclass-missing', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      podPending('seaweedfs-0', 'pod has unbound immediate PersistentVolumeClaims'),
      claimPending('data-seaweedfs-0', { storageClass: null }),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /persistentvolumeclaims/,
});
