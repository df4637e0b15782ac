import { describe, expect, it } from 'vitest';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('receive/not-ready', {
  says: [
    'ts=2026-11-21T08:53:21Z caller=receive.go:763 level=info component=receive msg="hashring has changed; server is not ready to receive requests"',
    'level=error component=receive component=multi-tsdb msg="flushing TSDB failed; not ready" tenant=team-a',
    'level=warn component=remote msg="Failed to send batch, retrying" err="server returned HTTP status 503 Service Unavailable: forwarding request to endpoint {thanos-receive-1:10901 }: rpc error: code = Unavailable desc = target not ready"',
  ],
  not: {
    'level=info component=receive msg="storage started, and server is ready to receive requests"': null,
    'level=info component=receive component=multi-tsdb tenant=default-tenant msg="Replaying WAL, this may take a while"':
      null,
    'level=info caller=head.go:848 component=receive component=multi-tsdb tenant=a msg="WAL segment loaded" segment=3 maxSegment=9':
      null,
  },
});

describe('receive/not-ready in the log of a start', () => {
  it('is over once Receive is ready', async () => {
    const { causes } = await explainLines(
      [
        'level=info component=receive msg="hashring has changed; server is not ready to receive requests"',
        'level=info component=receive msg="updating storage"',
        'level=info component=receive msg="storage started, and server is ready to receive requests"',
      ].join('\n'),
    );
    expect(causes).toEqual([]);
  });

  it('is never confirmed by a text', async () => {
    const { causes } = await explainLines('level=error msg="flushing TSDB failed; not ready" tenant=a');
    expect(causes[0]?.probability).toBeLessThan(0.5);
  });
});
