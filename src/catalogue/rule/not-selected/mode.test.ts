import { changes, describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('rule/not-selected', {
  says: [
    '{"status":"success","data":{"groups":[]}}',
    '    "groups": [],',
    'No rule groups configured',
    'level=info component=rules msg="reload rule files" numFiles=0',
  ],
  not: {
    '{"status":"success","data":{"groups":[{"name":"a","file":"/etc/x.yaml","rules":[]}]}}': null,
    'level=info component=rules msg="reload rule files" numFiles=4': null,
  },
});

const prometheus = withPart({
  cluster: 'cluster-01',
  namespace: 'monitoring',
  name: 'prometheus',
  image: 'quay.io/prometheus/prometheus:v3.5.0',
  args: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
  answers: {
    '/metrics': 'prometheus_notifications_alertmanagers_discovered 1\n',
    '/api/v1/status/config': {
      status: 'success',
      data: { yaml: 'global: {external_labels: {cluster: cluster-01}}\n' },
    },
    '/api/v1/targets': { status: 'success', data: { activeTargets: [] } },
  },
});

describeChanged('rule/not-selected', {
  from: 'healthy',
  change: changes(prometheus, (request, body) => {
    if (request.cluster !== 'cluster-01') return body;
    const namespace = 'monitoring';
    if (request.path.includes('/v1/prometheusrules'))
      return {
        items: [
          {
            metadata: { name: 'slo', namespace, labels: { team: 'a' } },
            spec: { groups: [{ name: 'b', rules: [] }] },
          },
        ],
      };
    if (request.path.includes('/v1/prometheuses'))
      return {
        items: [
          {
            metadata: { name: 'main', namespace },
            spec: { ruleSelector: { matchLabels: { release: 'stack' } } },
          },
        ],
      };
    return request.path.includes('/v1/thanosrulers') ? { items: [] } : body;
  }),
  at: { role: 'prometheus', name: 'prometheus' },
  hidden: /prometheuses|prometheusrules|\/api\/v1\/services/,
});
