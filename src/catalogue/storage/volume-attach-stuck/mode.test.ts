import { changes, describeChanged, inCluster, podPending, warningAbout } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/volume-attach-stuck', {
  says: [
    'Warning  FailedAttachVolume  15s  attachdetach-controller  Multi-Attach error for volume "pvc-1" Volume is already exclusively attached to one node and can\'t be attached to another',
    'Warning  FailedAttachVolume  2m  attachdetach-controller  Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) prometheus-0',
    'Warning  FailedAttachVolume  3s (x4 over 3m)  attachdetach-controller  AttachVolume.Attach failed for volume "pvc-1" : rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    'AttachVolume.Attach failed for volume "pvc-1" : timed out waiting for external-attacher of ebs.csi.aws.com CSI driver to attach volume vol-0a',
    'Warning  FailedMount  kubelet  Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data kube-api-access-x]: timed out waiting for the condition',
    'E1121 07:11:22.022000 1 nestedpendingoperations.go:348] Operation for "{volumeName:kubernetes.io/csi/ebs.csi.aws.com^vol-0a}" failed. Error: DetachVolume.Detach failed for volume "pvc-1" (UniqueName: "x") on node "n" : rpc error: code = Internal desc = Could not detach volume',
  ],
  not: {
    'Warning  FailedMount  kubelet  Unable to attach or mount volumes: unmounted volumes=[config], unattached volumes=[], failed to process volumes=[]: context deadline exceeded':
      null,
    'Normal  SuccessfulAttachVolume  8s  attachdetach-controller  AttachVolume.Attach succeeded for volume "pvc-1"':
      null,
    'Warning  FailedAttachVolume  9s  attachdetach-controller  AttachVolume.Attach failed for volume "pvc-1" : CSINode n does not contain driver ebs.csi.aws.com':
      'storage/csi-driver-missing',
  },
});

describeChanged('storage/volume-attach-stuck', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      podPending('seaweedfs-0'),
      warningAbout(
        { kind: 'Pod', namespace: 'monitoring', name: 'seaweedfs-0' },
        {
          ...{ reason: 'FailedAttachVolume', at: '2026-11-21T08:52:50Z' },
          message:
            'Multi-Attach error for volume "pvc-1" Volume is already exclusively attached to one node and can\'t be attached to another',
        },
      ),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /\/events/,
});
