import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/datasource-wrong-url', {
  says: [
    'logger=tsdb.prometheus t=2026-11-21T07:11:22Z level=error msg="Instant query failed" query=1+1 err="Post \\"http://localhost:9090/api/v1/query\\": dial tcp 127.0.0.1:9090: connect: connection refused"',
    'Post "http://thanos-qurey.monitoring.svc:9090/api/v1/query": dial tcp: lookup thanos-qurey.monitoring.svc on 10.96.0.10:53: no such host - There was an error returned querying the Prometheus API.',
    '404 Not Found - There was an error returned querying the Prometheus API.',
    'Error reading Prometheus: bad_response: readObjectStart: expect { or n, but found <, error found in #1 byte of ...|<html> <|...',
    'ReadObject: expect { or , or } or n, but found <, error found in #1 byte of ...|<html> <he|...',
    'logger=data-proxy-log userId=1 orgId=1 uname=admin path=/api/datasources/proxy/uid/prom/api/v1/query_range t=2026-11-21T07:11:22Z level=error msg="Proxy request failed" err="dial tcp 10.96.3.4:10901: connect: connection refused"',
    '{"dsName":"Prometheus","dsUID":"prom","endpoint":"queryData","level":"error","logger":"tsdb.prometheus","msg":"Error querying data source","error":"Post \\"http://query:9090/api/v1/query_range\\": dial tcp: lookup query on 10.96.0.10:53: no such host"}',
  ],
  not: {
    'logger=tsdb.prometheus level=error msg="Range query failed" error="bad_data: 1:144: parse error: unclosed left parenthesis"':
      null,
    '401 Unauthorized - There was an error returned querying the Prometheus API.': null,
    'logger=context userId=1 orgId=1 level=info msg="Request Completed" method=POST path=/api/ds/query status=200':
      null,
  },
});

describeChanged('grafana/datasource-wrong-url', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'grafana',
    image: 'docker.io/grafana/grafana:11.5.2',
    configMaps: [
      {
        name: 'metrics-source',
        path: '/etc/grafana/provisioning/datasources',
        data: {
          'a.yaml': 'datasources:\n  - {name: P, type: prometheus, url: "http://thanos-qurey:10902"}\n',
        },
      },
    ],
  }),
  at: { role: 'grafana', name: 'grafana' },
  hidden: /configmaps|\/api\/v1\/services/,
});
