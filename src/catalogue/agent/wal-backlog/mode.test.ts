import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { wordsAre } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/wal-backlog', {
  says: ['[FIRING:1] AgentWALFilling (edge-01 prometheus-agent-0)'],
  not: {
    'level=info msg="WAL watcher started"': null,
  },
});

describe('agent/wal-backlog', () => {
  it('is an effect where the root can be seen', async () => {
    const { diagnosis } = await replayChanged('endpoint-refusing', ({ path }, body) =>
      typeof body === 'string' && path.endsWith('/metrics')
        ? body.replace(/\nprometheus_tsdb_wal_segment_current \d+/, '\nprometheus_tsdb_wal_segment_current 9')
        : body,
    );
    const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
    expect(confirmed.map(({ mode }) => mode)).toEqual(['remote-write/endpoint-refusing']);
    const growing = diagnosis.findings.filter(
      ({ type, state }) => type === 'wal-growing' && state === 'present',
    );
    expect(growing.length).toBe(1);
    expect(diagnosis.unexplained.filter((id) => id.startsWith('wal-growing'))).toEqual([]);
  });

  it('is not said of a sender that keeps up', async () => {
    const segments = '\\nprometheus_tsdb_wal_segment_current ';
    const change = wordsAre('cluster-02', /:9090\/proxy\/metrics/, `${segments}0`, `${segments}9`);
    const { diagnosis } = await replayChanged('healthy', change);
    expect(diagnosis.verdict).toBe('healthy');
  });
});
