import { IMAGES, RENDERED_IMAGES } from '../../install/images.ts';
import type { ClusterLayout } from '../../layout.ts';
import type { LabNames } from '../names.ts';
import { configMap, container, type KubernetesObject, workload } from '../objects.ts';
import { underNames } from './names.ts';

/** local-path-provisioner, and the cluster's default StorageClass. Its volumes are folders of the node. */
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
    spec: { containers: [{ name: 'helper-pod', image: image('toolbox'), imagePullPolicy: 'IfNotPresent' }] },
  };
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
        nodePathMap: [{ node: 'DEFAULT_PATH_FOR_NON_LISTED_NODES', paths: [`${cluster.dir}/volumes`] }],
      }),
      setup: script('mkdir -m 0777 -p "$VOL_DIR"'),
      teardown: script('rm -rf "$VOL_DIR"'),
      'helperPod.yaml': JSON.stringify(helper),
    }),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: names.storageClass,
        annotations: {
          'storageclass.kubernetes.io/is-default-class': 'true',
          // For folders that are host paths the kubelet has no figures.
          defaultVolumeType: 'local',
        },
      },
      provisioner,
      volumeBindingMode: 'WaitForFirstConsumer',
      reclaimPolicy: 'Delete',
    },
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
