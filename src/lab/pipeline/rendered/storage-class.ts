import { nodeFiles } from '../../cluster/node-files.ts';
import { IMAGES, RENDERED_IMAGES } from '../../install/images.ts';
import type { ClusterLayout } from '../../layout.ts';
import type { LabNames } from '../names.ts';
import { configMap, container, type KubernetesObject, workload } from '../objects.ts';
import { underNames } from './names.ts';

const FOLDERS = 'folders';
const SIZED = 'sized';

const SETUP = `mkdir -m 0777 -p "$VOL_DIR"
case "$VOL_DIR" in
  */${SIZED}/*)
    truncate -s "$VOL_SIZE_BYTES" "$VOL_DIR.img"
    mke2fs -F -m 0 "$VOL_DIR.img"
    mount -t ext4 -o loop "$VOL_DIR.img" "$VOL_DIR"
    # Receive takes every folder of its volume for a tenant.
    rmdir "$VOL_DIR/lost+found"
    chmod 0777 "$VOL_DIR"
    ;;
esac`;

const TEARDOWN = `case "$VOL_DIR" in
  */${SIZED}/*) umount "$VOL_DIR" || true ;;
esac
rm -rf "$VOL_DIR" "$VOL_DIR.img"`;

/**
 * local-path-provisioner with two StorageClasses. The default's volumes are folders of the node. The other's are file
 * systems of the size that is asked for, each in a file of the node: they can be full, and the kubelet has their figures.
 */
export function storageClassObjects(cluster: ClusterLayout, names: LabNames): KubernetesObject[] {
  const name = underNames(names).provisioner;
  const namespace = names.namespaces.dns;
  const provisioner = `${names.storageClass}.lab/local-path`;
  const image = (key: 'toolbox' | 'localPath') =>
    `${names.registry}/${key === 'toolbox' ? IMAGES.toolbox.name : RENDERED_IMAGES.localPath.name}`;
  const script = (command: string) => `#!/bin/sh\nset -eu\n${command}\n`;
  const helper = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'helper-pod' },
    spec: {
      containers: [
        {
          name: 'helper-pod',
          image: image('toolbox'),
          imagePullPolicy: 'IfNotPresent',
          securityContext: { privileged: true },
          volumeMounts: [
            // What is mounted in it is mounted on the node.
            { name: 'data', mountPath: '', mountPropagation: 'Bidirectional' },
            { name: 'dev', mountPath: '/dev' },
          ],
        },
      ],
      // Loop devices that the kernel makes later.
      volumes: [{ name: 'dev', hostPath: { path: '/dev' } }],
    },
  };
  const volumes = nodeFiles(cluster).volumes;
  const storageClass = (of: string, folder: string, isDefault: boolean): KubernetesObject => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: of,
      annotations: {
        ...(isDefault && { 'storageclass.kubernetes.io/is-default-class': 'true' }),
        // For folders that are host paths the kubelet has no figures.
        defaultVolumeType: 'local',
      },
    },
    provisioner,
    parameters: { nodePath: `${volumes}/${folder}` },
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: 'Delete',
  });
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        {
          apiGroups: [''],
          resources: ['nodes', 'configmaps', 'pods/log', 'namespaces'],
          verbs: ['get', 'list', 'watch'],
        },
        {
          apiGroups: [''],
          resources: ['persistentvolumeclaims', 'persistentvolumes', 'pods', 'endpoints', 'events'],
          verbs: ['*'],
        },
        { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
        { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: ['get', 'list', 'watch'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
    configMap(name, namespace, {
      'config.json': JSON.stringify({
        nodePathMap: [
          {
            node: 'DEFAULT_PATH_FOR_NON_LISTED_NODES',
            paths: [`${volumes}/${FOLDERS}`, `${volumes}/${SIZED}`],
          },
        ],
      }),
      setup: script(SETUP),
      teardown: script(TEARDOWN),
      'helperPod.yaml': JSON.stringify(helper),
    }),
    storageClass(names.storageClass, FOLDERS, true),
    storageClass(underNames(names).sizedClass, SIZED, false),
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels: { [names.labelKeys.name]: name },
      pod: {
        serviceAccountName: name,
        containers: [
          container({
            name,
            image: image('localPath'),
            args: [
              'start',
              '--config=/etc/config/config.json',
              `--provisioner-name=${provisioner}`,
              `--helper-image=${image('toolbox')}`,
              `--configmap-name=${name}`,
              `--service-account-name=${name}`,
              `--namespace=${namespace}`,
            ],
            env: [
              { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
              { name: 'CONFIG_MOUNT_PATH', value: '/etc/config/' },
            ],
            memory: '128Mi',
            mounts: [{ name: 'config', mountPath: '/etc/config', readOnly: true }],
          }),
        ],
        volumes: [{ name: 'config', configMap: { name } }],
      },
    }),
  ];
}
