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
