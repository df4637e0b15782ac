import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, logOf, metricsOf, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('compact/corrupt-block', {
  says: [
    'level=error msg="retriable error" err="first pass of downsampling failed: downsampling to 5 min: download block 01A: get file 01A/chunks/000001: The specified key does not exist."',
    'level=error ts=2026-11-21T07:11:22.022Z caller=compact.go:559 msg="critical error detected; halting" err="compaction: group 0@1: block with not healthy index found /data/compact/0@1/01A; Compaction level 1; Labels: map[]: found 3 chunks completely outside the block time range"',
    'level=error ts=2026-11-21T07:11:22.022Z caller=compact.go:559 msg="critical error detected; halting" err="compaction: group 0@1: compact blocks [/data/compact/0@1/01A]: populate block: chunk iter: cannot populate chunk 8 from block 01A: segment index 0 out of range"',
    '{"err":"compact blocks [01A 01B]: populate block: checksum mismatch expected:1, actual:2","level":"error","msg":"critical error detected; halting"}',
    'level=warn msg="failed to sync" err="incomplete view: meta.json 01A/meta.json unmarshal: unexpected end of JSON input: meta.json corrupted"',
    'thanos_blocks_meta_synced{state="corrupted-meta-json"} 2',
    'level=error err="first pass of downsampling failed: downsampling to 5 min: input block index not valid: open index file: read postings: invalid checksum"',
  ],
  not: {
    'thanos_blocks_meta_synced{state="corrupted-meta-json"} 0': null,
    'level=info msg="found partially uploaded block; deleting" block=01A': null,
    'level=warn msg="Encountered WAL read error, attempting repair" err="read records: corruption in segment /data/wal/00000012 at 1"':
      'agent/wal-corrupt',
  },
});

describeChanged('compact/corrupt-block', {
  from: 'healthy',
  change: wordsOf(
    /thanos-compactor-0:\d+\/proxy\/metrics/,
    'thanos_blocks_meta_synced{state="corrupted-meta-json"} 0',
    'thanos_blocks_meta_synced{state="corrupted-meta-json"} 2',
  ),
  at: { role: 'compactor', name: 'thanos-compactor' },
  hidden: /thanos-compactor-0:\d+\/proxy\/metrics/,
});

it('compact/corrupt-block is also why a Store cannot load the block', async () => {
  const { diagnosis } = await replayChanged(
    'healthy',
    changes(
      wordsOf(
        /thanos-compactor-0:\d+\/proxy\/metrics/,
        'thanos_blocks_meta_synced{state="corrupted-meta-json"} 0',
        'thanos_blocks_meta_synced{state="corrupted-meta-json"} 2',
      ),
      metricsOf(/thanos-store-0/, { thanos_bucket_store_block_load_failures_total: '3' }),
      logOf(
        /thanos-store-0\//,
        'level=warn msg="loading block failed" elapsed=12ms id=01HF7Q9K8X2Z6W1N5T3R4Y0ABC err="create index header reader: get object attributes of 01HF7Q9K8X2Z6W1N5T3R4Y0ABC/index: The specified key does not exist."',
      ),
    ),
  );
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
  expect(confirmed.map(({ mode }) => mode)).toEqual(['compact/corrupt-block']);
  expect(confirmed[0]?.explains).toContainEqual(expect.stringContaining('block-gone'));
});
