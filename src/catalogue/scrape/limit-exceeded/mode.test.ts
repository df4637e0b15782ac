import { describeChanged, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/limit-exceeded', {
  says: [
    '"lastError": "sample limit exceeded",',
    'level=debug component="scrape manager" scrape_pool=shop msg="Append failed" err="label_limit exceeded (metric: http_requests_total, number of labels: 40, limit: 30)"',
    '"lastError": "body size limit exceeded"',
    '{"lastError":"target_limit exceeded (number of targets: 120, limit: 100)"}',
    'label_value_length_limit exceeded (metric: x, label name: path, value: "/a", length: 300, limit: 200)',
    '[FIRING:1] PrometheusScrapeSampleLimitHit prometheus-agent-0',
    'alertname = PrometheusScrapeBodySizeLimitHit',
  ],
  not: {
    'prometheus_target_scrapes_exceeded_sample_limit_total 0': null,
    'rpc error: code = ResourceExhausted desc = exceeded series limit: limit 1000 violated':
      'query/overloaded',
  },
});

describeChanged('scrape/limit-exceeded', {
  from: 'healthy',
  change: targetsFail('cluster-02', ':9100', 'sample limit exceeded'),
  at: { role: 'exporter', cluster: 'cluster-02', name: 'node-exporter' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
