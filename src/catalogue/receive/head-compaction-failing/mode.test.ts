import { describe, expect, it } from 'vitest';
import { describeChanged, metricsOf } from '../../changed.testing.ts';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('receive/head-compaction-failing', {
  says: [
    'level=error caller=db.go:1160 component=receive component=multi-tsdb tenant=a msg="compaction failed" err="WAL truncation: get segment range: too many open files"',
    'ts=2026-11-21T08:53:21Z caller=db.go:1160 level=error component=receive component=multi-tsdb tenant=default-tenant msg="compaction failed" err="compact head: persist head block: populate block: chunk iter: cannot populate chunk 8 from block 00000000000000000000000000: not found"',
    '{"caller":"multitsdb.go:486","component":"multi-tsdb","err":"compact head: compact head: head memory truncate: truncate chunks.HeadReadWriter by file number","level":"error","msg":"periodic head compaction failed","tenant":"a"}',
    'time=2026-11-21T08:53:21Z level=ERROR source=db.go:1160 msg="compaction failed" component=tsdb err="compact ooo head: open index writer: too many open files"',
    'level=error component=receive component=multi-tsdb tenant=a msg="compaction is stuck so NOT marking tenant as inactive" last_compaction=2026-11-20',
    'ALERTS{alertname="PrometheusTSDBCompactionsFailing", alertstate="firing"}',
  ],
  not: {
    'level=info component=receive component=multi-tsdb tenant=a msg="running periodic head compaction"': null,
    'level=info component=receive component=multi-tsdb tenant=a msg="compact blocks" count=3 mint=1 maxt=2':
      null,
    'level=info component=receive component=multi-tsdb tenant=a msg="Head GC completed" duration=12ms': null,
  },
});

describe('receive/head-compaction-failing', () => {
  it('leaves a full disk to the storage', async () => {
    const { causes } = await explainLines(
      'level=error component=multi-tsdb tenant=a msg="compaction failed" err="compact head: persist head block: write chunks: no space left on device"',
    );
    expect(causes.map(({ mode }) => mode.id)).not.toContain('receive/head-compaction-failing');
  });

  it('is only one of many reasons for which nothing is uploaded', async () => {
    const { causes } = await explainLines('[FIRING:1] ThanosReceiveNoUpload critical');
    expect(
      causes.find(({ mode }) => mode.id === 'receive/head-compaction-failing')?.probability,
    ).toBeLessThan(0.5);
  });
});

describeChanged('receive/head-compaction-failing', {
  from: 'healthy',
  change: metricsOf(/thanos-receive-0/, {
    'prometheus_tsdb_compactions_failed_total{tenant="default-tenant"}': '41',
    'prometheus_tsdb_head_min_time{tenant="default-tenant"}': '1.795249400045e+12',
  }),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /\/metrics/,
});
