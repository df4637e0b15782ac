import type { Json } from '../../../evidence/transport.ts';
import { type Change, changes, describeChanged, objectsAdded, operatorRuns } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/monitor-missing', {
  says: [
    'Error from server (NotFound): servicemonitors.monitoring.coreos.com "node-exporter" not found',
    'podmonitors.monitoring.coreos.com "shop" not found',
  ],
  not: {
    'error: the server doesn\'t have a resource type "servicemonitors"': 'operator/crd-missing',
    'Error from server (NotFound): customresourcedefinitions.apiextensions.k8s.io "servicemonitors.monitoring.coreos.com" not found':
      'operator/crd-missing',
    'servicemonitor.monitoring.coreos.com/node-exporter created': null,
  },
});

/** The exporter runs behind its Service, and is no target any more. */
const notScraped: Change = (request, body) => {
  if (request.cluster !== 'cluster-02' || !request.path.includes('/api/v1/targets?')) return body;
  const answer = body as { data: { activeTargets: { scrapeUrl: string }[] } };
  const activeTargets = answer.data.activeTargets.filter(({ scrapeUrl }) => !scrapeUrl.includes(':9100'));
  return { ...answer, data: { ...answer.data, activeTargets } } as Json;
};

describeChanged('agent/monitor-missing', {
  from: 'healthy',
  change: changes(
    operatorRuns('cluster-02', {}),
    notScraped,
    objectsAdded('cluster-02', /\/api\/v1\/services\?/, {
      metadata: { name: 'node-exporter', namespace: 'monitoring' },
      spec: {
        selector: { 'app.kubernetes.io/name': 'node-exporter' },
        ports: [{ name: 'http', port: 9100 }],
      },
    }),
    objectsAdded('cluster-02', /\/servicemonitors\?/, {
      metadata: { name: 'etcd', namespace: 'kube-system', creationTimestamp: '2026-11-21T08:00:00Z' },
      spec: { selector: { matchLabels: { component: 'etcd' } }, endpoints: [{ port: 'metrics' }] },
    }),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /monitors\?|prometheus-agent-0:9090\/proxy\//,
});
