import { defineFindings, type Text } from '../kind.ts';

/** How clouds and gRPC say that an identity may not do what it asks for, or is none at all. */
const REFUSALS = [
  'unauthorizedoperation', // EC2 error code
  'not authorized', // AWS STS, IAM and EC2
  'webidentityerr', // aws-sdk-go v1
  'assumerolewithwebidentity', // AWS STS, as aws-sdk-go v2 names the operation that failed
  'invalididentitytoken', // AWS STS: no OpenID Connect provider in the account
  'no openidconnect provider', // as above, in words
  'accessdenied', // AWS error code
  'authfailure', // EC2 error code
  'expiredtoken', // AWS STS
  'nocredentialproviders', // aws-sdk-go v1
  'no ec2 imds role found', // aws-sdk-go v2
  'failed to refresh cached credentials', // aws-sdk-go v2
  'failed to retrieve credentials', // aws-sdk-go v1 and v2
  'code = permissiondenied', // gRPC
  'code = unauthenticated', // gRPC
  'authorizationfailed', // Azure Resource Manager error code
  'does not have authorization', // Azure Resource Manager
  'does not have permission', // Azure Resource Manager, Google Cloud
  'aadsts', // Microsoft Entra ID
  'googleapi: error 401', // google-api-go-client
  'googleapi: error 403', // as above
  "required 'compute.", // Google Compute Engine: the right that is missing
  'serverfaultcode: nopermission', // vSphere
] as const;

/** What is no volume of a cluster, whoever is refused there. */
const ELSEWHERE = [
  'bucket',
  'objstore',
  's3:',
  'logs:',
  'cloudwatch',
  'remote_write',
  'cannot list resource',
];

const refusedTo = (who: string): Text[] =>
  REFUSALS.map((refusal) => ({
    has: [refusal, who],
    lacks: ELSEWHERE,
    source: 'CSI drivers: errors of their clouds in ProvisioningFailed and FailedAttachVolume events',
  }));

/** Files of a Prometheus or Receive, and what it does with them: nothing else has these words beside an error. */
const DATA = [
  ...['wal', 'chunks_head', 'checkpoint', 'compact', 'tsdb', 'meta.json', 'queries.active', 'tombstones'],
  ...['wbl', 'snapshot', 'segment', 'sync', 'fsync'],
];

