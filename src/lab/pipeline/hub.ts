import { image } from './image.ts';
import type { LabNames } from './names.ts';
import { configMap, container, type KubernetesObject, secret, service, workload } from './objects.ts';

const RECEIVE_REPLICAS = 3;
/** Blocks of two minutes, so that uploads are seen within minutes instead of hours. */
const BLOCK_DURATION = '2m';

export interface S3Keys {
  access: string;
  secret: string;
}

/** The hub's pipeline: S3, three Receive with replication 3, Store, Compactor, Query. */
export function hubObjects(names: LabNames, keys: S3Keys, volumesDir: string): KubernetesObject[] {
  return [
    ...volumes(names, volumesDir),
    ...objectStore(names, keys),
    secret(names.objects.objstore, names.namespaces.pipeline, {
      [names.objects.objstoreKey]: objstoreConfig(names, keys),
    }),
    ...receive(names),
    ...store(names),
    ...compactor(names),
    ...query(names),
  ];
}

const labelsOf = (names: LabNames, name: string) => ({
  [names.labelKeys.name]: name,
  [names.labelKeys.component]: `${name}-part`,
});

const scraped = (port: number) => ({ 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(port) });

/** A node's folders as volumes that are bound beforehand: no provisioner is needed, claims are real. */
function volumes(names: LabNames, dir: string): KubernetesObject[] {
  const claims = [
    ...Array.from({ length: RECEIVE_REPLICAS }, (_, index) => ({
      claim: `data-${names.workloads.receive}-${index}`,
      namespace: names.namespaces.pipeline,
    })),
    { claim: `data-${names.workloads.objectStore}-0`, namespace: names.namespaces.storage },
  ];
  return [
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: names.storageClass },
      provisioner: 'kubernetes.io/no-provisioner',
    },
    ...claims.map(({ claim, namespace }) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `${namespace}-${claim}` },
      spec: {
        capacity: { storage: '2Gi' },
        accessModes: ['ReadWriteOnce'],
        storageClassName: names.storageClass,
        persistentVolumeReclaimPolicy: 'Retain',
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: claim, namespace },
        hostPath: { path: `${volumesDir(dir, claim)}`, type: 'DirectoryOrCreate' },
      },
    })),
  ];
}

const volumesDir = (dir: string, claim: string) => `${dir}/${claim}`;

const dataClaim = (names: LabNames) => ({
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: names.storageClass,
    resources: { requests: { storage: '1Gi' } },
  },
});

/** SeaweedFS in the place of a cloud's S3, with its bucket. */
export function objectStore(names: LabNames, keys: S3Keys): KubernetesObject[] {
  const namespace = names.namespaces.storage;
  const name = names.workloads.objectStore;
  const labels = labelsOf(names, name);
  const identity = {
    name: 'thanos',
    credentials: [{ accessKey: keys.access, secretKey: keys.secret }],
    actions: ['Admin', 'Read', 'Write', 'List', 'Tagging'],
  };
  return [
    secret(names.objects.s3Config, namespace, { 's3.json': JSON.stringify({ identities: [identity] }) }),
    service({
      name: names.services.objectStore,
      namespace,
      selector: labels,
      ports: [
        { name: 's3', port: names.ports.s3 },
        { name: 'master', port: 9333 },
        { name: 'filer', port: 8888 },
        { name: 'filer-grpc', port: 18888 },
        { name: 'master-grpc', port: 19333 },
      ],
    }),
    workload({
      kind: 'StatefulSet',
      name,
      namespace,
      serviceName: names.services.objectStore,
      labels,
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'seaweedfs'),
            args: [
              ...[
                '-logtostderr=true',
                'server',
                '-dir=/data',
                '-ip.bind=0.0.0.0',
                '-master.volumeSizeLimitMB=64',
              ],
              ...['-volume.max=40', '-s3', `-s3.port=${names.ports.s3}`, '-s3.config=/etc/s3/s3.json'],
            ],
            ports: { s3: names.ports.s3 },
            memory: '2Gi',
            readiness: { path: '/healthz', port: names.ports.s3 },
            mounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'config', mountPath: '/etc/s3', readOnly: true },
            ],
          }),
        ],
        volumes: [{ name: 'config', secret: { secretName: names.objects.s3Config } }],
      },
      claims: [dataClaim(names)],
    }),
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: names.workloads.bucketJob, namespace },
      spec: {
        backoffLimit: 30,
        template: {
          spec: {
            restartPolicy: 'OnFailure',
            enableServiceLinks: false,
            containers: [
              container({
                name: names.workloads.bucketJob,
                image: image(names, 'seaweedfs'),
                command: ['sh', '-ec'],
                // The shell of SeaweedFS ends with 0 whatever happened: the list afterwards is the proof.
                args: [
                  `weed() { /bin/weed shell -master=${names.services.objectStore}:9333; }\n` +
                    `echo "s3.bucket.create -name ${names.bucket}" | weed\n` +
                    `echo "s3.bucket.list" | weed | grep ${names.bucket}`,
                ],
                memory: '256Mi',
              }),
            ],
          },
        },
      },
    },
  ];
}

