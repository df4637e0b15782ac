import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/datasource-missing', {
  says: [
    'logger=provisioning t=2026-11-21T07:11:22.022Z level=error msg="Failed to provision data sources" error="Datasource provisioning error: data source not found"',
    'Datasource named prometheus-k8s was not found',
    'Failed to upgrade legacy queries Datasource prometheus-k8s was not found',
    '{"logger":"ngalert.eval","level":"error","msg":"Failed to build rule evaluator","error":"failed to build query \'A\': data source not found"}',
    '{"message":"Data source not found","traceID":""}',
    '{"accessErrorId":"","message":"Query does not contain a valid data source identifier"}',
  ],
  not: {
    'logger=provisioning.datasources t=2026-11-21T07:11:22Z level=info msg="inserting datasource from configuration" name=Prometheus uid=prom':
      null,
    'logger=provisioning level=error msg="Failed to provision data sources" error="Datasource provisioning error: datasource.yaml config is invalid. Only one datasource per organization can be marked as default"':
      'grafana/datasource-default-conflict',
  },
});
