import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeLayout } from '../layout.ts';
import { credentialFiles } from './credentials.ts';

export const PAUSE_IMAGE = 'fleetmedic.lab/pause:1';

export const nodeFiles = (node: NodeLayout) => ({
  containerdConfig: join(node.dir, 'containerd.toml'),
  containerdSocket: join(node.runDir, 'containerd.sock'),
  containerdRoot: join(node.dir, 'containerd'),
  cniConfig: join(node.dir, 'cni'),
  cniState: join(node.dir, 'cni-state'),
  kubeletConfig: join(node.dir, 'kubelet.json'),
  kubeletRoot: join(node.dir, 'kubelet'),
  podLogs: join(node.dir, 'pod-logs'),
  /** Folders and images of dynamic volumes. */
  volumes: join(node.dir, 'volumes'),
  proxyConfig: join(node.dir, 'kube-proxy.json'),
  resolvConf: join(node.dir, 'resolv.conf'),
});

/** Writes the configuration of the container runtime, the pod network, the kubelet and kube-proxy. */
export function writeNodeFiles(node: NodeLayout): void {
  const files = nodeFiles(node);
  for (const dir of [
    files.cniConfig,
    files.cniState,
    files.kubeletRoot,
    files.podLogs,
    files.volumes,
    node.runDir,
  ]) {
    mkdirSync(dir, { recursive: true });
  }
  writeChanged(files.containerdConfig, containerdConfig(node));
  writeChanged(join(files.cniConfig, '10-lab.conflist'), json(cniConfig(node)));
  writeChanged(files.kubeletConfig, json(kubeletConfig(node)));
  writeChanged(files.proxyConfig, json(proxyConfig(node)));
  // Pods with the node's resolver (the cluster's DNS itself) have no server above: the lab has no outside.
  writeChanged(files.resolvConf, 'nameserver 127.0.0.1\n');
}

/** kube-proxy ends when its file is written, even with the same content. */
function writeChanged(file: string, content: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function containerdConfig(node: NodeLayout): string {
  const files = nodeFiles(node);
  return `version = 2
root = ${JSON.stringify(files.containerdRoot)}
state = ${JSON.stringify(join(node.runDir, 'containerd'))}
disabled_plugins = ["io.containerd.internal.v1.opt", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.devmapper"]
[grpc]
  address = ${JSON.stringify(files.containerdSocket)}
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${PAUSE_IMAGE}"
  # Needed where CAP_SYS_RESOURCE is missing: otherwise no sandbox starts.
  restrict_oom_score_adj = true
  # Else the namespaces of dead pods stay mounted in a shared place and answer for new pods.
  netns_mounts_under_state_dir = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = ${JSON.stringify(files.cniConfig)}
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
`;
}

function cniConfig(node: NodeLayout): object {
  const files = nodeFiles(node);
  return {
    cniVersion: '1.0.0',
    name: 'lab',
    plugins: [
      {
        type: 'bridge',
        bridge: 'cni0',
        isGateway: true,
        ipMasq: true,
        hairpinMode: true,
        ipam: {
          type: 'host-local',
          dataDir: files.cniState,
          ranges: [[{ subnet: node.podCidr }]],
          routes: [{ dst: '0.0.0.0/0' }],
        },
      },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
}

function kubeletConfig(node: NodeLayout): object {
  const files = nodeFiles(node);
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    // The lab's network is reached from this machine only, by root; the API server comes without a certificate.
    authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
    authorization: { mode: 'AlwaysAllow' },
    containerRuntimeEndpoint: `unix://${files.containerdSocket}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${node.cgroup}`,
    failCgroupV1: false,
    enforceNodeAllocatable: [],
    localStorageCapacityIsolation: false,
    failSwapOn: false,
    // Two kubelets with one folder delete each other's pod logs.
    podLogsDir: files.podLogs,
    clusterDNS: [node.dnsAddress],
    clusterDomain: 'cluster.local',
    resolvConf: files.resolvConf,
    // The machine's disk is not the lab's to watch: images must not be collected because it is nearly full.
    evictionHard: { 'memory.available': '50Mi' },
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    // Changed ConfigMaps reach the pods within seconds instead of a minute or more.
    syncFrequency: '10s',
    configMapAndSecretChangeDetectionStrategy: 'Watch',
    nodeStatusUpdateFrequency: '10s',
    maxPods: 60,
    registerNode: true,
    logging: { verbosity: 1 },
  };
}

function proxyConfig(node: NodeLayout): object {
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'iptables',
    hostnameOverride: node.nodeName,
    clusterCIDR: node.podCidr,
    clientConnection: { kubeconfig: credentialFiles(node).kubeconfig },
    // The machine's connection table belongs to the host's namespace; it may not be changed from this one.
    conntrack: { maxPerCore: 0, tcpEstablishedTimeout: null, tcpCloseWaitTimeout: null },
    metricsBindAddress: '127.0.0.1:10249',
  };
}
