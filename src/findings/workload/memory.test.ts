import { describe, expect, it } from 'vitest';
import { type Change, changes, itemsOf } from '../../catalogue/changed.testing.ts';
import { withPart } from '../../catalogue/parts.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';

const cache = withPart({
  ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'some-cache' },
  image: 'docker.io/library/memcached:1.6',
});
const limited: Change = itemsOf(/^\/apis\/apps\/v1\/deployments\?/, (item) => {
  if (item.metadata.name !== 'some-cache') return [item];
  const { template } = item.spec as { template: { spec: { containers: object[] } } };
  for (const container of template.spec.containers)
    Object.assign(container, { resources: { limits: { memory: '100Mi' } } });
  return [item];
});
const using =
  (memory: string): Change =>
  ({ cluster, path }, body) =>
    cluster === 'cluster-01' && path === '/apis/metrics.k8s.io/v1beta1/namespaces/monitoring/pods'
      ? {
          items: [
            {
              metadata: { name: 'some-cache-1a2b3c4d5e-0abcd' },
              containers: [{ name: 'some-cache', usage: { cpu: '5m', memory } }],
            },
            // A Store has a page of its own, and its working set is files.
            {
              metadata: { name: 'thanos-store-0' },
              containers: [{ name: 'thanos-store', usage: { cpu: '5m', memory: '900Gi' } }],
            },
          ],
        }
      : body;

async function near(memory: string | null, isBlind = false) {
  const change = memory === null ? changes(cache, limited) : changes(cache, limited, using(memory));
  const { diagnosis } = await replayChanged('healthy', change, ({ path }) =>
    isBlind ? path.includes('metrics.k8s.io') : false,
  );
  const found = diagnosis.findings.filter(
    ({ type, state }) => type === 'memory-near-limit' && state === 'present',
  );
  return { diagnosis, parts: found.map(({ subject }) => subject.type === 'component' && subject.role) };
}

describe('workload/memory where the metrics server measures', () => {
  it('sees a part without a page of its own near its limit, and nothing in files of others', async () => {
    const { parts } = await near('95Mi');
    expect(parts).toEqual(['cache']);
  });

  it('is content below it', async () => {
    const { parts, diagnosis } = await near('40Mi');
    expect(parts).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('does not miss a metrics server that is not there, and names one that refuses', async () => {
    const without = await near(null);
    expect(without.diagnosis.blindSpots.map(({ what }) => what)).not.toContain('usage');
    const refused = await near('95Mi', true);
    expect(refused.parts).toEqual([]);
    expect(refused.diagnosis.blindSpots.map(({ what }) => what)).toContain('usage');
    expect(refused.diagnosis.verdict).toBe('healthy');
  });
});
