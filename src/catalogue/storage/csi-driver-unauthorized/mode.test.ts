import {
  changes,
  claimPending,
  describeChanged,
  inCluster,
  podPending,
  warningAbout,
} from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/csi-driver-unauthorized', {
  says: [
    'Warning  ProvisioningFailed  94s  ebs.csi.aws.com_ebs-csi-controller-65ff4fbbc8-hbbpq  failed to provision volume with StorageClass "gp3": rpc error: code = Internal desc = WebIdentityErr: failed to retrieve credentials caused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'failed to provision volume with StorageClass "gp3": rpc error: code = Internal desc = Could not create volume "pvc-1": could not create volume in EC2: operation error EC2: CreateVolume, get identity: get credentials: failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 403, api error AccessDenied',
    'E0614 01:12:39.578856       1 driver.go:122] "GRPC error" err="rpc error: code = Internal desc = Could not create volume \\"pvc-1\\": could not create volume in EC2: NoCredentialProviders: no valid providers in chain"',
    'Warning  FailedAttachVolume  3s  attachdetach-controller  AttachVolume.Attach failed for volume "pvc-1" : rpc error: code = Internal desc = Could not attach volume "vol-0a" to node "i-0b": could not attach volume: UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ec2:AttachVolume',
    `failed to provision volume with StorageClass "standard-rwo": rpc error: code = Internal desc = CreateVolume failed to create single zonal disk: googleapi: Error 403: Required 'compute.disks.create' permission for 'projects/p/zones/z/disks/pvc-1', forbidden`,
    'failed to provision volume with StorageClass "managed-csi": rpc error: code = Internal desc = Retriable: false, HTTPStatusCode: 403, RawError: {"error":{"code":"AuthorizationFailed","message":"The client \'x\' does not have authorization to perform action \'Microsoft.Compute/disks/write\' over scope"}}',
    'failed to provision volume with StorageClass "efs-sc": rpc error: code = Unauthenticated desc = Access Denied. Please ensure you have the right AWS permissions: Access denied',
    'InvalidIdentityToken: No OpenIDConnect provider found in your account for https://oidc.eks.eu-west-1.amazonaws.com/id/AB while creating volume pvc-1',
    // The controller's own event beside the driver's.
    `Warning  ProvisioningFailed  9s  ebs.csi.aws.com_x  failed to provision volume with StorageClass "gp3": rpc error: code = Internal desc = Could not create volume "pvc-1": could not create volume in EC2: AuthFailure: AWS was not able to validate the provided access credentials\nNormal  ExternalProvisioning  2s  persistentvolume-controller  Waiting for a volume to be created either by the external provisioner 'ebs.csi.aws.com' or manually by the system administrator.`,
  ],
  not: {
    'MountVolume.SetUp failed for volume "pvc-1" : rpc error: code = Internal desc = mount failed: mount.nfs: access denied by server while mounting 10.0.0.2:/export':
      null,
    'E1121 07:11:22.022000 1 reflector.go:200] "Failed to watch" err="failed to list *v1.PersistentVolume: persistentvolumes is forbidden: User \\"system:serviceaccount:kube-system:ebs-csi-controller-sa\\" cannot list resource \\"persistentvolumes\\" in API group \\"\\" at the cluster scope"':
      'workload/rbac-denied',
    'Warning  FailedAttachVolume  15s  attachdetach-controller  AttachVolume.Attach failed for volume "pvc-1" : rpc error: code = DeadlineExceeded desc = context deadline exceeded':
      'storage/volume-attach-stuck',
  },
});

describeChanged('storage/csi-driver-unauthorized', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      podPending('seaweedfs-0', 'pod has unbound immediate PersistentVolumeClaims'),
      claimPending('data-seaweedfs-0', {
        storageClass: 'gp3',
        driver: { name: 'ebs.csi.aws.com', at: '2026-11-21T08:30:00Z' },
      }),
      warningAbout(
        { kind: 'PersistentVolumeClaim', namespace: 'monitoring', name: 'data-seaweedfs-0' },
        {
          ...{ reason: 'ProvisioningFailed', at: '2026-11-21T08:52:50Z' },
          message:
            'failed to provision volume with StorageClass "gp3": rpc error: code = Internal desc = Could not create volume "pvc-1": could not create volume in EC2: UnauthorizedOperation: You are not authorized to perform this operation.',
        },
      ),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /persistentvolumeclaims|\/events/,
});
