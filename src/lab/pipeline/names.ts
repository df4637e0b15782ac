/**
 * Every name and number of the lab's pipeline that a real user would choose otherwise. Without a seed these
 * are the names of the source documents; with one they are all different, so that nothing in the product can
 * come to hang on ours.
 */
export interface LabNames {
  registry: string;
  clusters: ClusterNames[];
  /** Label keys on pods and in selectors. */
  labelKeys: { name: string; component: string };
  namespaces: { pipeline: string; storage: string; agent: string; application: string; dns: string };
  workloads: {
    receive: string;
    store: string;
    compactor: string;
    query: string;
    objectStore: string;
    bucketJob: string;
    agent: string;
    nodeExporter: string;
    application: string;
    dns: string;
  };
  services: {
    receiveHeadless: string;
    receive: string;
    store: string;
    query: string;
    objectStore: string;
    dns: string;
  };
  ports: {
    grpc: number;
    http: number;
    remoteWrite: number;
    remoteWriteNodePort: number;
    s3: number;
    agent: number;
    nodeExporter: number;
    application: number;
  };
  portNames: { grpc: string; http: string; remoteWrite: string };
  /** The port of Query's Service; that of the others unless said otherwise. */
  queryPort?: string;
  objects: {
    hashring: string;
    hashringKey: string;
    objstore: string;
    objstoreKey: string;
    agentConfig: string;
    s3Config: string;
  };
  tenant: string;
  hashring: string;
  bucket: string;
  replicaLabel: string;
  /** The name under which edges reach Receive; their DNS knows it. */
  remoteWriteHost: string;
  storageClass: string;
  /** Whether the oldest versions in scope run. */
  isOlder?: boolean;
  /** Whether agents are StatefulSets or Deployments: users have both. */
  agentKind: 'StatefulSet' | 'Deployment';
}

export interface ClusterNames {
  /** Name of the kubeconfig context. */
  context: string;
  /** External labels of the agent: `cluster` and two more. */
  externalLabels: { cluster: string; region: string; environment: string };
}

const REGIONS = ['central', 'edge', 'edge', 'edge'];

export function labNames(seed: number | null, clusterCount: number): LabNames {
  return seed === null ? documentNames(clusterCount) : seededNames(seed, clusterCount);
}

function documentNames(clusterCount: number): LabNames {
  const monitoring = 'monitoring';
  return {
    registry: 'fleetmedic.lab',
    clusters: range(clusterCount).map((index) => {
      const context = `cluster-0${index + 1}`;
      const region = REGIONS[index] ?? 'edge';
      return { context, externalLabels: { cluster: context, region, environment: 'production' } };
    }),
    labelKeys: { name: 'app.kubernetes.io/name', component: 'app.kubernetes.io/component' },
    namespaces: {
      pipeline: monitoring,
      storage: monitoring,
      agent: monitoring,
      application: 'shop',
      dns: 'kube-system',
    },
    workloads: {
      receive: 'thanos-receive',
      store: 'thanos-store',
      compactor: 'thanos-compactor',
      query: 'thanos-query',
      objectStore: 'seaweedfs',
      bucketJob: 'create-bucket',
      agent: 'prometheus-agent',
      nodeExporter: 'node-exporter',
      application: 'shop',
      dns: 'coredns',
    },
    services: {
      receiveHeadless: 'thanos-receive-headless',
      receive: 'thanos-receive-lb',
      store: 'thanos-store',
      query: 'thanos-query',
      objectStore: 'seaweedfs',
      dns: 'kube-dns',
    },
    ports: {
      grpc: 10901,
      http: 10902,
      remoteWrite: 19291,
      remoteWriteNodePort: 30291,
      s3: 8333,
      agent: 9090,
      nodeExporter: 9100,
      application: 8080,
    },
    portNames: { grpc: 'grpc', http: 'http', remoteWrite: 'remote-write' },
    objects: {
      hashring: 'thanos-receive-hashring',
      hashringKey: 'hashrings.json',
      objstore: 'thanos-objstore',
      objstoreKey: 'objstore.yml',
      agentConfig: 'prometheus-agent',
      s3Config: 'seaweedfs-s3',
    },
    tenant: 'default-tenant',
    hashring: 'default',
    bucket: 'thanos',
    replicaLabel: 'receive_replica',
    remoteWriteHost: 'thanos-receive.cluster-01.lab',
    storageClass: 'lab-static',
    agentKind: 'StatefulSet',
  };
}

function seededNames(seed: number, clusterCount: number): LabNames {
  const random = mulberry32(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const taken = new Set<string>();
  const word = (): string => {
    for (;;) {
      const value = range(2 + Math.floor(random() * 2))
        .map(() => pick(SYLLABLES))
        .join('');
      if (value.length >= 5 && !taken.has(value)) {
        taken.add(value);
        return value;
      }
    }
  };
  const twoWords = () => `${word()}-${word()}`;
  const ports = new Set<number>();
  const port = (from = 7000, to = 19000): number => {
    for (;;) {
      const value = from + Math.floor(random() * (to - from));
      if (!ports.has(value)) {
        ports.add(value);
        return value;
      }
    }
  };
  const one = word();
  const namespaces = pick([true, false])
    ? { pipeline: one, storage: one, agent: one }
    : { pipeline: one, storage: word(), agent: word() };
  return {
    registry: `${word()}.example:5000/${word()}`,
    clusters: range(clusterCount).map(() => ({
      context: twoWords(),
      externalLabels: { cluster: word(), region: word(), environment: word() },
    })),
    labelKeys: pick([
      { name: 'app', component: 'part' },
      { name: 'app.kubernetes.io/instance', component: 'app.kubernetes.io/part-of' },
      { name: `${word()}.example/unit`, component: `${word()}.example/piece` },
    ]),
    namespaces: { ...namespaces, application: word(), dns: pick(['kube-system', word()]) },
    workloads: {
      receive: twoWords(),
      store: twoWords(),
      compactor: word(),
      query: word(),
      objectStore: word(),
      bucketJob: word(),
      agent: twoWords(),
      nodeExporter: word(),
      application: word(),
      dns: word(),
    },
    services: {
      receiveHeadless: word(),
      receive: word(),
      store: word(),
      query: word(),
      objectStore: word(),
      dns: word(),
    },
    ports: {
      grpc: port(),
      http: port(),
      remoteWrite: port(),
      remoteWriteNodePort: port(30000, 32767),
      s3: port(),
      agent: port(),
      nodeExporter: port(),
      application: port(),
    },
    portNames: { grpc: word(), http: word(), remoteWrite: word() },
    objects: {
      hashring: word(),
      hashringKey: `${word()}.json`,
      objstore: word(),
      objstoreKey: `${word()}.yaml`,
      agentConfig: word(),
      s3Config: word(),
    },
    tenant: word(),
    hashring: word(),
    bucket: word(),
    replicaLabel: pick(['replica', 'receive_replica', `${word()}_copy`]),
    remoteWriteHost: `${word()}.${word()}.example`,
    storageClass: word(),
    agentKind: pick(['StatefulSet', 'Deployment']),
  };
}

const SYLLABLES =
  'ba de fo gu ha jin ka lo mu ne pi qua ri so ta vu wen xi yo zu dal mer nor pel ram sel tun vok'.split(' ');

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A small seeded generator (Mulberry32, public domain, Tommy Ettinger): the same seed, the same names. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
