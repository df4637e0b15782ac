import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { describeChanged, targetAdded, wordsAre } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-missing', {
  says: [
    'KubeProxyDown: KubeProxy has disappeared from Prometheus target discovery.',
    'summary: Target disappeared from Prometheus target discovery.',
    'flash-pay-health (0/0 up)',
    'prometheus_target_scrape_pool_targets{scrape_job="shop"} 0',
    '{"status":"success","data":{"activeTargets":[],"droppedTargets":[]}}',
    'level=error component="scrape manager" scrape_pool=shop msg="Creating target failed" err="instance 0 in group shop: no address"',
    'No active targets in this scrape pool.',
  ],
  not: {
    'shop (3/3 up)': null,
    'prometheus_target_scrape_pool_targets{scrape_job="shop"} 3': null,
    'serviceMonitor/monitoring/shop/0 (0/0 up)': 'agent/monitor-not-selected',
    'prometheus_target_sync_failed_total{scrape_job="pods"} 0': null,
  },
});

// A job by a fixed name: neither the Service nor a workload of this name is there.
describeChanged('scrape/target-missing', {
  from: 'healthy',
  change: targetAdded(
    'cluster-02',
    'http://pay.shop.svc.cluster.local:3100/metrics',
    'Get "http://pay.shop.svc.cluster.local:3100/metrics": dial tcp: lookup pay.shop.svc.cluster.local on 10.96.0.10:53: no such host',
  ),
  at: { role: 'target', cluster: 'cluster-02', name: 'pay' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});

/** One more job in the configuration that runs, which keeps the pods of one application. */
const job = (value: string) =>
  wordsAre(
    'cluster-02',
    /\/status\/config/,
    'scrape_configs:\\n',
    `scrape_configs:\\n- job_name: pay\\n  kubernetes_sd_configs:\\n  - role: pod\\n  relabel_configs:\\n  - source_labels: [__meta_kubernetes_pod_label_app_kubernetes_io_name]\\n    regex: ${value}\\n    action: keep\\n`,
  );

describeChanged('scrape/target-missing', {
  from: 'healthy',
  change: job('pay'),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});

describe('a job without targets that is no fault', () => {
  it.each([
    ['takes whatever is annotated', '.+'],
    ['keeps pods that are there and drops them otherwise', 'shop'],
  ])('names no cause where it %s', async (_, value) => {
    const { diagnosis } = await replayChanged('healthy', job(value));
    expect(diagnosis.causes).toEqual([]);
  });
});
