import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-missing', {
  says: [
    'KubeletDown: Kubelet has disappeared from Prometheus target discovery.',
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
