import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/endpoint-unreachable', {
  says: [
    'level=error msg="retriable error" err="BaseFetcher: iter bucket: Get \\"http://minio.storage:9000/thanos/?delimiter=&list-type=2\\": dial tcp 10.96.0.12:9000: connect: connection refused"',
    '{"level":"error","msg":"shipping failed","err":"check exists: stat s3 object: Head \\"http://minio:9000/thanos/01J/meta.json\\": context deadline exceeded"}',
    'BaseFetcher: iter bucket: Get "https://thanos.blob.core.windows.net/metrics?restype=container": net/http: TLS handshake timeout',
  ],
  not: {
    // No way to the outside world: the store itself may be well.
    'ts=2026-11-21T07:11:22Z level=error msg="upload failed" err="upload: upload chunks: upload s3 object: Put \\"https://s3.eu-central-1.amazonaws.com/thanos/01J/chunks/000001\\": dial tcp 52.219.1.1:443: i/o timeout"':
      'network/egress-blocked',
    'msg="Failed to send batch, retrying" url=http://receive:19291/api/v1/receive err="Post \\"http://receive:19291/api/v1/receive\\": dial tcp 10.0.0.1:19291: connect: connection refused"':
      'remote-write/endpoint-refusing',
    'BaseFetcher: iter bucket: The specified bucket does not exist.': 'objstore/bucket-missing',
    'level=info msg="successfully synchronized block metadata" duration=12ms': null,
  },
});

describe('objstore/endpoint-unreachable on a changed recording', () => {
  const REFUSED = 'The access key ID you provided does not exist in our records.';
  const confirmed = async (words: string) => {
    const change = wordsOf(/\/log\?/, REFUSED, words);
    const { diagnosis } = await replayChanged('objstore-credentials-invalid', change);
    expect(diagnosis.causes.map(({ mode }) => mode)).toContain('objstore/endpoint-unreachable');
    return new Set(diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode));
  };

  it('is a candidate, and no cause, where the store is a part of the fleet', async () => {
    expect(await confirmed('dial tcp: connect: connection refused')).toEqual(new Set());
  });

  it('is a cause where the store is none of the fleet', async () => {
    const words =
      'Get \\"https://s3.eu-west-1.amazonaws.com/thanos/\\": dial tcp 52.1.2.3:443: connect: connection refused';
    expect(await confirmed(words)).toEqual(new Set(['objstore/endpoint-unreachable']));
  });
});
