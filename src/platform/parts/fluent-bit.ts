import {
  asText,
  clusterRights,
  configMap,
  container,
  daemonSet,
  fieldEnv,
  secretEnv,
  serviceAccount,
} from '../builders.ts';
import type { RenderContext } from '../context.ts';
import { imageOf } from '../images.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { NAMES, PORTS } from '../names.ts';

const CONFIG = 'fluent-bit-config';

export function fluentBitRights(context: RenderContext): PlatformObject[] {
  if (!context.fleet.logs.enabled) return [];
  return [
    serviceAccount(context, NAMES.fluentBit),
    ...clusterRights(context, NAMES.fluentBit, [
      { apiGroups: [''], resources: ['namespaces', 'pods'], verbs: ['get', 'list', 'watch'] },
    ]),
  ];
}

/** Fluent Bit on every node: container logs to OpenSearch, with the pod that they are of. */
export function fluentBit(context: RenderContext): PlatformObject[] {
  const { logs } = context.fleet;
  if (!logs.enabled || logs.host === null) return [];
  const name = NAMES.fluentBit;
  const made = daemonSet(context, {
    name,
    serviceAccountName: name,
    containers: [
      container({
        name,
        image: imageOf(context.fleet, 'fluentBit'),
        args: ['--config=/fluent-bit/config/fluent-bit.yaml'],
        ports: { http: PORTS.fluentBit },
        resources: logs.resources,
        env: [
          fieldEnv('NODE_NAME', 'spec.nodeName'),
          ...(logs.username === null ? [] : [secretEnv('OPENSEARCH_USER', logs.username)]),
          ...(logs.password === null ? [] : [secretEnv('OPENSEARCH_PASSWORD', logs.password)]),
        ],
        probes: { port: 'http', ready: '/api/v1/health', live: '/' },
        mounts: [
          { name: 'config', mountPath: '/fluent-bit/config', readOnly: true },
          { name: 'logs', mountPath: '/var/log', readOnly: true },
          { name: 'state', mountPath: '/fluent-bit/state' },
        ],
      }),
    ],
    volumes: [
      { name: 'config', configMap: { name: CONFIG } },
      { name: 'logs', hostPath: { path: '/var/log' } },
      // Where it was in each file, and what could not be sent yet, outlives the pod.
      { name: 'state', hostPath: { path: '/var/lib/fluent-bit', type: 'DirectoryOrCreate' } },
    ],
  });
  const pod = made.spec?.template.spec;
  // Log files of containers belong to root.
  if (pod) {
    Object.assign(pod, { tolerations: [{ operator: 'Exists' }], securityContext: { runAsUser: 0 } });
  }
  return [configMap(context, CONFIG, name, { 'fluent-bit.yaml': asText(config(context, logs.host)) }), made];
}

/** Fluent Bit takes YAML since 2.0. Its kubernetes filter finds the pod by the tag's file name. */
function config(context: RenderContext, host: string): object {
  const { logs } = context.fleet;
  return {
    service: {
      flush: 5,
      http_server: 'on',
      http_port: PORTS.fluentBit,
      health_check: 'on',
      'storage.path': '/fluent-bit/state/storage',
    },
    pipeline: {
      inputs: [
        {
          name: 'tail',
          path: '/var/log/containers/*.log',
          tag: 'kube.*',
          // containerd writes CRI lines, older Docker nodes JSON: both are read.
          'multiline.parser': 'cri, docker',
          db: '/fluent-bit/state/tail.db',
          mem_buf_limit: '32MB',
          skip_long_lines: 'on',
          'storage.type': 'filesystem',
        },
      ],
      filters: [
        {
          name: 'kubernetes',
          match: 'kube.*',
          merge_log: 'on',
          keep_log: 'off',
          buffer_size: '64KB',
        },
        { name: 'modify', match: 'kube.*', add: `cluster ${context.cluster.name}` },
      ],
      outputs: [
        {
          name: 'opensearch',
          match: 'kube.*',
          host,
          port: logs.port,
          tls: logs.tls ? 'on' : 'off',
          'tls.verify': 'on',
          ...(logs.username !== null && { http_user: `\${OPENSEARCH_USER}` }),
          ...(logs.password !== null && { http_passwd: `\${OPENSEARCH_PASSWORD}` }),
          logstash_format: 'on',
          logstash_prefix: logs.indexPrefix,
          replace_dots: 'on',
          // OpenSearch 2 and later refuse a mapping type.
          suppress_type_name: 'on',
          retry_limit: 10,
          'storage.total_limit_size': '1G',
        },
      ],
    },
  };
}
