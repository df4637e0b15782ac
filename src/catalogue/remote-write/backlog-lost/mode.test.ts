import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { reportView } from '../../../report/view.ts';
import { describeChanged, logUntil } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/backlog-lost', {
  says: [
    'time=2026-11-21T10:15:36Z level=ERROR source=queue_manager.go:1341 msg="Failed to flush all samples on shutdown" component=remote remote_name=e03fc3 url=http://x count=51234',
    '{"component":"remote","remote_name":"e03fc3","level":"error","msg":"Failed to flush all samples on shutdown","count":51234}',
    'ts=2023-05-01T10:00:00Z caller=dedupe.go:112 component=remote level=error remote_name=e03fc3 msg="error tailing WAL" err="failed to find segment for index"',
    'level=WARN component=remote remote_name=a msg="Ignoring error reading to end of segment, may have dropped data" segment=12 err="unexpected EOF"',
    'level=warn component=remote remote_name=a msg="Expected to have read whole segment, may have dropped data" segment=12 read=1 size=2',
  ],
  not: {
    'level=info component=remote remote_name=e03fc3 msg="Remote storage stopped."': null,
    'time=2026-11-21T08:52:52Z level=INFO msg="Done replaying WAL" component=remote remote_name=8351dc duration=5.1s':
      null,
    'level=info msg="WAL checkpoint complete" first=0 last=3 duration=1s': null,
  },
});

const ENDED = logUntil(
  /^cluster-02 .*prometheus-agent-0/,
  '2026-11-21T08:50:12.000Z',
  'time=2026-11-21T08:50:12Z level=ERROR source=queue_manager.go:1341 msg="Failed to flush all samples on shutdown" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive count=11017',
);

// An agent that was told to end while nothing got through; now all is well again.
describeChanged('remote-write/backlog-lost', {
  from: 'healthy',
  change: ENDED,
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});

describe('a backlog that was lost, and all is well again', () => {
  it('is told as past: no cluster is down, and it says since when it is over', async () => {
    const diagnosed = await replayChanged('healthy', ENDED);
    const { verdict, causes } = diagnosed.diagnosis;
    expect(verdict).toBe('degraded');
    expect(causes[0]).toMatchObject({ severity: 'warning', over: '2026-11-21T08:50:12.000Z' });
    const [english] = reportView(diagnosed, 'en').causes;
    expect(english?.summary).toContain('over since 2026-11-21 08:50:12 UTC');
    const [korean] = reportView(diagnosed, 'ko').causes;
    expect(korean?.summary).toContain('2026-11-21 08:50:12 UTC에 종료');
  });
});
