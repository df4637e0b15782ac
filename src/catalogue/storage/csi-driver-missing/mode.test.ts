import { changes, claimPending, describeChanged, inCluster, podPending } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/csi-driver-missing', {
  says: [
    `Normal  ExternalProvisioning  2s (x9 over 2m)  persistentvolume-controller  Waiting for a volume to be created either by the external provisioner 'ebs.csi.aws.com' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
    'Normal  ExternalProvisioning  3s  persistentvolume-controller  waiting for a volume to be created, either by external provisioner "rancher.io/local-path" or manually created by system administrator',
    'Warning  FailedMount  6s  kubelet  MountVolume.MountDevice failed for volume "pvc-1" : kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: driver name ebs.csi.aws.com not found in the list of registered CSI drivers',
    'Warning  FailedAttachVolume  9s  attachdetach-controller  AttachVolume.Attach failed for volume "pvc-1" : CSINode ip-10-0-1-7.ec2.internal does not contain driver ebs.csi.aws.com',
    'Warning  ProvisioningFailed  20m  ebs.csi.aws.com_x  failed to provision volume with StorageClass "gp2": error generating accessibility requirements: no topology key found on CSINode ip-172-31-21-121.ec2.internal',
    'W1121 07:11:22.022000       1 connection.go:234] Still connecting to unix:///csi/csi.sock',
  ],
  not: {
    'Warning  ProvisioningFailed  94s  ebs.csi.aws.com_ebs-csi-controller  failed to provision volume with StorageClass "gp3": rpc error: code = Internal desc = Could not create volume "pvc-1": could not create volume in EC2: UnauthorizedOperation: You are not authorized to perform this operation.':
      'storage/csi-driver-unauthorized',
    'Warning  FailedAttachVolume  15s  attachdetach-controller  Multi-Attach error for volume "pvc-1" Volume is already exclusively attached to one node and can\'t be attached to another':
      'storage/volume-attach-stuck',
    'I1121 07:11:22.022000       1 controller.go:1366] provision "monitoring/data-0" class "gp3": started':
      null,
    'Normal  ProvisioningSucceeded  4s  rancher.io/local-path  Successfully provisioned volume pvc-1': null,
  },
});

describeChanged('storage/csi-driver-missing', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      podPending('seaweedfs-0', 'pod has unbound immediate PersistentVolumeClaims'),
      claimPending('data-seaweedfs-0', {
        storageClass: 'gp3',
        driver: { name: 'ebs.csi.aws.com', at: '2026-11-21T08:30:00Z' },
      }),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /persistentvolumeclaims/,
});
