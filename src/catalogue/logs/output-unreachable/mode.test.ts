import { describeTexts } from '../../texts.testing.ts';

describeTexts('logs/output-unreachable', {
  says: [
    '[2026/11/21 10:00:00] [error] [net] TCP connection failed: opensearch.logging.svc.cluster.local:9200 (Connection refused)',
    '[2026/11/21 10:00:00] [error] [upstream] connection #58 to tcp://10.96.3.3:9200 timed out after 10 seconds (connection timeout)',
    '[2026/11/21 10:00:00] [error] [output:opensearch:opensearch.0] no upstream connections available to opensearch:9200',
    "[2026/11/21 10:00:00] [ warn] [net] getaddrinfo(host='opensearch.logging.svc', err=12): Timeout while contacting DNS servers",
    '[2026/11/21 10:00:00] [error] [output:es:es.0] HTTP status=503 URI=/_bulk, response:',
  ],
  not: {
    "[2026/11/21 10:00:00] [ info] [engine] flush chunk '1-1673.flb' succeeded at retry 1: task_id=0, input=tail.0 > output=es.0 (out_id=0)":
      null,
    "[2026/11/21 10:00:00] [ warn] [engine] failed to flush chunk '1-1673.flb', retry in 9 seconds: task_id=0, input=tail.0 > output=es.0 (out_id=0)":
      null,
    '[2026/11/21 10:00:00] [error] [upstream] connection #12 to tcp://kubernetes.default.svc:443 timed out after 10 seconds':
      null,
  },
});
