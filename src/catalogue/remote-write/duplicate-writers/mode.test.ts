import { describe, expect, it } from 'vitest';
import { recording, replayChanged } from '../../../drill/recordings.ts';
import { openBundle } from '../../../evidence/bundle.ts';
import type { Json } from '../../../evidence/transport.ts';
import {
  type Change,
  changes,
  describeChanged,
  itemsOf,
  logUntil,
  metricValuesOf,
  replaced,
} from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/duplicate-writers', {
  says: [
    'ts=2023-04-21T03:32:34.904Z caller=dedupe.go:112 component=remote level=error remote_name=11063c msg="non-recoverable error" count=800 exemplarCount=0 err="server returned HTTP status 409 Conflict: forwarding request to endpoint r-2:10901: rpc error: code = AlreadyExists desc = store locally for endpoint r-2:10901: add 1 samples: duplicate sample for timestamp"',
    'level=warn component=receive component=receive-writer tenant=a msg="Error on ingesting samples with different value but same timestamp" numDropped=9',
    '{"component":"receive-writer","level":"warn","msg":"Error on ingesting samples with different value but same timestamp","numDropped":9}',
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: duplicate sample for timestamp 1795251197000; overrides not allowed: existing 1, new value 2"',
  ],
  not: {
    'level=warn component="scrape manager" scrape_pool=app msg="Error on ingesting samples with different value but same timestamp" num_dropped=5':
      'scrape/timestamps-rejected',
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 8 samples: out of order sample"':
      'remote-write/out-of-order',
  },
});

// A writer outside of the fleet sends the same series.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 409 Conflict: add 31 samples: duplicate sample for timestamp"';

describeChanged('remote-write/duplicate-writers', {
  from: 'healthy',
  change: changes(
    metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});

// A second replica with the same configuration, made from what the first one answers.
describe('two replicas with the same external labels', async () => {
  const bundle = await openBundle(recording('healthy').bundle);
  const ask = async (path: string) => {
    const answer = await bundle.send({
      ...{ cluster: 'cluster-02', path, format: 'json', maxBytes: 1e8, timeoutMs: 1000 },
    });
    return answer.ok ? answer.body : null;
  };
  const base = '/api/v1/namespaces/monitoring/pods/prometheus-agent-0:9090/proxy';
  const paths = ['/metrics', '/api/v1/status/config', '/api/v1/targets?state=active'];
  const answers = new Map<string, Json>(
    await Promise.all(paths.map(async (path) => [`${base}${path}`, await ask(`${base}${path}`)] as const)),
  );
  const second: Change = ({ cluster, path }, body) => {
    if (cluster !== 'cluster-02') return body;
    if (path.startsWith('/apis/apps/v1/statefulsets'))
      return JSON.parse(JSON.stringify(body).replaceAll('"replicas":1', '"replicas":2')) as Json;
    if (path.startsWith('/api/v1/pods?')) {
      const list = body as { items: { metadata: { name: string } }[] };
      const first = list.items.find(({ metadata }) => metadata.name === 'prometheus-agent-0');
      const copy = JSON.parse(
        JSON.stringify(first).replaceAll('prometheus-agent-0', 'prometheus-agent-1'),
      ) as never;
      return { ...list, items: [...list.items, copy] } as unknown as Json;
    }
    return answers.get(path.replace('prometheus-agent-1', 'prometheus-agent-0')) ?? body;
  };
  const causesOf = async (change: Change) => {
    const { diagnosis } = await replayChanged('healthy', change);
    return diagnosis.causes.filter(({ confirmed }) => confirmed);
  };

  it('are named, alone', async () => {
    const causes = await causesOf(second);
    expect(causes.map(({ mode }) => mode)).toEqual(['remote-write/duplicate-writers']);
    expect(causes[0]?.component).toMatchObject({ cluster: 'cluster-02', name: 'prometheus-agent' });
  });

  it('are no cause where a label tells them apart', async () => {
    const apart = replaced(/agent-1.*status\/config/, 'region: edge', 'region: edge\n    replica: b');
    expect(await causesOf(changes(second, apart))).toEqual([]);
  });

  describe('a minute and a half old', () => {
    const created = new Date(bundle.now().getTime() - 90_000).toISOString();
    const revised = (revision: string | null) =>
      itemsOf(/^\/api\/v1\/pods\?/, (item) => {
        if (!String(item.metadata.name).startsWith('prometheus-agent-')) return [item];
        item.metadata.creationTimestamp = created;
        if (revision !== null && item.metadata.name === 'prometheus-agent-1')
          (item.metadata.labels as Record<string, string>)['controller-revision-hash'] = revision;
        return [item];
      });

    it('are named where they are of one revision: so many are wanted', async () => {
      const causes = await causesOf(changes(second, revised(null)));
      expect(causes.map(({ mode }) => mode)).toEqual(['remote-write/duplicate-writers']);
    });

    it('are an update where they are of two', async () => {
      expect(await causesOf(changes(second, revised('another')))).toEqual([]);
    });
  });
});
