import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, objectsAdded, operatorRuns, replaced } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/monitor-not-selected', {
  says: [
    'serviceMonitor/monitoring/node-exporter/0 (0/0 up)',
    'podMonitor/shop/shop/0 0 / 0 up',
    'prometheus_target_scrape_pool_targets{scrape_job="serviceMonitor/monitoring/shop/0"} 0',
    'prometheus_operator_managed_resources{controller="prometheus-agent",name="a",namespace="monitoring",resource="ServiceMonitor",state="selected"} 0',
  ],
  not: {
    'serviceMonitor/monitoring/node-exporter/0 (3/3 up)': null,
    'prometheus_target_sync_failed_total{scrape_job="serviceMonitor/monitoring/shop/0"} 0': null,
    'prometheus_operator_managed_resources{resource="ServiceMonitor",state="rejected"} 0': null,
  },
});

const shopMonitor = objectsAdded('cluster-02', /\/servicemonitors\?/, {
  metadata: {
    ...{ name: 'shop', namespace: 'shop', labels: { team: 'shop' } },
    creationTimestamp: '2026-11-21T08:00:00Z',
  },
  spec: { selector: {}, endpoints: [{ port: 'http' }] },
});

describeChanged('agent/monitor-not-selected', {
  from: 'healthy',
  change: changes(operatorRuns('cluster-02', { matchLabels: { release: 'pipeline' } }), shopMonitor),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /monitors\?|prometheus-agent-0:9090\/proxy\//,
});

describe('a monitor that leads to no target and is no fault', () => {
  it('selects no Service: what it is for does not run here', async () => {
    const idle = objectsAdded('cluster-02', /\/servicemonitors\?/, {
      metadata: { name: 'etcd', namespace: 'kube-system', creationTimestamp: '2026-11-21T08:00:00Z' },
      spec: { selector: { matchLabels: { component: 'etcd' } }, endpoints: [{ port: 'metrics' }] },
    });
    const { diagnosis } = await replayChanged('healthy', changes(operatorRuns('cluster-02', {}), idle));
    expect(diagnosis.causes).toEqual([]);
  });
});

describe('a PodMonitor whose pods run and that leads to no target', async () => {
  const monitor = (port: string) =>
    objectsAdded('cluster-02', /\/podmonitors\?/, {
      metadata: { name: 'shop', namespace: 'shop', creationTimestamp: '2026-11-21T08:00:00Z' },
      spec: { selector: {}, podMetricsEndpoints: [{ port }] },
    });
  const job = replaced(
    /cluster-02 .*(status\/config|configmaps\/)/,
    'job_name: ',
    'job_name: podMonitor/shop/shop/',
  );
  const confirmed = async (port: string) => {
    const none = objectsAdded('cluster-02', /\/servicemonitors\?/);
    const made = changes(operatorRuns('cluster-02', {}), none, monitor(port), job);
    const { diagnosis } = await replayChanged('healthy', made);
    return diagnosis.causes.filter((cause) => cause.confirmed);
  };

  it('names a port that none of them has', async () => {
    const [cause] = await confirmed('no-such-port');
    expect(cause?.mode).toBe('agent/monitor-not-selected');
    expect(cause?.sign.facts.detail).toMatch(/^port no-such-port is none of the pods, which have \S/);
  });

  it('is nothing where they have it: the targets may be on their way', async () => {
    expect(await confirmed('http')).toEqual([]);
  });
});
