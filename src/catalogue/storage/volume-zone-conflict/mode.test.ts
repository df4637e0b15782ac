import { describeChanged, inCluster, podPending } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/volume-zone-conflict', {
  says: [
    'Warning  FailedScheduling  12s  default-scheduler  0/3 nodes are available: 3 node(s) had volume node affinity conflict. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    "0/4 nodes are available: 4 node(s) didn't match PersistentVolume's node affinity. no new claims to deallocate, preemption: 0/4 nodes are available: 4 Preemption is not helpful for scheduling.",
    'Warning  FailedScheduling  default-scheduler  0/2 nodes are available: 2 node(s) had no available volume zone.',
    '{"reason":"FailedScheduling","message":"0/1 nodes are available: 1 node(s) had volume node affinity conflict."}',
    'AttachVolume.Attach failed for volume "pvc-1" : rpc error: code = Internal desc = Could not attach volume "vol-0a" to node "i-0b": InvalidVolume.ZoneMismatch: The volume \'vol-0a\' is not in the same availability zone as instance \'i-0b\'',
  ],
  not: {
    'Warning  FailedAttachVolume  15s  attachdetach-controller  Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) receive-0':
      'storage/volume-attach-stuck',
    'Normal  Scheduled  default-scheduler  Successfully assigned monitoring/receive-0 to node-a': null,
  },
});

describeChanged('storage/volume-zone-conflict', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    podPending('seaweedfs-0', '0/1 nodes are available: 1 node(s) had volume node affinity conflict.'),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /\/api\/v1\/pods\?/,
});