/** The object store's configuration, as every part of Thanos reads it. */
export function objstoreConfig(names: LabNames, keys: S3Keys): string {
  return `type: S3
config:
  bucket: ${names.bucket}
  endpoint: ${names.services.objectStore}.${names.namespaces.storage}.svc.cluster.local:${names.ports.s3}
  access_key: ${keys.access}
  secret_key: ${keys.secret}
  insecure: true
`;
}

/** What all parts of Thanos have in common: addresses, and the object store's configuration. */
const thanos = (names: LabNames) => ({
  listen: [`--grpc-address=0.0.0.0:${names.ports.grpc}`, `--http-address=0.0.0.0:${names.ports.http}`],
  ports: { [names.portNames.grpc]: names.ports.grpc, [names.portNames.http]: names.ports.http },
  readiness: { path: '/-/ready', port: names.ports.http },
  objstoreArgument: `--objstore.config-file=/etc/objstore/${names.objects.objstoreKey}`,
  objstoreMount: { name: 'objstore', mountPath: '/etc/objstore', readOnly: true },
  objstoreVolume: { name: 'objstore', secret: { secretName: names.objects.objstore } },
});

const grpcAndHttp = (names: LabNames) => [
  { name: names.portNames.grpc, port: names.ports.grpc },
  { name: names.portNames.http, port: names.ports.http },
];

export function receiveEndpoint(names: LabNames, ordinal: number): string {
  const { workloads, services, namespaces, ports } = names;
  return `${workloads.receive}-${ordinal}.${services.receiveHeadless}.${namespaces.pipeline}.svc.cluster.local:${ports.grpc}`;
}

function receive(names: LabNames): KubernetesObject[] {
  const namespace = names.namespaces.pipeline;
  const name = names.workloads.receive;
  const labels = labelsOf(names, name);
  const common = thanos(names);
  const ordinals = Array.from({ length: RECEIVE_REPLICAS }, (_, ordinal) => ordinal);
  const hashring = [
    { hashring: names.hashring, endpoints: ordinals.map((ordinal) => receiveEndpoint(names, ordinal)) },
  ];
  const remoteWrite = { name: names.portNames.remoteWrite, port: names.ports.remoteWrite };
  return [
    configMap(names.objects.hashring, namespace, {
      [names.objects.hashringKey]: `${JSON.stringify(hashring, null, 2)}\n`,
    }),
    service({
      name: names.services.receiveHeadless,
      namespace,
      selector: labels,
      headless: true,
      ports: [...grpcAndHttp(names), remoteWrite],
    }),
    service({
      name: names.services.receive,
      namespace,
      selector: labels,
      type: 'NodePort',
      ports: [{ ...remoteWrite, nodePort: names.ports.remoteWriteNodePort }],
    }),
    workload({
      kind: 'StatefulSet',
      name,
      namespace,
      serviceName: names.services.receiveHeadless,
      replicas: RECEIVE_REPLICAS,
      labels,
      annotations: scraped(names.ports.http),
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'thanos'),
            args: [
              'receive',
              ...common.listen,
              `--remote-write.address=0.0.0.0:${names.ports.remoteWrite}`,
              '--tsdb.path=/data',
              // With a retention, Thanos 0.42 prunes tenants before their database is open and dies of it
              // (receive.go: pruning starts in every minute that the doubled block duration divides).
              '--tsdb.retention=0d',
              // Blocks this short would refuse samples that are a minute late: a backlog after an outage.
              '--tsdb.out-of-order.time-window=2h',
              `--tsdb.min-block-duration=${BLOCK_DURATION}`,
              `--tsdb.max-block-duration=${BLOCK_DURATION}`,
              `--label=${names.replicaLabel}="$(POD_NAME)"`,
              `--receive.local-endpoint=$(POD_NAME).${names.services.receiveHeadless}.$(POD_NAMESPACE).svc.cluster.local:${names.ports.grpc}`,
              `--receive.hashrings-file=/etc/hashring/${names.objects.hashringKey}`,
              '--receive.hashrings-file-refresh-interval=10s',
              '--receive.replication-factor=3',
              `--receive.default-tenant-id=${names.tenant}`,
              common.objstoreArgument,
            ],
            env: [fieldEnv('POD_NAME', 'metadata.name'), fieldEnv('POD_NAMESPACE', 'metadata.namespace')],
            ports: { ...common.ports, [names.portNames.remoteWrite]: names.ports.remoteWrite },
            memory: '512Mi',
            readiness: common.readiness,
            mounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'hashring', mountPath: '/etc/hashring', readOnly: true },
              common.objstoreMount,
            ],
          }),
        ],
        volumes: [{ name: 'hashring', configMap: { name: names.objects.hashring } }, common.objstoreVolume],
      },
      claims: [dataClaim(names)],
    }),
  ];
}

