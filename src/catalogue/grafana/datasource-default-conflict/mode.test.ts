import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
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

const file = (name: string, type: string) =>
  `apiVersion: 1\ndatasources:\n  - {name: ${name}, type: ${type}, url: "http://thanos-query:10902", isDefault: true}\n`;

describeChanged('grafana/datasource-default-conflict', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'grafana',
    image: 'docker.io/grafana/grafana:11.5.2',
    configMaps: [
      {
        name: 'metrics-source',
        data: { 'a.yaml': file('Prometheus', 'prometheus') },
        label: 'grafana_datasource',
      },
      { name: 'logs-source', data: { 'b.yaml': file('Loki', 'loki') }, label: 'grafana_datasource' },
    ],
  }),
  at: { role: 'grafana', name: 'grafana' },
  hidden: /configmaps\?|\/api\/v1\/services/,
});
