import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/cluster-variable-broken', {
  says: [
    'Templating [cluster] Error updating options: invalid parameter "match[]": 1:4: parse error: unexpected identifier',
    'Error updating options: bad_data: invalid parameter "query"',
    'Templating init failed: query processor error',
    'logger=context level=info msg="Request Completed" method=GET path=/api/datasources/uid/prom/resources/api/v1/label/cluster/values status=422 duration=3ms',
    '{"status":"error","errorType":"bad_data","error":"parse error: unexpected character: \'$\' in up{cluster=~$cluster}"}',
  ],
  not: {
    'logger=context level=info msg="Request Completed" path=/api/datasources/uid/prom/resources/api/v1/label/cluster/values status=200':
      null,
    '"query": "label_values(up, cluster)",': null,
    'Templating Failed to upgrade legacy queries Datasource named prometheus-k8s was not found':
      'grafana/datasource-missing',
  },
});
