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
