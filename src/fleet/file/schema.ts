import { z } from 'zod';

/**
 * The schema of `fleet.yaml`. Everything but `name` and `clusters` may be left out: `profiles.ts` has what is
 * taken then. Words are those of the software that a setting reaches. A field that may be null means "none" by it.
 */
export const FLEET_SCHEMA_ID = 'fleetmedic/fleet/v1';

/** Names of Kubernetes objects and namespaces (RFC 1123 label). */
const label = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, { error: 'not-a-name' });
const host = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, { error: 'not-a-host' });
/** Prometheus' durations, also in the combined form `1h30m`. */
const duration = z.string().regex(/^(\d+(ms|s|m|h|d|w|y))+$/, { error: 'not-a-duration' });
const bytes = z.string().regex(/^\d+(B|KB|MB|GB|TB)$/, { error: 'not-a-size' });
/** Kubernetes' quantities, as people write them: `500m`, `2`, `512Mi`, `50Gi`. */
const quantity = z.string().regex(/^\d+(\.\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/, { error: 'not-a-quantity' });
const count = z.int().min(0).max(10_000_000);
const replicas = z.int().min(0).max(100);
const port = z.int().min(1).max(65_535);
const version = z.string().regex(/^\d+\.\d+\.\d+([-+.][0-9A-Za-z.-]+)?$/, { error: 'not-a-version' });
const labelName = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, { error: 'not-a-label-name' });
const url = z.url({ protocol: /^https?$/, error: 'not-a-url' });
const regex = z.string().max(10_000);
/** Addresses as CIDR, of either family. */
const range = z.string().regex(/^[0-9a-fA-F:.]{2,45}\/\d{1,3}$/, { error: 'not-a-range' });

const resources = z.strictObject({
  cpu: quantity.describe('requested CPU').optional(),
  memory: quantity.describe('requested memory').optional(),
  cpuLimit: quantity.nullable().describe('CPU limit; null for none').optional(),
  memoryLimit: quantity.nullable().describe('memory limit; null for none').optional(),
});

/** A key of a Secret. With `file`, `medic deploy` makes the Secret of it; else it must exist. */
const secretKey = (key: string) =>
  z.strictObject({
    name: label,
    key: z
      .string()
      .regex(/^[-._a-zA-Z0-9]+$/, { error: 'not-a-key' })
      .default(key),
    file: z
      .string()
      .min(1)
      .nullable()
      .describe('local file with its content, read by medic deploy')
      .default(null),
  });

const part = { replicas: replicas.optional(), resources: resources.optional() };
const storage = quantity.describe('size of each volume; null for a volume that ends with the pod').nullable();

const agent = z.strictObject({
  ...part,
  mode: z
    .enum(['agent', 'server', 'server-with-sidecar'])
    .describe('what scrapes; medic renders agents, and knows the others when it discovers them')
    .optional(),
  scrapeInterval: duration.optional(),
  scrapeTimeout: duration.optional(),
  limits: z
    .strictObject({
      samples: count.nullable().describe('samples per scrape').optional(),
      targets: count.nullable().describe('targets per monitor').optional(),
      labels: count.nullable().describe('labels per sample').optional(),
      bodySize: bytes.nullable().describe('bytes per scrape').optional(),
    })
    .optional(),
  walCompression: z.boolean().optional(),
  wal: z
    .strictObject({
      minTime: duration.describe('kept at least, sent or not').optional(),
      maxTime: duration.describe('dropped after, sent or not').optional(),
      truncateFrequency: duration.optional(),
    })
    .optional(),
  storage: storage.optional(),
});

const remoteWrite = z.strictObject({
  url: url.nullable().describe('null: the hub itself, or its ingress, is derived').optional(),
  tenant: z.string().min(1).max(253).nullable().describe('value of the tenant header').optional(),
  timeout: duration.optional(),
  auth: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('none') }),
      z.strictObject({
        type: z.literal('basic'),
        username: secretKey('username'),
        password: secretKey('password'),
      }),
      z.strictObject({ type: z.literal('bearer'), token: secretKey('token') }),
    ])
    .optional(),
  tls: z
    .strictObject({
      ca: secretKey('ca.crt').nullable().optional(),
      serverName: host.nullable().optional(),
      insecureSkipVerify: z.boolean().optional(),
    })
    .optional(),
  queue: z
    .strictObject({
      capacity: count.optional(),
      minShards: count.optional(),
      maxShards: count.optional(),
      maxSamplesPerSend: count.optional(),
      batchSendDeadline: duration.optional(),
      minBackoff: duration.optional(),
      maxBackoff: duration.optional(),
    })
    .optional(),
  drop: z.array(regex).describe('metric names that are not sent, as regular expressions').optional(),
});

