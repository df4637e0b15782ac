import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/timestamps-rejected', {
  says: [
    'ts=2023-05-05T05:05:05.555Z caller=scrape.go:1689 level=warn component="scrape manager" scrape_pool=shop target=http://10.0.0.5:8080/metrics msg="Error on ingesting samples with different value but same timestamp" num_dropped=12',
    'time=2025-05-05T05:05:05.555Z level=WARN source=scrape.go:1946 msg="Error on ingesting out-of-order samples" component="scrape manager" scrape_pool=cadvisor target=https://10.0.0.5:10250/metrics/cadvisor num_dropped=3',
    '{"level":"WARN","msg":"Error on ingesting samples that are too old or are too far into the future","component":"scrape manager","scrape_pool":"federate","num_dropped":4}',
    '[FIRING:1] PrometheusDuplicateTimestamps (prometheus-k8s-0)',
    'PrometheusOutOfOrderTimestamps is firing',
  ],
  not: {
    'level=warn component=receive-writer tenant=default-tenant msg="Error on ingesting out-of-order samples" numDropped=5':
      'remote-write/out-of-order',
    'level=warn component="rule manager" msg="Error on ingesting out-of-order result from rule evaluation" num_dropped=2':
      'rule/evaluation-failing',
    'level=warn component="scrape manager" msg="Error on ingesting out-of-order exemplars" num_dropped=2':
      null,
  },
});
