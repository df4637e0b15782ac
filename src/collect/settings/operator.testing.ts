import type { FakeObject } from '../fake-cluster.testing.ts';

/**
 * What the Prometheus Operator makes of its resources, by hand: names, arguments, volumes and configurations as
 * v0.85.0 writes them (`pkg/prometheus/agent/statefulset.go`, `pkg/thanos/statefulset.go`,
 * `pkg/alertmanager/statefulset.go`, `pkg/prometheus/promcfg.go`), as far as settings are told by them.
 */
export function operated(objects: readonly FakeObject[]): FakeObject[] {
  return objects.flatMap((object) => {
    if (object.kind === 'PrometheusAgent') return [object, agent(object)];
    if (object.kind === 'ThanosRuler') return [object, ruler(object)];
    return object.kind === 'Alertmanager' ? [object, alertmanager(object)] : [object];
  });
}

interface Made {
  name: string;
  container: string;
  args: string[];
  mountPath: string;
  volumes?: object[];
  mounts?: object[];
}

function statefulSet({ kind, metadata, spec }: FakeObject, made: Made): FakeObject {
  const volume = `${made.name}-db`;
  const template = spec.storage?.volumeClaimTemplate;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      ...{ name: made.name, namespace: metadata.namespace ?? '', labels: metadata.labels ?? {} },
      ownerReferences: [{ kind, name: metadata.name, controller: true }],
    },
    spec: {
      replicas: spec.replicas,
      template: {
        metadata: { labels: { ...spec.podMetadata?.labels, 'app.kubernetes.io/instance': metadata.name } },
        spec: {
          imagePullSecrets: spec.imagePullSecrets,
          affinity: spec.affinity,
          containers: [
            {
              name: made.container,
              image: spec.image,
              args: made.args,
              resources: spec.resources,
              volumeMounts: [
                { name: volume, mountPath: made.mountPath, subPath: 'db' },
                ...(made.mounts ?? []),
              ],
            },
            {
              name: 'config-reloader',
              image: 'quay.io/prometheus-operator/prometheus-config-reloader:v0.85.0',
              args: ['--reload-url=http://127.0.0.1:9090/-/reload'],
            },
          ],
          volumes: [...(template ? [] : [{ name: volume, emptyDir: {} }]), ...(made.volumes ?? [])],
        },
      },
      ...(template && { volumeClaimTemplates: [{ metadata: { name: volume }, spec: template.spec }] }),
    },
  };
}

const CONFIG = '--config.file=/etc/prometheus/config_out/prometheus.env.yaml';

function agent(object: FakeObject): FakeObject {
  const { spec, metadata } = object;
  const name = `prom-agent-${metadata.name}`;
  return statefulSet(object, {
    name,
    container: 'prometheus',
    args: [
      CONFIG,
      '--agent',
      '--storage.agent.path=/prometheus',
      `--${spec.walCompression ? '' : 'no-'}storage.agent.wal-compression`,
      ...spec.additionalArgs.map((arg: { name: string; value: string }) => `--${arg.name}=${arg.value}`),
    ],
    mountPath: '/prometheus',
    volumes: [
      { name: 'config', secret: { secretName: name } },
      { name: 'tls-assets', projected: { sources: [{ secret: { name: `${name}-tls-assets-0` } }] } },
    ],
    mounts: [
      { name: 'config', mountPath: '/etc/prometheus/config' },
      { name: 'tls-assets', mountPath: '/etc/prometheus/certs' },
    ],
  });
}

function ruler(object: FakeObject): FakeObject {
  const { spec, metadata } = object;
  const { name: secret, key } = spec.objectStorageConfig;
  return statefulSet(object, {
    name: `thanos-ruler-${metadata.name}`,
    container: 'thanos-ruler',
    args: [
      'rule',
      '--data-dir=/thanos/data',
      `--eval-interval=${spec.evaluationInterval}`,
      `--tsdb.retention=${spec.retention}`,
      `--objstore.config-file=/etc/thanos/config/objstorage-config/${key}`,
    ],
    mountPath: '/thanos/data',
    volumes: [{ name: 'objstorage-config', secret: { secretName: secret } }],
    mounts: [{ name: 'objstorage-config', mountPath: '/etc/thanos/config/objstorage-config' }],
  });
}

function alertmanager(object: FakeObject): FakeObject {
  return statefulSet(object, {
    name: `alertmanager-${object.metadata.name}`,
    container: 'alertmanager',
    args: [
      '--config.file=/etc/alertmanager/config_out/alertmanager.env.yaml',
      '--storage.path=/alertmanager',
      '--data.retention=120h',
      '--cluster.listen-address=',
      '--web.listen-address=:9093',
    ],
    mountPath: '/alertmanager',
  });
}

/** The configuration with which an Agent of this resource runs, as its API tells it. JSON is YAML. */
export function runningConfig(objects: readonly FakeObject[]): string {
  const { spec } = objects.find(({ kind }) => kind === 'PrometheusAgent') ?? { spec: {} };
  const jobs = objects.filter(({ kind }) => kind === 'ServiceMonitor' || kind === 'PodMonitor');
  return JSON.stringify({
    global: {
      scrape_interval: spec.scrapeInterval,
      scrape_timeout: spec.scrapeTimeout,
      external_labels: spec.externalLabels,
      sample_limit: spec.sampleLimit,
      target_limit: spec.targetLimit,
      label_limit: spec.labelLimit,
      // Prometheus writes sizes in its own way.
      body_size_limit: spec.bodySizeLimit?.replace(/B$/, 'iB'),
    },
    scrape_configs: jobs.map(({ kind, metadata }) => ({
      job_name: `${kind === 'PodMonitor' ? 'podMonitor' : 'serviceMonitor'}/${metadata.namespace}/${metadata.name}/0`,
    })),
    remote_write: spec.remoteWrite.map(remoteWrite),
  });
}

function remoteWrite(entry: FakeObject): object {
  const queue = entry.queueConfig;
  const relabel = (rule: Record<string, unknown>) => ({
    ...{ action: rule.action, regex: rule.regex, source_labels: rule.sourceLabels, separator: ';' },
  });
  return {
    url: entry.url,
    name: entry.name,
    remote_timeout: entry.remoteTimeout,
    headers: entry.headers,
    ...(entry.basicAuth && { basic_auth: { username: 'somebody', password: '<secret>' } }),
    ...(entry.authorization && { authorization: { type: 'Bearer', credentials: '<secret>' } }),
    ...(entry.tlsConfig && {
      tls_config: {
        ...(entry.tlsConfig.ca && { ca_file: '/etc/prometheus/certs/0_ca' }),
        server_name: entry.tlsConfig.serverName,
        insecure_skip_verify: entry.tlsConfig.insecureSkipVerify ?? false,
      },
    }),
    queue_config: {
      capacity: queue.capacity,
      min_shards: queue.minShards,
      max_shards: queue.maxShards,
      max_samples_per_send: queue.maxSamplesPerSend,
      batch_send_deadline: queue.batchSendDeadline,
      min_backoff: queue.minBackoff,
      max_backoff: queue.maxBackoff,
    },
    write_relabel_configs: entry.writeRelabelConfigs?.map(relabel),
  };
}
