import { describe, expect, it } from 'vitest';
import { replay } from '../../../drill/recordings.ts';
import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('remote-write/url-wrong', {
  sick: ['agent-url-wrong-host'],
  hidden: /\/status\/config|\/configmaps\/|\/log\?|\/metrics$/,
});

describeTexts('remote-write/url-wrong', {
  says: [
    'remote_name=e03fc3 url=http://receive:10902/api/v1/receive msg="non-recoverable error" count=500 err="server returned HTTP status 404 Not Found: 404 page not found"',
    '{"component":"remote","remote_name":"e03fc3","msg":"non-recoverable error","err":"server returned HTTP status 405 Method Not Allowed: "}',
    'Exporting failed. {"name": "prometheusremotewrite", "error": "Permanent error: remote write returned HTTP status 404 Not Found; err = %!w(<nil>): 404 page not found"}',
    'remote_name=a msg="Failed to send batch, retrying" err="Post \\"https://receive:19291/api/v1/receive\\": http: server gave HTTP response to HTTPS client"',
    '10.64.0.12 - - [21/Nov/2026:10:15:36 +0000] "POST /api/v1/push HTTP/1.1" 404 19 "-" "Prometheus/3.9.1"',
  ],
  not: {
    'component="scrape manager" scrape_pool=app err="server returned HTTP status 404 Not Found"':
      'scrape/target-http-error',
  },
});

describe('remote-write/url-wrong where the hub gives no answer', () => {
  const confirmed = async (name: string, hub: string) => {
    const { diagnosis } = await replay(name, ({ cluster }) => cluster === hub);
    return diagnosis.causes.map((cause) => [cause.mode, cause.confirmed]);
  };

  it('is no cause where this very address took samples before', async () => {
    for (const name of ['ingress-missing', 'ingress-service-missing'])
      expect(await confirmed(name, 'kajin-soguyo')).toEqual([]);
    expect(await confirmed('router-scaled-to-zero', 'merha-depel')).toEqual([]);
  });

  it('is a candidate where it never did', async () => {
    expect(await confirmed('agent-url-scheme-wrong', 'gutunpi-rinor')).toEqual([
      ['remote-write/url-wrong', false],
    ]);
  });
});
