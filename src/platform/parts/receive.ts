import { RECEIVE_SERVICE } from '../../fleet/file/resolve.ts';
import { asText, configMap, deployment, fieldEnv, service, statefulSet } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';
import {
  DATA_DIR,
  DATA_MOUNT,
  GRPC_AND_HTTP,
  OBJSTORE_MOUNT,
  objectStoreArgument,
  objectStoreVolume,
  thanosContainer,
} from './thanos.ts';

const HASHRINGS_FILE = 'hashrings.json';
const HASHRINGS_MOUNT = { name: 'hashrings', mountPath: '/etc/thanos/hashrings', readOnly: true };
const REMOTE_WRITE = { 'remote-write': { port: PORTS.remoteWrite } };

/** Receive: ingestors with a volume each, and before them routers that spread writes over the hashring. */
export function receive(context: RenderContext): PlatformObject[] {
  const { router, nodePort } = context.fleet.receive;
  const writes = router.enabled ? NAMES.receiveRouter : NAMES.receive;
  return [
    hashrings(context),
    ...limits(context),
    service(context, {
      name: NAMES.receiveHeadless,
      selects: NAMES.receive,
      headless: true,
      ports: { ...GRPC_AND_HTTP, ...REMOTE_WRITE },
    }),
    service(context, {
      name: RECEIVE_SERVICE,
      selects: writes,
      nodePort: nodePort !== null,
      ports: { 'remote-write': { port: PORTS.remoteWrite, nodePort } },
    }),
    ingestors(context),
    ...(router.enabled ? [routers(context)] : []),
  ];
}

/** The hashring follows the replicas: one endpoint for each pod that the StatefulSet makes. */
function hashrings(context: RenderContext): PlatformObject {
  const { replicas, hashring } = context.fleet.receive;
  const endpoints = Array.from({ length: replicas }, (_, ordinal) =>
    endpointOf(context, `${NAMES.receive}-${ordinal}`),
  );
  return configMap(context, NAMES.hashrings, NAMES.receive, {
    [HASHRINGS_FILE]: asText([{ hashring: hashring.name, endpoints }]),
  });
}

const endpointOf = ({ cluster }: RenderContext, pod: string): string =>
  `${pod}.${NAMES.receiveHeadless}.${cluster.namespace}.svc.cluster.local:${PORTS.grpc}`;

const LIMITS_NAME = 'thanos-receive-limits';
const LIMITS_MOUNT = { name: 'limits', mountPath: '/etc/thanos/limits', readOnly: true };

/** Receive takes limits from a file; without any there is none. */
function limits(context: RenderContext): PlatformObject[] {
  const { headSeries, samplesPerRequest, concurrency } = context.fleet.receive.limits;
  const write = {
    global: { ...(concurrency !== null && { max_concurrency: concurrency }) },
    default: {
      ...(headSeries !== null && { head_series_limit: headSeries }),
      ...(samplesPerRequest !== null && { request: { samples_limit: samplesPerRequest } }),
    },
  };
  return hasLimits(context)
    ? [configMap(context, LIMITS_NAME, NAMES.receive, { 'limits.yaml': asText({ write }) })]
    : [];
}

const hasLimits = ({ fleet }: RenderContext): boolean =>
  Object.values(fleet.receive.limits).some((limit) => limit !== null);

function hashringArguments({ fleet }: RenderContext): string[] {
  const { hashring, replicationFactor } = fleet.receive;
  return [
    `--receive.hashrings-file=${HASHRINGS_MOUNT.mountPath}/${HASHRINGS_FILE}`,
    `--receive.hashrings-algorithm=${hashring.algorithm}`,
    '--receive.hashrings-file-refresh-interval=10s',
    `--receive.replication-factor=${replicationFactor}`,
  ];
}

const hashringVolume = { name: 'hashrings', configMap: { name: NAMES.hashrings } };

function ingestors(context: RenderContext): PlatformObject {
  const { fleet } = context;
  const { receive: settings } = fleet;
  const alone = !settings.router.enabled;
  const limited = hasLimits(context);
  return statefulSet(context, {
    name: NAMES.receive,
    replicas: settings.replicas,
    serviceName: NAMES.receiveHeadless,
    storage: settings.storage,
    // The head is flushed and uploaded before it ends.
    terminationGracePeriodSeconds: 120,
    containers: [
      thanosContainer(context, {
        name: NAMES.receive,
        args: [
          'receive',
          `--remote-write.address=0.0.0.0:${PORTS.remoteWrite}`,
          `--tsdb.path=${DATA_DIR}`,
          `--tsdb.retention=${settings.retention}`,
          `--tsdb.min-block-duration=${settings.blockDuration}`,
          `--tsdb.max-block-duration=${settings.blockDuration}`,
          `--tsdb.out-of-order.time-window=${settings.outOfOrderWindow}`,
          `--label=${settings.replicaLabel}="$(POD_NAME)"`,
          `--receive.local-endpoint=${endpointOf(context, '$(POD_NAME)')}`,
          `--receive.default-tenant-id=${settings.defaultTenant}`,
          ...(alone ? hashringArguments(context) : []),
          ...(limited ? [`--receive.limits-config-file=${LIMITS_MOUNT.mountPath}/limits.yaml`] : []),
          objectStoreArgument(fleet),
        ],
        ports: { 'remote-write': PORTS.remoteWrite },
        resources: settings.resources,
        env: [fieldEnv('POD_NAME', 'metadata.name')],
        mounts: [
          DATA_MOUNT,
          OBJSTORE_MOUNT,
          ...(alone ? [HASHRINGS_MOUNT] : []),
          ...(limited ? [LIMITS_MOUNT] : []),
        ],
      }),
    ],
    volumes: [
      objectStoreVolume(fleet),
      ...(alone ? [hashringVolume] : []),
      ...(limited ? [{ name: 'limits', configMap: { name: LIMITS_NAME } }] : []),
    ],
  });
}

function routers(context: RenderContext): PlatformObject {
  const { router, defaultTenant } = context.fleet.receive;
  return deployment(context, {
    name: NAMES.receiveRouter,
    replicas: router.replicas,
    containers: [
      thanosContainer(context, {
        name: NAMES.receiveRouter,
        args: [
          'receive',
          `--remote-write.address=0.0.0.0:${PORTS.remoteWrite}`,
          // A router keeps nothing; the label tells its own series apart, as Receive demands one.
          '--label=receive_router="$(POD_NAME)"',
          `--receive.default-tenant-id=${defaultTenant}`,
          ...hashringArguments(context),
        ],
        ports: { 'remote-write': PORTS.remoteWrite },
        resources: router.resources,
        env: [fieldEnv('POD_NAME', 'metadata.name')],
        mounts: [HASHRINGS_MOUNT],
      }),
    ],
    volumes: [hashringVolume],
  });
}
