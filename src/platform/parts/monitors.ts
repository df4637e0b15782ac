import { metadata } from '../builders.ts';
import type { RenderContext } from '../context.ts';
import type { ScrapeEndpoint } from '../custom-resources.ts';
import type { PlatformObject } from '../kubernetes.ts';
import { LABELS, NAMES, PART_OF } from '../names.ts';

/** What the Agent scrapes of the pipeline itself: all its pods, and the kubelet. */
export function monitors(context: RenderContext): PlatformObject[] {
  const [namespace = '', name = ''] = NAMES.kubeletService.split('/');
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: metadata(context, PART_OF),
      spec: {
        // The job is the part's own name, whatever Service stands before it.
        jobLabel: LABELS.name,
        selector: {
          matchLabels: { [LABELS.partOf]: PART_OF },
          // These have a ServiceMonitor of their own, whose labels are about others than themselves.
          matchExpressions: [
            {
              key: LABELS.name,
              operator: 'NotIn',
              values: [NAMES.kubeStateMetrics, NAMES.nodeExporter, NAMES.operator],
            },
          ],
        },
        // The operator calls the port of what it makes `web`.
        podMetricsEndpoints: [{ port: 'http' }, { port: 'web' }],
      },
    },
    ...(context.fleet.monitors.kubelet
      ? [
          {
            apiVersion: 'monitoring.coreos.com/v1' as const,
            kind: 'ServiceMonitor' as const,
            metadata: metadata(context, name),
            spec: {
              jobLabel: LABELS.name,
              selector: { matchLabels: { [LABELS.name]: name } },
              namespaceSelector: { matchNames: [namespace] },
              endpoints: [kubelet('/metrics'), kubelet('/metrics/cadvisor')],
              ...samplesOfAll(context),
            },
          },
        ]
      : []),
  ];
}

/** How many times the limit of one application's scrape: these tell of all objects of a cluster or node in one. */
const OF_ALL = 10;

/** The limit of a scrape that is about everything. Its own: the Agent's stands for monitors that have none. */
export function samplesOfAll({ cluster }: RenderContext): { sampleLimit?: number } {
  const { samples } = cluster.agent.limits;
  return samples === null ? {} : { sampleLimit: samples * OF_ALL };
}

const ACCOUNT_DIR = '/var/run/secrets/kubernetes.io/serviceaccount';

function kubelet(path: string): ScrapeEndpoint {
  return {
    port: 'https-metrics',
    scheme: 'https',
    path,
    honorLabels: true,
    // cAdvisor puts times of its own on its samples, and not always in their order: they would be refused.
    ...(path.endsWith('cadvisor') && { honorTimestamps: false }),
    bearerTokenFile: `${ACCOUNT_DIR}/token`,
    // A kubelet's certificate is often of its own making, and the token is for it alone.
    tlsConfig: { caFile: `${ACCOUNT_DIR}/ca.crt`, insecureSkipVerify: true },
    relabelings: [{ action: 'replace', sourceLabels: ['__metrics_path__'], targetLabel: 'metrics_path' }],
    metricRelabelings: [
      // Sums over sandboxes and slices count everything twice.
      ...(path.endsWith('cadvisor')
        ? [
            {
              action: 'drop' as const,
              sourceLabels: ['__name__', 'container', 'pod'],
              regex: 'container_(cpu|memory)_.*;;.*',
            },
          ]
        : []),
      {
        action: 'drop',
        sourceLabels: ['__name__'],
        regex:
          '(apiserver|rest_client|storage_operation|kubelet_runtime_operations_duration|container_(tasks_state|memory_failures_total|blkio_.*|fs_.*))_.*|container_(tasks_state|memory_failures_total)',
      },
    ],
  };
}
