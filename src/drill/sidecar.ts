import { image } from '../lab/pipeline/image.ts';
import { configMap, container, service, workload } from '../lab/pipeline/objects.ts';
import { queryPods, type Where } from './effects.ts';
import { type FaultContext, identityOf } from './fault.ts';
import { changeWorkload } from './workloads.ts';

/** A Prometheus server with Thanos' sidecar, which the lab does not have. */
export const recorderPods: Where = ({ hub, names }) => ({
  cluster: hub,
  namespace: names.namespaces.pipeline,
  name: `recorder-${names.workloads.application}`,
});

/** Whose fault it is where its sidecar is at fault. */
export const hubSidecar = {
  cluster: ({ hub }: FaultContext) => hub,
  role: 'sidecar',
  name: (context: FaultContext) => recorderPods(context).name,
} as const;

/** Uploads want blocks that Prometheus does not compact. */
export const FIXED_BLOCKS = ['--storage.tsdb.min-block-duration=2h', '--storage.tsdb.max-block-duration=2h'];

/**
 * Puts a Prometheus server with a sidecar, which uploads to the object store, into the hub (plain lab), and tells Query
 * of it. What differs from how it should be is said.
 */
export async function addRecorder(
  context: FaultContext,
  { blocks = FIXED_BLOCKS, portAskedAt }: { blocks?: readonly string[]; portAskedAt?: number },
): Promise<void> {
  const { hands, hub, names } = context;
  const { namespace, name } = recorderPods(context);
  const { portNames, ports, objects } = names;
  const labels = { [names.labelKeys.name]: name };
  await hands.create(hub, configMap(name, namespace, { 'prometheus.yml': configOf(context, name) }));
  await hands.create(
    hub,
    service({
      name,
      namespace,
      selector: labels,
      ports: [
        { name: portNames.grpc, port: ports.grpc },
        { name: portNames.http, port: ports.http },
      ],
    }),
  );
  await hands.create(
    hub,
    workload({
      kind: 'StatefulSet',
      name,
      namespace,
      serviceName: name,
      labels,
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': String(ports.http) },
      pod: {
        containers: [
          container({
            name: 'prometheus',
            image: image(names, 'prometheus'),
            args: [
              '--config.file=/etc/prometheus/prometheus.yml',
              '--storage.tsdb.path=/data',
              `--web.listen-address=:${ports.agent}`,
              ...blocks,
            ],
            ports: { web: ports.agent },
            memory: '512Mi',
            readiness: { path: '/-/ready', port: ports.agent },
            mounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'config', mountPath: '/etc/prometheus', readOnly: true },
            ],
          }),
          container({
            name: 'thanos-sidecar',
            image: image(names, 'thanos'),
            args: [
              'sidecar',
              `--grpc-address=0.0.0.0:${ports.grpc}`,
              `--http-address=0.0.0.0:${ports.http}`,
              '--tsdb.path=/data',
              `--prometheus.url=http://localhost:${portAskedAt ?? ports.agent}`,
              `--objstore.config-file=/etc/objstore/${objects.objstoreKey}`,
            ],
            ports: { [portNames.grpc]: ports.grpc, [portNames.http]: ports.http },
            memory: '256Mi',
            readiness: { path: '/-/ready', port: ports.http },
            mounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'objstore', mountPath: '/etc/objstore', readOnly: true },
            ],
          }),
        ],
        volumes: [
          { name: 'data', emptyDir: {} },
          { name: 'config', configMap: { name } },
          { name: 'objstore', secret: { secretName: objects.objstore } },
        ],
      },
    }),
  );
  await changeWorkload(context, 'deployment', queryPods, ({ args }) => {
    args.push(`--endpoint=dnssrv+_${portNames.grpc}._tcp.${name}.${namespace}.svc.cluster.local`);
  });
}

const configOf = (context: FaultContext, name: string): string => `global:
  scrape_interval: 10s
  scrape_timeout: 5s
  external_labels:
    cluster: ${identityOf(context, context.hub)}
    recorder: ${name}
scrape_configs:
  - job_name: ${name}
    static_configs:
      - targets: ['localhost:${context.names.ports.agent}']
`;
