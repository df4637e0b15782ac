import type { RemoteWriteSettings } from '../../fleet/file/settings.ts';
import {
  claim,
  clusterRights,
  metadata,
  objectLabels,
  POD_SECURITY,
  requirements,
  secretSelector,
  serviceAccount,
  spreading,
} from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { RemoteWriteSpec } from '../custom-resources.ts';
import { imageOf } from '../images.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { LABELS, NAMES, PART_OF } from '../names.ts';

const ACCOUNT = 'prometheus-agent';

/** What the Agent may read: targets, and the kubelet's metrics. */
export function agentRights(context: RenderContext): PlatformObject[] {
  const watch = ['get', 'list', 'watch'];
  return [
    serviceAccount(context, ACCOUNT),
    ...clusterRights(context, ACCOUNT, [
      { apiGroups: [''], resources: ['services', 'endpoints', 'pods', 'nodes'], verbs: watch },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
      { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
    ]),
  ];
}

/** What every workload of the operator has in common. */
export function managed(
  context: RenderContext,
  part: { name: string; software: 'prometheus' | 'thanos' | 'alertmanager'; replicas: number },
) {
  const { fleet } = context;
  const affinity = spreading(fleet, part);
  return {
    version: `v${fleet.versions[part.software]}`,
    image: imageOf(fleet, part.software),
    replicas: part.replicas,
    ...(fleet.pullSecrets.length > 0 && { imagePullSecrets: fleet.pullSecrets.map((name) => ({ name })) }),
    podMetadata: { labels: { [LABELS.partOf]: PART_OF, [LABELS.fleet]: fleet.name } },
    securityContext: POD_SECURITY,
    ...(affinity && { affinity }),
  };
}

export function volume(context: RenderContext, storage: string | null) {
  if (storage === null) return { emptyDir: {} };
  const { spec } = claim(context, 'db', storage);
  return {
    volumeClaimTemplate: {
      spec: {
        accessModes: ['ReadWriteOnce'] as ['ReadWriteOnce'],
        resources: { requests: { storage } },
        ...(spec?.storageClassName !== undefined && { storageClassName: spec.storageClassName }),
      },
    },
  };
}

/** The Prometheus Agent of a cluster, as a custom resource. */
export function agent(context: RenderContext): PlatformObject[] {
  const { fleet, cluster } = context;
  const { agent: settings } = cluster;
  const { samples, targets, labels, bodySize } = settings.limits;
  const everything = {};
  const namespaces =
    fleet.monitors.namespaces === null
      ? {}
      : {
          matchExpressions: [
            {
              key: 'kubernetes.io/metadata.name',
              operator: 'In',
              values: [...new Set([cluster.namespace, ...fleet.monitors.namespaces])],
            },
          ],
        };
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1alpha1',
      kind: 'PrometheusAgent',
      metadata: {
        ...metadata(context, NAMES.agent, ACCOUNT),
        labels: objectLabels(fleet, ACCOUNT),
      },
      spec: {
        ...managed(context, { name: ACCOUNT, software: 'prometheus', replicas: settings.replicas }),
        resources: requirements(settings.resources),
        serviceAccountName: ACCOUNT,
        scrapeInterval: settings.scrapeInterval,
        scrapeTimeout: settings.scrapeTimeout,
        externalLabels: { ...cluster.labels },
        // Two replicas send the same series: Query makes one of them by this label. One needs none.
        replicaExternalLabelName: settings.replicas > 1 ? 'prometheus_replica' : '',
        prometheusExternalLabelName: '',
        walCompression: settings.walCompression,
        ...(samples !== null && { sampleLimit: samples }),
        ...(targets !== null && { targetLimit: targets }),
        ...(labels !== null && { labelLimit: labels }),
        ...(bodySize !== null && { bodySizeLimit: bodySize }),
        additionalArgs: [
          { name: 'storage.agent.retention.min-time', value: settings.wal.minTime },
          { name: 'storage.agent.retention.max-time', value: settings.wal.maxTime },
          { name: 'storage.agent.wal-truncate-frequency', value: settings.wal.truncateFrequency },
        ],
        storage: volume(context, settings.storage),
        remoteWrite: [remoteWriteSpec(cluster.remoteWrite)],
        serviceMonitorSelector: everything,
        serviceMonitorNamespaceSelector: namespaces,
        podMonitorSelector: everything,
        podMonitorNamespaceSelector: namespaces,
        probeSelector: everything,
        probeNamespaceSelector: namespaces,
        scrapeConfigSelector: everything,
        scrapeConfigNamespaceSelector: namespaces,
      },
    },
  ];
}

export function remoteWriteSpec(settings: RemoteWriteSettings): RemoteWriteSpec {
  const { auth, tls } = settings;
  const tlsConfig = {
    ...(tls.ca !== null && { ca: { secret: secretSelector(tls.ca) } }),
    ...(tls.serverName !== null && { serverName: tls.serverName }),
    ...(tls.insecureSkipVerify && { insecureSkipVerify: true }),
  };
  return {
    name: 'thanos-receive',
    url: settings.url,
    remoteTimeout: settings.timeout,
    ...(settings.tenant !== null && { headers: { 'THANOS-TENANT': settings.tenant } }),
    ...(auth.type === 'basic' && {
      basicAuth: { username: secretSelector(auth.username), password: secretSelector(auth.password) },
    }),
    ...(auth.type === 'bearer' && {
      authorization: { type: 'Bearer' as const, credentials: secretSelector(auth.token) },
    }),
    ...(Object.keys(tlsConfig).length > 0 && { tlsConfig }),
    queueConfig: { ...settings.queue },
    ...(settings.drop.length > 0 && {
      writeRelabelConfigs: [
        { sourceLabels: ['__name__'], regex: settings.drop.join('|'), action: 'drop' as const },
      ],
    }),
  };
}
