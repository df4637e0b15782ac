import {
  answerTo,
  changes,
  claimPending,
  describeChanged,
  inCluster,
  podPending,
  warningAbout,
} from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/storageclass-missing', {
  says: [
    'Warning  ProvisioningFailed  3s (x6 over 78s)  persistentvolume-controller  storageclass.storage.k8s.io "gp3-fast" not found',
    '{"reason":"ProvisioningFailed","message":"storageclass.storage.k8s.io \\"fast\\" not found","type":"Warning"}',
    'Error from server (NotFound): storageclasses.storage.k8s.io "gp3" not found',
    'E1121 07:11:22.022000       1 pv_controller.go:1741] "Error finding provisioning plugin for claim" err="storageclass.storage.k8s.io \\"premium\\" not found" PVC="monitoring/data-thanos-receive-0"',
  ],
  not: {
    'Normal  FailedBinding  4s (x7 over 91s)  persistentvolume-controller  no persistent volumes available for this claim and no storage class is set':
      'storage/default-storageclass-missing',
    'Normal  WaitForFirstConsumer  5s  persistentvolume-controller  waiting for first consumer to be created before binding':
      null,
    'storageclass.storage.k8s.io/gp3 created': null,
  },
});

// The object store of the hub, had its claim never got a volume.
describeChanged('storage/storageclass-missing', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      podPending('seaweedfs-0', 'pod has unbound immediate PersistentVolumeClaims'),
      claimPending('data-seaweedfs-0', { storageClass: 'gp3-fast' }),
      warningAbout(
        { kind: 'PersistentVolumeClaim', namespace: 'monitoring', name: 'data-seaweedfs-0' },
        {
          ...{ reason: 'ProvisioningFailed', at: '2026-11-21T08:52:50Z' },
          message: 'storageclass.storage.k8s.io "gp3-fast" not found',
        },
      ),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /persistentvolumeclaims/,
});

// The same without events: the list of classes tells.
describeChanged('storage/storageclass-missing', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      podPending('seaweedfs-0', 'pod has unbound immediate PersistentVolumeClaims'),
      claimPending('data-seaweedfs-0', { storageClass: 'gp3-fast' }),
      answerTo('cluster-01', /storage\.k8s\.io\/v1\/storageclasses/, {
        ...{ kind: 'StorageClassList', apiVersion: 'storage.k8s.io/v1' },
        items: [{ metadata: { name: 'gp3' }, provisioner: 'ebs.csi.aws.com' }],
      }),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /persistentvolumeclaims/,
});
