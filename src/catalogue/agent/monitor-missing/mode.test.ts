import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
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

/** What listens on a port runs, and is no target any more. */
const notScrapedOn =
  (port: string): Change =>
  (request, body) => {
    if (request.cluster !== 'cluster-02' || !request.path.includes('/api/v1/targets?')) return body;
    const answer = body as { data: { activeTargets: { scrapeUrl: string }[] } };
    const activeTargets = answer.data.activeTargets.filter(({ scrapeUrl }) => !scrapeUrl.includes(port));
    return { ...answer, data: { ...answer.data, activeTargets } } as Json;
  };

describeChanged('agent/monitor-missing', {
  from: 'healthy',
  change: changes(
    operatorRuns('cluster-02', {}),
    notScrapedOn(':9100'),
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

// An application's monitor was deleted: its job is gone from the configuration, and Query remembers its last samples.
describe('a job that lost its targets', () => {
  const vanished =
    (pod: string): Change =>
    ({ path }, body) =>
      decodeURIComponent(path).includes('last_over_time(up{pod!=""}')
        ? ({
            status: 'success',
            data: {
              resultType: 'vector',
              result: [
                {
                  metric: { cluster: 'cluster-02', job: 'shop/shop', namespace: 'shop', pod },
                  value: [1_795_251_201, '1'],
                },
              ],
            },
          } as Json)
        : body;
  const noMonitors = objectsAdded('cluster-02', /\/servicemonitors\?/);
  const confirmed = async (...made: Change[]) => {
    const all = changes(operatorRuns('cluster-02', {}), noMonitors, ...made);
    const { diagnosis } = await replayChanged('healthy', all);
    return diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode);
  };

  it('lost its monitor where its pods run on', async () => {
    expect(await confirmed(vanished('shop-d8ccb65fb-pdkqw'), notScrapedOn(':8080'))).toEqual([
      'agent/monitor-missing',
    ]);
  });

  it('was taken out of service where they are gone', async () => {
    expect(await confirmed(vanished('shop-d8ccb65fb-aaaaa'), notScrapedOn(':8080'))).toEqual([]);
  });

  it('only has another name where they are still scraped', async () => {
    expect(await confirmed(vanished('shop-d8ccb65fb-pdkqw'))).toEqual([]);
  });
});
