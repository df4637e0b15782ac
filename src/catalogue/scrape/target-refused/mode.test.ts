import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import type { Json } from '../../../evidence/transport.ts';
import { changes, describeChanged, objectsAre, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-refused', {
  says: [
    '"lastError": "Get \\"http://10.244.0.5:9100/metrics\\": dial tcp 10.244.0.5:9100: connect: connection refused",',
    'ts=2025-01-02T03:04:05.000Z caller=scrape.go:1331 level=debug component="scrape manager" scrape_pool=node target=http://10.0.0.5:9100/metrics msg="Scrape failed" err="Get \\"http://10.0.0.5:9100/metrics\\": dial tcp 10.0.0.5:9100: connect: connection refused"',
    '{"time":"2026-01-02T03:04:05Z","level":"ERROR","source":"scrape.go:1496","msg":"Get \\"http://10.0.0.5:8080/stats\\": dial tcp 10.0.0.5:8080: connect: connection refused","job_name":"shop","target":"http://10.0.0.5:8080/stats"}',
    'Error scraping target: Get "http://api.shop.svc:4000/live": read tcp 10.0.0.1:4444->10.0.0.5:4000: read: connection reset by peer',
    'Get "http://10.244.1.12:8080/actuator/prometheus": EOF',
  ],
  not: {
    'ts=2025-10-20T10:15:00.000Z caller=dedupe.go:112 component=remote level=warn remote_name=e03fc3 url=http://receive:19291/api/v1/receive msg="Failed to send batch, retrying" err="Post \\"http://receive:19291/api/v1/receive\\": dial tcp 10.96.1.2:19291: connect: connection refused"':
      'remote-write/endpoint-refusing',
    'Warning  Unhealthy  kubelet  Readiness probe failed: Get "http://10.244.0.5:9100/metrics": dial tcp 10.244.0.5:9100: connect: connection refused':
      'workload/probe-failing',
    'dial tcp 10.0.0.5:9090: connect: connection refused': null,
    '"lastError": "",': null,
    '"lastError": "Get \\"http://10.0.0.5:9100/metrics\\": context deadline exceeded",':
      'scrape/target-timeout',
  },
});

describeChanged('scrape/target-refused', {
  from: 'healthy',
  change: targetsFail(
    'cluster-02',
    ':8080',
    'Get "http://10.64.11.4:8080/metrics": dial tcp 10.64.11.4:8080: connect: connection refused',
  ),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});

const REFUSED = 'Get "http://10.64.11.4:8080/metrics": dial tcp 10.64.11.4:8080: connect: connection refused';

/** The pod of the application with other fields. */
const shopPod = (edit: (pod: Record<string, Record<string, Json>>) => Json) =>
  objectsAre('cluster-02', /\/api\/v1\/pods\?/, (object) => {
    const pod = object as unknown as Record<string, Record<string, Json>>;
    return String(pod.metadata?.name).startsWith('shop-') ? edit(pod) : object;
  });

describe('a target that is refused and no fault', () => {
  it.each([
    ['finished', shopPod((pod) => ({ ...pod, status: { ...pod.status, phase: 'Succeeded' } }) as Json)],
    [
      'going away',
      shopPod((pod) => ({
        ...pod,
        metadata: { ...pod.metadata, deletionTimestamp: '2026-11-21T08:53:00Z' },
      })),
    ],
    [
      'just started',
      shopPod((pod) => ({
        ...pod,
        status: {
          ...pod.status,
          conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: '2026-11-21T08:53:00Z' }],
        },
      })),
    ],
  ])('names no cause for a pod that is %s', async (_, change) => {
    const { diagnosis } = await replayChanged(
      'healthy',
      changes(change, targetsFail('cluster-02', ':8080', REFUSED)),
    );
    expect(diagnosis.causes).toEqual([]);
  });
});
