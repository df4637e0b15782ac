import { describeTexts } from '../../texts.testing.ts';

describeTexts('storage/expansion-not-allowed', {
  says: [
    'Error from server (Forbidden): persistentvolumeclaims "data-thanos-receive-0" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
    'error: persistentvolumeclaims "storage-0" could not be patched: persistentvolumeclaims "storage-0" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
    '{"kind":"Status","status":"Failure","message":"persistentvolumeclaims \\"data\\" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize","reason":"Forbidden","code":403}',
  ],
  not: {
    'Normal  FileSystemResizeSuccessful  kubelet  MountVolume.NodeExpandVolume succeeded for volume "pvc-1"':
      null,
    'spec.resources.requests.storage: Forbidden: field can not be less than previous value': null,
    'Normal  ExternalExpanding  volume_expand  waiting for an external controller to expand this PVC': null,
    'write to WAL: no space left on device': 'storage/disk-full',
  },
});