const receive = z.strictObject({
  ...part,
  replicationFactor: z.int().min(1).max(100).optional(),
  hashring: z
    .strictObject({ name: label.optional(), algorithm: z.enum(['ketama', 'hashmod']).optional() })
    .optional(),
  retention: duration.describe('of the local database; 0d keeps all until it is uploaded').optional(),
  storage: storage.optional(),
  limits: z
    .strictObject({
      headSeries: count.nullable().describe('active series per tenant').optional(),
      samplesPerRequest: count.nullable().optional(),
      concurrency: count.nullable().describe('write requests at once').optional(),
    })
    .optional(),
  defaultTenant: z.string().min(1).max(253).optional(),
  replicaLabel: labelName.optional(),
  router: z
    .strictObject({ ...part, enabled: z.boolean().optional() })
    .describe('a routing tier before the ingestors')
    .optional(),
  nodePort: z.int().nullable().describe('port of every node for remote write; null for none').optional(),
  blockDuration: duration.describe('for labs only: short blocks are uploaded within minutes').optional(),
  outOfOrderWindow: duration.optional(),
});

const retention = z.strictObject({
  raw: duration.optional(),
  fiveMinutes: duration.optional(),
  oneHour: duration.optional(),
});

const subject = z.strictObject({
  kind: z.enum(['User', 'Group', 'ServiceAccount']),
  name: z.string().min(1).max(253),
  namespace: label.optional(),
});

/** How medic reads Grafana itself: an API server keeps the Authorization header of what it proxies. */
const grafanaApi = z.strictObject({
  url: url.describe('address of Grafana as medic reaches it'),
  token: z
    .union([
      z.strictObject({
        env: z
          .string()
          .regex(/^[A-Za-z_][A-Za-z0-9_]{0,100}$/, { error: 'not-a-key' })
          .describe('variable of medic that has the token'),
      }),
      z.strictObject({
        name: label.describe('Secret of the hub that has the token; it must exist'),
        key: z
          .string()
          .regex(/^[-._a-zA-Z0-9]+$/, { error: 'not-a-key' })
          .default('token'),
        namespace: label.nullable().describe('null: where the pipeline runs in the hub').default(null),
      }),
    ])
    .describe('token of a service account with the role Viewer, or finer'),
});

