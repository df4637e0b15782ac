import { answerTo, changes, describeChanged, inCluster, listOf } from '../../changed.testing.ts';
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

const SET = '/apis/apps/v1/statefulsets';

// The StatefulSet of the object store was made anew with a larger template; its claim is as it was.
describeChanged('storage/expansion-not-allowed', {
  from: 'healthy',
  change: inCluster(
    'cluster-01',
    changes(
      listOf(SET, (items) =>
        JSON.parse(JSON.stringify(items).replace('"storage":"1Gi"', '"storage":"20Gi"')),
      ),
      answerTo('cluster-01', /storage\.k8s\.io\/v1\/storageclasses/, {
        ...{ kind: 'StorageClassList', apiVersion: 'storage.k8s.io/v1' },
        items: [{ metadata: { name: 'lab-static' }, provisioner: 'rancher.io/local-path' }],
      }),
    ),
  ),
  at: { role: 'object-store', name: 'seaweedfs' },
  hidden: /storageclasses|\/proxy\/api\/v1\/query/,
});
