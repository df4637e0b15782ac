import type { V1Volume, V1VolumeMount } from '@kubernetes/client-node';
import type { FleetSettings, Resources } from '../../fleet/file/settings.ts';
import { type ContainerSpec, container } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import { imageOf } from '../images.ts';
import { NAMES, PORTS } from '../names.ts';

/** What all parts of Thanos have in common: addresses, probes, and the object store's configuration. */
export function thanosContainer(
  { fleet }: RenderContext,
  spec: {
    name: string;
    args: readonly string[];
    resources: Resources;
    grpc?: boolean;
    ports?: Record<string, number>;
    env?: NonNullable<ContainerSpec['env']>;
    mounts?: V1VolumeMount[];
  },
) {
  const { grpc = true } = spec;
  const [command = '', ...args] = spec.args;
  return container({
    name: spec.name,
    image: imageOf(fleet, 'thanos'),
    args: [
      command,
      ...(grpc ? [`--grpc-address=0.0.0.0:${PORTS.grpc}`] : []),
      `--http-address=0.0.0.0:${PORTS.http}`,
      ...args,
    ],
    ports: { ...(grpc && { grpc: PORTS.grpc }), http: PORTS.http, ...spec.ports },
    resources: spec.resources,
    probes: { port: 'http', ready: '/-/ready', live: '/-/healthy' },
    ...(spec.env && { env: spec.env }),
    ...(spec.mounts && { mounts: spec.mounts }),
  });
}

const OBJSTORE_DIR = '/etc/thanos/objstore';

export const objectStoreArgument = ({ objectStorage }: FleetSettings): string =>
  `--objstore.config-file=${OBJSTORE_DIR}/${objectStorage.secret.key}`;

export const OBJSTORE_MOUNT: V1VolumeMount = { name: 'objstore', mountPath: OBJSTORE_DIR, readOnly: true };

export const objectStoreVolume = ({ objectStorage }: FleetSettings): V1Volume => ({
  name: 'objstore',
  secret: { secretName: objectStorage.secret.name },
});

export const DATA_MOUNT: V1VolumeMount = { name: 'data', mountPath: '/var/thanos' };
export const DATA_DIR = '/var/thanos';

export const GRPC_AND_HTTP = { grpc: { port: PORTS.grpc }, http: { port: PORTS.http } };

/** The way to a Service of the same cluster by its SRV record. */
export const serviceRecord = ({ cluster }: RenderContext, service: string, port: string): string =>
  `dnssrv+_${port}._tcp.${service}.${cluster.namespace}.svc.cluster.local`;

/** How Thanos is told of memcached, with limits that suit what is stored. JSON is YAML. */
export function memcachedConfig(
  context: RenderContext,
  use: 'index-cache' | 'response-cache',
): Record<string, unknown> {
  const { maxItemSize } = context.fleet.cache;
  const config = {
    addresses: [serviceRecord(context, NAMES.memcached, 'memcached')],
    timeout: '500ms',
    max_idle_connections: 100,
    max_async_concurrency: 20,
    max_async_buffer_size: 10_000,
    max_item_size: `${maxItemSize}MiB`,
    max_get_multi_concurrency: 100,
    max_get_multi_batch_size: 100,
    dns_provider_update_interval: '10s',
  };
  return {
    type: 'MEMCACHED',
    config: use === 'response-cache' ? { ...config, expiration: '24h' } : config,
  };
}