const channel = z.string().regex(/^[#@]?[^\s]{1,80}$/, { error: 'not-a-channel' });
const route = z.strictObject({
  severity: z.array(z.enum(['critical', 'warning', 'info'])).min(1),
  channel,
});

const cluster = z.strictObject({
  name: label,
  role: z
    .enum(['hub', 'edge'])
    .describe('exactly one is the hub; left out only where deployedBy is other and nobody could tell')
    .optional(),
  context: z.string().min(1).max(253).describe('kubeconfig context; the name if left out').optional(),
  labels: z
    .record(labelName, z.string().max(253))
    .describe('external labels; the identity label must differ between clusters')
    .optional(),
  namespace: label.optional(),
  storageClass: label.nullable().describe("null: the cluster's default class").optional(),
  agent: agent.optional(),
  remoteWrite: remoteWrite.optional(),
});

export const fleetFileSchema = z.strictObject({
  schema: z.literal(FLEET_SCHEMA_ID).optional(),
  name: label,
  profile: z
    .enum(['lab', 'small', 'production'])
    .describe('what is taken for all that is left out')
    .optional(),
  language: z.enum(['ko', 'en']).describe('of alerts and dashboards').optional(),
  deployedBy: z
    .enum(['medic', 'other'])
    .describe('other: medic watches, compares and diagnoses this pipeline, and does not deploy it')
    .optional(),
  identityLabel: labelName.describe('external label that tells clusters apart').optional(),
  namespace: label.describe('where the pipeline runs').optional(),
  clusters: z.array(cluster).min(1).max(1000),
  registry: z
    .string()
    .regex(/^[a-z0-9][-a-z0-9.:/_]*$/, { error: 'not-a-registry' })
    .nullable()
    .describe('a mirror from which all images are taken, by their last name')
    .optional(),
  pullSecrets: z.array(label).optional(),
  versions: z
    .strictObject({
      operator: version.optional(),
      prometheus: version.optional(),
      thanos: version.optional(),
      alertmanager: version.optional(),
      kubeStateMetrics: version.optional(),
      nodeExporter: version.optional(),
      memcached: version.optional(),
      grafana: version.optional(),
      fluentBit: version.optional(),
    })
    .optional(),
  agent: agent.optional(),
  monitors: z
    .strictObject({
      namespaces: z
        .array(label)
        .nullable()
        .describe('where ServiceMonitors and PodMonitors are taken from; null for everywhere')
        .optional(),
      nodeExporter: z.boolean().optional(),
      kubeStateMetrics: z.boolean().optional(),
      kubelet: z.boolean().optional(),
    })
    .optional(),
  remoteWrite: remoteWrite.optional(),
  receive: receive.optional(),
  objectStorage: z
    .strictObject({
      bucket: z.string().min(1).max(253).nullable().optional(),
      endpoint: z.string().min(1).max(300).nullable().optional(),
      secret: secretKey('objstore.yml').describe('the Secret that has the objstore configuration').optional(),
    })
    .optional(),
  store: z
    .strictObject({
      ...part,
      storage: storage.optional(),
      indexCacheSize: bytes.optional(),
      chunkPoolSize: bytes.optional(),
    })
    .optional(),
  compactor: z
    .strictObject({
      enabled: z.boolean().optional(),
      resources: resources.optional(),
      storage: storage.optional(),
      retention: retention.optional(),
      waitInterval: duration.optional(),
      concurrency: z.int().min(1).max(64).optional(),
    })
    .optional(),
  query: z
    .strictObject({
      ...part,
      timeout: duration.optional(),
      maxConcurrent: z.int().min(1).max(1000).optional(),
      replicaLabels: z.array(labelName).optional(),
    })
    .optional(),
  queryFrontend: z
    .strictObject({ ...part, enabled: z.boolean().optional(), splitInterval: duration.optional() })
    .optional(),
  cache: z
    .strictObject({
      ...part,
      enabled: z.boolean().optional(),
      memory: z.int().min(16).max(1_000_000).describe('of memcached, in MiB').optional(),
      maxItemSize: z.int().min(1).max(1024).describe('of memcached, in MiB').optional(),
    })
    .optional(),
  ruler: z
    .strictObject({
      ...part,
      enabled: z.boolean().optional(),
      storage: storage.optional(),
      evaluationInterval: duration.optional(),
      retention: duration.optional(),
    })
    .optional(),
  alertmanager: z
    .strictObject({
      ...part,
      enabled: z.boolean().optional(),
      storage: storage.optional(),
      slack: z
        .strictObject({
          url: secretKey('url'),
          routes: z.array(route).min(1),
          watchdog: channel.nullable().describe('gets the alert that always fires').default(null),
        })
        .nullable()
        .describe('where alerts go, by severity')
        .optional(),
      mutedEnvironments: z
        .array(z.string().min(1))
        .describe('values of the environment label whose alerts notify nobody')
        .optional(),
      groupWait: duration.optional(),
      groupInterval: duration.optional(),
      repeatInterval: duration.optional(),
    })
    .optional(),
  grafana: z
    .strictObject({
      ...part,
      enabled: z.boolean().optional(),
      storage: storage.optional(),
      admin: secretKey('admin-password').describe('password of the user admin').optional(),
      api: grafanaApi
        .nullable()
        .describe('lets medic read datasources and dashboards; null: it does not')
        .optional(),
    })
    .optional(),
  logs: z
    .strictObject({
      enabled: z.boolean().optional(),
      host: host.nullable().optional(),
      port: port.optional(),
      tls: z.boolean().optional(),
      indexPrefix: label.optional(),
      username: secretKey('username').nullable().optional(),
      password: secretKey('password').nullable().optional(),
      resources: resources.optional(),
    })
    .optional(),
  ingress: z
    .strictObject({
      controller: z.enum(['none', 'ingress-nginx', 'traefik', 'gateway']).optional(),
      className: label.nullable().describe('IngressClass, or the Gateway of the fleet').optional(),
      gatewayNamespace: label.nullable().optional(),
      receiveHost: host.nullable().describe('name under which edges reach Receive').optional(),
      grafanaHost: host.nullable().optional(),
      port: port.nullable().describe('port of the controller, where it is not that of the scheme').optional(),
      tlsSecret: label.nullable().describe('Secret with the certificate of these names').optional(),
    })
    .optional(),
  networkPolicies: z.boolean().optional(),
  pagesFrom: z
    .array(range)
    .nullable()
    .describe(
      'address ranges from which, besides the namespace, the read-only pages may be reached: those of the API servers, through which medic and people look; null: from everywhere',
    )
    .optional(),
  disruptionBudgets: z.boolean().optional(),
  antiAffinity: z.enum(['none', 'preferred', 'required']).optional(),
  quota: z
    .strictObject({ cpu: quantity, memory: quantity, storage: quantity.optional() })
    .nullable()
    .describe("the namespace's quota; null for none")
    .optional(),
  access: z
    .strictObject({
      view: z.array(subject).describe('who may diagnose').optional(),
      repair: z.array(subject).describe('who may repair').optional(),
      probe: z.array(subject).describe('who may try ways by short-lived pods (--probe)').optional(),
      dnsNamespace: label
        .describe("where the clusters' DNS runs: who may diagnose may look at it")
        .optional(),
    })
    .optional(),
  runbooks: url.describe("where the pages of alerts' failure modes are").optional(),
});

/** `fleet.yaml` as it is written, checked. */
export type FleetFile = z.output<typeof fleetFileSchema>;

/** The JSON Schema of `fleet.yaml`, for editors. */
export function fleetJsonSchema(): object {
  return { title: 'fleet.yaml of Fleetmedic', ...z.toJSONSchema(fleetFileSchema, { io: 'input' }) };
}
