import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, fileOf, metricsOf, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('receive/hashring-too-small', {
  says: [
    'ts=2026-11-21T08:53:21.75Z caller=main.go:174 level=error err="ketama: amount of endpoints needs to be larger than replication factor\\nunable to create new hashring from config"',
    '{"caller":"handler.go:798","component":"receive-handler","err":"insufficient nodes; have 1, want 2","level":"error","msg":"failed to distribute timeseries to replicas","tenant":"default-tenant","ts":"2026-11-21T08:53:21.75Z"}',
    'ts=2026-11-21T08:53:21Z caller=dedupe.go:112 component=remote level=warn remote_name=hub msg="Failed to send batch, retrying" err="server returned HTTP status 500 Internal Server Error: insufficient nodes; have 2, want 3"',
  ],
  not: {
    'level=info component=receive msg="Set up hashring for the given hashring config."': null,
    'level=info component=receive msg="Empty hashring config. Set up single node hashring."': null,
  },
});

const SERVICE = 'thanos-receive-headless.monitoring.svc.cluster.local:10901';

describeChanged('receive/hashring-too-small', {
  from: 'healthy',
  change: fileOf(
    /hashring/,
    'hashrings.json',
    JSON.stringify([
      { hashring: 'default', endpoints: [`thanos-receive-0.${SERVICE}`, `thanos-receive-1.${SERVICE}`] },
    ]),
  ),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /\/configmaps\/|\/metrics/,
});

const types = async (change: Parameters<typeof replayChanged>[1], hidden = /^$/) => {
  const { diagnosis } = await replayChanged('healthy', change, ({ path }) => hidden.test(path));
  return diagnosis.findings.filter(({ state }) => state === 'present').map(({ type }) => type);
};
const two = JSON.stringify([{ endpoints: [0, 1].map((index) => `thanos-receive-${index}.${SERVICE}`) }]);

describe('receive/hashring-too-small', () => {
  it('is silent where each series has one replica', async () => {
    const one = wordsOf(/statefulsets|\/pods\?/, 'replication-factor=3', 'replication-factor=1');
    const found = await types(changes(fileOf(/hashring/, 'hashrings.json', two), one));
    expect(found).not.toContain('hashring-endpoints-few');
  });

  it('is told by what Receive counts where the file is hidden', async () => {
    const counted = metricsOf(/thanos-receive-\d/, { 'thanos_receive_hashring_nodes{name="default"}': '2' });
    expect(await types(counted, /\/configmaps\//)).toContain('hashring-endpoints-few');
  });
});
