import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { type Change, describeChanged, replaced } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/endpoint-slow', {
  says: [
    'time=2026-11-21T10:15:36Z level=WARN source=queue_manager.go:2078 msg="Failed to send batch, retrying" component=remote remote_name=e03fc3 url=http://x/api/v1/receive err="Post \\"http://x/api/v1/receive\\": context deadline exceeded"',
    'ts=2023-05-01T10:00:00Z caller=dedupe.go:112 component=remote level=warn remote_name=e03fc3 msg="Failed to send batch, retrying" err="Post \\"http://x\\": net/http: request canceled (Client.Timeout exceeded while awaiting headers)"',
    '{"component":"remote","remote_name":"e03fc3","level":"warn","msg":"Failed to send batch, retrying","err":"Post \\"http://x\\": context deadline exceeded"}',
    '{"name": "prometheusremotewrite", "error": "Permanent error: Post \\"http://receive:19291/api/v1/receive\\": context deadline exceeded"}',
    '[FIRING:1] ThanosReceiveHttpRequestLatencyHigh',
  ],
  not: {
    'component="scrape manager" scrape_pool=app msg="Scrape failed" err="Get \\"http://10.0.0.1:8080/metrics\\": context deadline exceeded"':
      'scrape/target-timeout',
    'remote_name=e03fc3 msg="Failed to send batch, retrying" err="Post \\"http://x\\": dial tcp 10.0.0.1:19291: connect: connection refused"':
      'remote-write/endpoint-refusing',
  },
});

// A far end outside of the fleet that does not answer in time, where it refused before.
describeChanged('remote-write/endpoint-slow', {
  from: 'endpoint-refusing',
  change: replaced(
    /\/log\?/,
    'dial tcp 10.65.0.1:9009: connect: connection refused',
    'context deadline exceeded',
  ),
  at: { role: 'agent', cluster: 'muvune-haguxi', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});

describe('a queue that keeps up by many shards', () => {
  const desired =
    (shards: string): Change =>
    ({ path }, body) =>
      path.endsWith('/metrics') && typeof body === 'string'
        ? body.replace(/(shards_desired\{remote_name="archive"[^}]{0,99}\}) \S{1,30}/, `$1 ${shards}`)
        : body;
  const confirmed = async (change: Change) => {
    const { diagnosis } = await replayChanged('agent-endpoint-slow', change);
    return diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode);
  };

  it('has a slow far end where each batch takes longer than one is gathered', async () => {
    expect(await confirmed((_, body) => body)).toEqual(['remote-write/endpoint-slow']);
  });

  it('has none where the way is only long', async () => {
    expect(await confirmed(desired('0.4'))).toEqual([]);
  });
});
