import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import {
  changes,
  describeChanged,
  logOf,
  logUntil,
  metricValuesOf,
  wordsAre,
} from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/wal-corrupt', {
  says: [
    'ts=2025-01-01T00:00:00Z caller=db.go:320 level=warn msg="encountered WAL read error, attempting repair" err="read records: corruption in segment /data/wal/00000042 at 1234: unexpected checksum a, expected b"',
    'time=2025-01-01T00:00:00Z level=WARN source=db.go:1060 msg="Encountered WAL read error, attempting repair" err="read records: corruption in segment wal/00000003 at 99: last record is torn"',
    'level=error ts=2025-10-20T10:15:00Z msg="WAL corruption detected" segment=42',
    '{"level":"ERROR","msg":"Fatal error","err":"opening storage failed: repair corrupted WAL: cannot handle error: open /data/wal/00000001: no such file"}',
    'level=WARN component=remote remote_name=a msg="error tailing WAL" err="failed to read segment: unexpected checksum 1, expected 2"',
    'time=2026 level=WARN source=db.go:652 msg="failed to truncate WAL" err="create checkpoint: read segments: corruption after 4711 bytes: unexpected non-zero byte in padded page"',
    '[FIRING:1] WALCorruption cluster-03',
  ],
  not: {
    'level=info msg="WAL segment loaded" segment=1 maxSegment=2': null,
    'level=info msg="replaying WAL, this may take a while" dir=/data/wal': null,
    'level=info msg="WAL checkpoint complete" first=1 last=2 duration=1.5s': null,
    'prometheus_agent_corruptions_total 0': null,
    'level=error component=receive component=multi-tsdb tenant=a msg="Encountered WAL read error, attempting repair" err="corruption in segment /data/a/wal/1 at 3"':
      'receive/tsdb-corrupt',
  },
});

describeChanged('agent/wal-corrupt', {
  from: 'healthy',
  change: wordsAre(
    'cluster-02',
    /prometheus-agent-0:9090\/proxy\/metrics/,
    '\\nprometheus_agent_corruptions_total 0',
    '\\nprometheus_agent_corruptions_total 2',
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});

// An agent whose container keeps ending, as a refused configuration makes it, with another last line.
describeChanged('agent/wal-corrupt', {
  from: 'agent-config-invalid',
  change: logOf(
    /pods\/vokmu-gunorjin-5f7d96f66f/,
    'time=2026-11-21T07:11:22.022Z level=ERROR source=main.go:1290 msg="Fatal error" err="opening storage failed: repair corrupted WAL: insert record: no such file"',
  ),
  at: { role: 'agent', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});

const AGENT = /^cluster-02 .*prometheus-agent-0/;

it('is said of a WAL that was mended at the start: said once, and what was in it is gone', async () => {
  const mended =
    'time=2026-11-21T08:50:00.000Z level=WARN source=wlog.go:443 msg="Rewrite corrupted segment" segment=0';
  const { diagnosis } = await replayChanged(
    'healthy',
    changes(
      metricValuesOf(AGENT, { prometheus_remote_storage_samples_retried_total: 1 }),
      logUntil(AGENT, '2026-11-21T08:50:00.000Z', mended),
    ),
  );
  expect(diagnosis.causes[0]).toMatchObject({
    mode: 'agent/wal-corrupt',
    component: { cluster: 'cluster-02' },
  });
});
