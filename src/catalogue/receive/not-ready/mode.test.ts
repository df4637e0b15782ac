import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import type { Json } from '../../../evidence/transport.ts';
import { type Change, changes, logOf } from '../../changed.testing.ts';
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

/** One Receive that runs for half an hour and is not ready. */
const unready: Change = (request, body) => {
  if (!request.path.startsWith('/api/v1/pods?') || body === null) return body;
  const list = structuredClone(body) as unknown as { items: Pod[] };
  const pod = list.items.find(({ metadata }) => metadata.name === 'thanos-receive-2');
  for (const condition of pod?.status.conditions ?? [])
    if (condition.type === 'Ready') condition.status = 'False';
  for (const container of pod?.status.containerStatuses ?? []) {
    container.ready = false;
    container.state = { running: { startedAt: '2026-11-21T08:23:00Z' } };
  }
  return list as unknown as Json;
};

interface Pod {
  metadata: { name: string };
  status: {
    conditions: { type: string; status: string }[];
    containerStatuses: { ready: boolean; state: object }[];
  };
}

const types = (found: readonly { type: string; state: string }[]) =>
  found.filter(({ state }) => state === 'present').map(({ type }) => type);

describe('receive/not-ready on a changed recording', () => {
  it('is thought of, and not confirmed: what keeps it is not seen', async () => {
    const { diagnosis } = await replayChanged('healthy', unready);
    expect(types(diagnosis.findings)).toContain('receive-unready-long');
    const own = diagnosis.causes.filter(({ mode }) => mode === 'receive/not-ready');
    expect(own.map(({ confirmed }) => confirmed)).toEqual([false]);
  });

  it('is silent while a replay gets on', async () => {
    const replaying = logOf(
      /thanos-receive-2\//,
      'level=info msg="WAL segment loaded" segment=3 maxSegment=9',
    );
    const { diagnosis } = await replayChanged('healthy', changes(unready, replaying));
    expect(types(diagnosis.findings)).not.toContain('receive-unready-long');
  });
});