const fieldEnv = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });

function store(names: LabNames): KubernetesObject[] {
  const namespace = names.namespaces.pipeline;
  const name = names.workloads.store;
  const labels = labelsOf(names, name);
  const common = thanos(names);
  return [
    service({ name: names.services.store, namespace, selector: labels, ports: grpcAndHttp(names) }),
    workload({
      kind: 'StatefulSet',
      name,
      namespace,
      serviceName: names.services.store,
      labels,
      annotations: scraped(names.ports.http),
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'thanos'),
            args: [
              'store',
              ...common.listen,
              '--data-dir=/data',
              '--sync-block-duration=30s',
              common.objstoreArgument,
            ],
            ports: common.ports,
            memory: '512Mi',
            readiness: common.readiness,
            mounts: [{ name: 'data', mountPath: '/data' }, common.objstoreMount],
          }),
        ],
        volumes: [{ name: 'data', emptyDir: {} }, common.objstoreVolume],
      },
    }),
  ];
}

function compactor(names: LabNames): KubernetesObject[] {
  const namespace = names.namespaces.pipeline;
  const name = names.workloads.compactor;
  const labels = labelsOf(names, name);
  const common = thanos(names);
  return [
    workload({
      kind: 'StatefulSet',
      name,
      namespace,
      serviceName: name,
      labels,
      annotations: scraped(names.ports.http),
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'thanos'),
            args: [
              ...['compact', `--http-address=0.0.0.0:${names.ports.http}`, '--data-dir=/data', '--wait'],
              ...['--wait-interval=1m', `--deduplication.replica-label=${names.replicaLabel}`],
              ...[
                '--retention.resolution-raw=30d',
                '--retention.resolution-5m=60d',
                '--retention.resolution-1h=365d',
              ],
              common.objstoreArgument,
            ],
            ports: { [names.portNames.http]: names.ports.http },
            memory: '512Mi',
            readiness: common.readiness,
            mounts: [{ name: 'data', mountPath: '/data' }, common.objstoreMount],
          }),
        ],
        volumes: [{ name: 'data', emptyDir: {} }, common.objstoreVolume],
      },
    }),
  ];
}

function query(names: LabNames): KubernetesObject[] {
  const namespace = names.namespaces.pipeline;
  const name = names.workloads.query;
  const labels = labelsOf(names, name);
  const common = thanos(names);
  const dns = (service_: string) =>
    `dnssrv+_${names.portNames.grpc}._tcp.${service_}.${namespace}.svc.cluster.local`;
  return [
    service({ name: names.services.query, namespace, selector: labels, ports: grpcAndHttp(names) }),
    workload({
      kind: 'Deployment',
      name,
      namespace,
      labels,
      annotations: scraped(names.ports.http),
      pod: {
        containers: [
          container({
            name,
            image: image(names, 'thanos'),
            args: [
              'query',
              ...common.listen,
              `--query.replica-label=${names.replicaLabel}`,
              `--endpoint=${dns(names.services.receiveHeadless)}`,
              `--endpoint=${dns(names.services.store)}`,
            ],
            ports: common.ports,
            memory: '512Mi',
            readiness: common.readiness,
          }),
        ],
      },
    }),
  ];
}
