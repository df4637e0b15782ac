import { join } from 'node:path';
import type { ClusterLayout, NodeLayout } from '../layout.ts';
import type { ProcessSpec } from '../processes.ts';
import { credentialFiles } from './credentials.ts';
import { nodeFiles } from './node-files.ts';

const ETCD = 'http://127.0.0.1:2379';

/** The processes that are one cluster, in the order of starting. `bin` is the folder of built programs. */
export function clusterProcesses(cluster: ClusterLayout, bin: string): ProcessSpec[] {
  return [
    etcd(cluster, bin),
    apiServer(cluster, bin),
    controllerManager(cluster, bin),
    scheduler(cluster, bin),
    ...nodeProcesses(cluster, bin),
  ];
}

/** What every node runs. */
export const nodeProcesses = (node: NodeLayout, bin: string): ProcessSpec[] => [
  containerd(node),
  kubelet(node, bin),
  kubeProxy(node, bin),
];

function etcd(cluster: ClusterLayout, bin: string): ProcessSpec {
  return {
    name: 'etcd',
    command: join(bin, 'etcd'),
    args: [
      `--name=${cluster.name}`,
      `--data-dir=${join(cluster.dir, 'etcd')}`,
      `--listen-client-urls=${ETCD}`,
      `--advertise-client-urls=${ETCD}`,
      '--listen-peer-urls=http://127.0.0.1:2380',
      '--initial-advertise-peer-urls=http://127.0.0.1:2380',
      `--initial-cluster=${cluster.name}=http://127.0.0.1:2380`,
      '--log-level=warn',
      '--unsafe-no-fsync', // A lab that loses power is built anew.
    ],
  };
}

function apiServer(cluster: ClusterLayout, bin: string): ProcessSpec {
  const files = credentialFiles(cluster);
  return {
    name: 'kube-apiserver',
    command: join(bin, 'kube-apiserver'),
    args: [
      `--etcd-servers=${ETCD}`,
      `--advertise-address=${cluster.nodeAddress}`,
      '--secure-port=6443',
      `--cert-dir=${files.servingCertificates}`,
      `--token-auth-file=${files.tokens}`,
      '--authorization-mode=RBAC',
      `--service-cluster-ip-range=${cluster.serviceCidr}`,
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${files.serviceAccountPublicKey}`,
      `--service-account-signing-key-file=${files.serviceAccountKey}`,
      '--allow-privileged=true',
      // Without it `kubectl logs` resolves the node's name.
      '--kubelet-preferred-address-types=InternalIP',
      '--profiling=false',
    ],
  };
}

function controllerManager(cluster: ClusterLayout, bin: string): ProcessSpec {
  const files = credentialFiles(cluster);
  return {
    name: 'kube-controller-manager',
    command: join(bin, 'kube-controller-manager'),
    args: [
      `--kubeconfig=${files.kubeconfig}`,
      `--service-account-private-key-file=${files.serviceAccountKey}`,
      `--root-ca-file=${join(files.servingCertificates, 'apiserver.crt')}`,
      '--use-service-account-credentials=true',
      '--leader-elect=false',
      '--allocate-node-cidrs=false',
      // A node that is gone is noticed within a minute.
      '--node-monitor-grace-period=40s',
    ],
  };
}

function scheduler(cluster: ClusterLayout, bin: string): ProcessSpec {
  return {
    name: 'kube-scheduler',
    command: join(bin, 'kube-scheduler'),
    args: [`--kubeconfig=${credentialFiles(cluster).kubeconfig}`, '--leader-elect=false'],
  };
}

function containerd(node: NodeLayout): ProcessSpec {
  const files = nodeFiles(node);
  return {
    name: 'containerd',
    command: 'containerd',
    args: ['--config', files.containerdConfig],
    // Shims keep their sockets below this folder; the default is shared by every containerd of the machine.
    env: { XDG_RUNTIME_DIR: node.runDir },
  };
}

function kubelet(node: NodeLayout, bin: string): ProcessSpec {
  const files = nodeFiles(node);
  return {
    name: 'kubelet',
    command: join(bin, 'kubelet'),
    args: [
      `--kubeconfig=${credentialFiles(node).kubeconfig}`,
      `--config=${files.kubeletConfig}`,
      `--root-dir=${files.kubeletRoot}`,
      `--cert-dir=${join(node.dir, 'pki', 'kubelet')}`,
      `--hostname-override=${node.nodeName}`,
      `--node-ip=${node.nodeAddress}`,
    ],
  };
}

function kubeProxy(node: NodeLayout, bin: string): ProcessSpec {
  return {
    name: 'kube-proxy',
    command: join(bin, 'kube-proxy'),
    args: [`--config=${nodeFiles(node).proxyConfig}`],
  };
}