export const storage = defineFindings({
  'storageclass-absent': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a claim names a StorageClass that does not exist',
      ko: '{subject}: PVC가 지정한 StorageClass 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['storageclass.storage.k8s.io "', 'not found'],
          source: 'kubernetes pkg/controller/volume/persistentvolume/pv_controller.go: ProvisioningFailed',
        },
        { has: ['storageclasses.storage.k8s.io "', 'not found'], source: 'kubernetes API: NotFound' },
      ],
    },
  },
  'default-storageclass-absent': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a claim names no StorageClass and there is no default',
      ko: '{subject}: PVC에 StorageClass가 없고 기본 StorageClass도 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['no storage class is set'],
          source: 'kubernetes pkg/controller/volume/persistentvolume/pv_controller.go: FailedBinding',
        },
      ],
    },
  },
  'provisioner-silent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: a claim waits for a storage driver that does not answer',
      ko: '{subject}: PVC가 응답하지 않는 스토리지 드라이버를 대기 중',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['waiting for a volume to be created', 'external provisioner'],
          passes: true,
          source: 'kubernetes pkg/controller/volume/persistentvolume/pv_controller.go: ExternalProvisioning',
        },
        {
          has: ['not found in the list of registered csi drivers'],
          source: 'kubernetes pkg/volume/csi/csi_client.go',
        },
        {
          has: ['csidriver.storage.k8s.io "', 'not found'],
          source: 'kubernetes pkg/volume/csi/csi_plugin.go; apimachinery errors.NewNotFound',
        },
        {
          has: ['does not contain driver', 'csinode'],
          source: 'kubernetes-csi external-attacher pkg/controller/csi_handler.go',
        },
        {
          has: ['no topology key found on csinode'],
          source: 'kubernetes-csi external-provisioner pkg/controller/topology.go',
        },
        { has: ['no volume plugin matched'], source: 'kubernetes pkg/volume/plugins.go' },
        {
          has: ['csi.sock', 'connection refused'],
          source: 'kubernetes-csi csi-lib-utils connection/connection.go, gRPC',
        },
        { has: ['csi.sock', 'no such file or directory'], source: 'as above' },
        {
          has: ['csi.sock', 'still connecting'],
          source: 'kubernetes-csi csi-lib-utils connection/connection.go',
        },
      ],
      over: [
        {
          has: ['successfully provisioned volume'],
          source: 'kubernetes-csi lib-external-provisioner controller: ProvisioningSucceeded',
        },
      ],
    },
  },
  'csi-identity-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the cloud refuses the identity of the storage driver',
      ko: '{subject}: 클라우드가 스토리지 드라이버의 권한을 거부',
    },
    texts: { holds: 'pasted', lines: [...refusedTo('volume'), ...refusedTo('csi')] },
  },
  'volume-zone-differs': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: its volume is where no node fits',
      ko: '{subject}: 볼륨이 있는 위치에 맞는 노드 없음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['volume node affinity conflict'],
          source: 'kubernetes pkg/scheduler/framework/plugins/volumebinding/binder.go (to 1.34)',
        },
        {
          has: ["didn't match persistentvolume's node affinity"],
          source: 'kubernetes pkg/scheduler/framework/plugins/volumebinding/binder.go (1.35)',
        },
        {
          has: ['no available volume zone'],
          source: 'kubernetes pkg/scheduler/framework/plugins/volumezone/volume_zone.go',
        },
        {
          has: ["didn't find available persistent volumes to bind"],
          source: 'kubernetes pkg/scheduler/framework/plugins/volumebinding/binder.go',
        },
        {
          has: ['bound to non-existent pv'],
          source: 'kubernetes pkg/scheduler/framework/plugins/volumebinding/binder.go',
        },
        {
          has: ['nodeaffinity check failed for volume'],
          source: 'kubernetes pkg/volume/util/operationexecutor/operation_generator.go',
        },
        { has: ['invalidvolume.zonemismatch'], source: 'EC2 AttachVolume' },
        { has: ['not in the same availability zone', 'vol-'], source: 'EC2 AttachVolume' },
      ],
    },
  },
  'volume-not-attached': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: its volume cannot be attached to the node',
      ko: '{subject}: 볼륨을 노드에 연결할 수 없음',
    },
    texts: {
      over: [
        {
          has: ['attachvolume.attach succeeded'],
          source: 'kubernetes pkg/controller/volume/attachdetach: event SuccessfulAttachVolume',
        },
      ],
      holds: 'pasted',
      lines: [
        {
          has: ['multi-attach error'],
          source: 'kubernetes pkg/controller/volume/attachdetach/reconciler/reconciler.go',
        },
        {
          has: ['attachvolume.attach failed'],
          lacks: [...REFUSALS, 'does not contain driver', 'registered csi drivers', 'zone'],
          source: 'kubernetes pkg/volume/util/operationexecutor/operation_generator.go',
        },
        {
          has: ['waitforattach failed'],
          lacks: [...REFUSALS, 'registered csi drivers'],
          source: 'kubernetes pkg/volume/util/operationexecutor/operation_generator.go',
        },
        {
          has: ['detachvolume.detach failed'],
          lacks: REFUSALS,
          source: 'kubernetes pkg/volume/util/operationexecutor/operation_generator.go',
        },
        { has: ['attachment timeout for volume'], source: 'kubernetes pkg/volume/csi/csi_attacher.go' },
        {
          has: ['timed out waiting for external-attacher'],
          source: 'kubernetes pkg/volume/csi/csi_attacher.go',
        },
        { has: ['volume attachment is being deleted'], source: 'kubernetes pkg/volume/csi/csi_attacher.go' },
        {
          // An empty list says that all are attached, and that something else of the pod is missing.
          has: ['unable to attach or mount volumes', 'unattached volumes=['],
          lacks: ['unattached volumes=[]'],
          source: 'kubernetes pkg/kubelet/kubelet.go, volumemanager/volume_manager.go',
        },
        {
          has: ['readwriteoncepod access mode already in-use'],
          source: 'kubernetes pkg/scheduler/framework/plugins/volumerestrictions',
        },
        { has: ['volumeinuse', 'vol-'], source: 'EC2 AttachVolume error code' },
        { has: ['is already attached to an instance'], source: 'EC2 AttachVolume' },
        { has: ['resource_in_use_by_another_resource', 'disk'], source: 'Compute Engine attachDisk' },
        { has: ['disk', 'is already attached to node'], source: 'azuredisk-csi-driver' },
      ],
    },
  },
  'disk-full': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a data volume is full',
      ko: '{subject}: 데이터 볼륨 공간 없음',
    },
    texts: {
      holds: 'lasting',
      lines: [
        {
          // The kernel says the same of inotify watches and of control groups.
          has: ['no space left on device'],
          lacks: ['inotify', 'fsnotify', 'file watcher', 'cgroup', 'shared memory', '/dev/shm'],
          source: 'Linux ENOSPC, as Go, C and PostgreSQL print it',
        },
        { has: ['disk quota exceeded'], source: 'Linux EDQUOT' },
        { has: ['not enough disk space'], source: 'prometheus promtool, SeaweedFS and others' },
        { has: ['minimum free drive threshold'], source: 'MinIO XMinioStorageFull' },
        { has: ['xminiostoragefull'], source: 'MinIO error code' },
        { has: ['no free volumes left'], source: 'seaweedfs weed/topology' },
        {
          has: ['usage of emptydir volume', 'exceeds the limit'],
          source: 'kubernetes pkg/kubelet/eviction/helpers.go',
        },
        {
          // The file systems of images are always full.
          has: [' 100% /'],
          lacks: ['/snap', '/dev/loop', 'squashfs', '/sys/', '/proc', '/dev/shm', 'overlay', 'bytes'],
          source: 'df of GNU coreutils and busybox',
        },
        { has: ['volumefull', 'alert'], isAlert: true, source: 'rules of this project' },
      ],
    },
  },
  'disk-filling': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: a data volume is full, or soon will be',
      ko: '{subject}: 데이터 볼륨이 가득 찼거나 곧 가득 참',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['kubepersistentvolumefillingup'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/storage_alerts.libsonnet',
        },
        {
          has: ['kubepersistentvolumeinodesfillingup'],
          isAlert: true,
          source: 'kubernetes-mixin alerts/storage_alerts.libsonnet',
        },
        {
          has: ['nodefilesystemspacefillingup'],
          isAlert: true,
          source: 'node-mixin alerts/alerts.libsonnet',
        },
        {
          has: ['nodefilesystemalmostoutofspace'],
          isAlert: true,
          source: 'node-mixin alerts/alerts.libsonnet',
        },
        {
          has: ['nodefilesystemfilesfillingup'],
          isAlert: true,
          source: 'node-mixin alerts/alerts.libsonnet',
        },
        {
          has: ['nodefilesystemalmostoutoffiles'],
          isAlert: true,
          source: 'node-mixin alerts/alerts.libsonnet',
        },
        {
          has: ['volumefilling'],
          lacks: ['persistentvolumefillingup'],
          isAlert: true,
          source: 'rules of this project',
        },
        { has: ['volumeinodeslow'], isAlert: true, source: 'rules of this project' },
        { has: ['receivediskfilling'], isAlert: true, source: 'rules of this project' },
        {
          has: ['is expected to fill up within'],
          source: 'kubernetes-mixin alerts/storage_alerts.libsonnet: description of the alert',
        },
      ],
    },
  },
  'expansion-refused': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a claim must grow and its StorageClass does not allow it',
      ko: '{subject}: PVC 확장이 필요하나 StorageClass가 허용하지 않음',
    },
    texts: {
      holds: 'lasting',
      roles: ['operator'],
      lines: [
        {
          has: ['only dynamically provisioned pvc can be resized'],
          source: 'kubernetes plugin/pkg/admission/storage/persistentvolume/resize/admission.go',
        },
        {
          has: ['the storageclass that provisions the pvc must support resize'],
          source: 'kubernetes plugin/pkg/admission/storage/persistentvolume/resize/admission.go',
        },
        {
          has: ['does not allow volume expansion'],
          source: 'operators and charts that check the class first',
        },
        {
          has: ['does not support volume expansion', 'class'],
          source: 'operators that check the class first',
        },
      ],
    },
  },
  'io-failing': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: the disk fails, or is read-only',
      ko: '{subject}: 디스크 I/O 오류 또는 읽기 전용 상태',
    },
    texts: {
      holds: 'lasting',
      lines: [
        { has: ['input/output error'], source: 'Linux EIO, as Go and C print it' },
        ...DATA.map(
          (word): Text => ({
            // A program that was never given a volume meets its own image, or a mounted file: that is no broken disk.
            has: ['read-only file system', word],
            lacks: ['mkdir', 'chown', 'runc', 'oci runtime', 'containerd task', '/etc/', 'serviceaccount'],
            source: 'Linux EROFS, as Go prints it, with the files of prometheus tsdb/',
          }),
        ),
        {
          has: ['read-only file system', 'tmp-for-creation'],
          source: 'prometheus tsdb/compact.go: a block is written into a new folder',
        },
        { has: ['remounting filesystem read-only'], source: 'Linux fs/ext4/super.c' },
        { has: ['detected aborted journal'], source: 'Linux fs/ext4/ext4_jbd2.c' },
        { has: ['ext4-fs error (device'], source: 'Linux fs/ext4/super.c' },
        { has: ['forced readonly', 'btrfs'], source: 'Linux fs/btrfs/messages.c' },
        { has: ['xfs (', 'i/o error'], source: 'Linux fs/xfs/xfs_error.c, xfs_buf.c' },
        { has: ['xfs (', 'shutting down filesystem'], source: 'Linux fs/xfs/xfs_fsops.c' },
        { has: ['structure needs cleaning'], source: 'Linux EUCLEAN' },
        { has: ['i/o error, dev '], source: 'Linux block/blk-core.c' },
        { has: ['buffer i/o error on dev'], source: 'Linux fs/buffer.c' },
        { has: ['critical medium error, dev'], source: 'Linux block/blk-core.c' },
        { has: ['unrecovered read error'], source: 'Linux drivers/scsi' },
        { has: ['nvme', 'timeout, aborting'], source: 'Linux drivers/nvme/host/pci.c' },
        { has: ['stale nfs file handle'], source: 'Linux ESTALE before 3.8' },
        { has: ['stale file handle'], source: 'Linux ESTALE' },
        {
          has: ['transport endpoint is not connected'],
          lacks: ['tcp', 'udp', 'socket'],
          source: 'Linux ENOTCONN of a FUSE file system whose server is gone',
        },
        { has: ['filesystemisreadonly'], source: 'node-problem-detector config/kernel-monitor.json' },
        { has: ['noderaiddiskfailure'], isAlert: true, source: 'node-mixin alerts/alerts.libsonnet' },
        { has: ['noderaiddegraded'], isAlert: true, source: 'node-mixin alerts/alerts.libsonnet' },
      ],
    },
  },
});
