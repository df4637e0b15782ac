import { describeTexts } from '../../texts.testing.ts';

describeTexts('grafana/datasource-default-conflict', {
  says: [
    'logger=provisioning t=2026-11-21T18:54:26Z level=error msg="Failed to provision data sources" error="Datasource provisioning error: datasource.yaml config is invalid. Only one datasource per organization can be marked as default"',
    'Error: ✗ Datasource provisioning error: datasource.yaml config is invalid. Only one datasource per organization can be marked as default',
    '{"level":"error","logger":"provisioning","msg":"Failed to provision data sources","error":"Datasource provisioning error: datasource.yaml config is invalid. Only one datasource per organization can be marked as default"}',
  ],
  not: {
    'logger=provisioning.datasources level=info msg="inserting datasource from configuration" name=Loki uid=loki':
      null,
  },
});
