import { changes, describeChanged, logOf, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('compact/halted-overlap', {
  says: [
    'level=error ts=2026-11-21T07:11:22.022Z caller=compact.go:559 msg="critical error detected; halting" err="compaction: group 0@8403025132557603590: pre compaction overlap check: overlaps found while gathering blocks. [mint: 1658116800000, maxt: 1658124000000, range: 2h0m0s, blocks: 2]: <ulid: 01G8ADQB9EACGF27TJX4426ZZD, mint: 1, maxt: 2, range: 48h0m0s>"',
    'ts=2026-11-21T07:11:22Z level=error err="group 0@1: pre compaction overlap check: overlaps found while gathering blocks.\\ncompaction\\ncritical error detected\\nmain.runCompact.func8.1"',
    '{"err":"compaction: group 0@1: overlapping sources detected for plan [01A 01B]","level":"error","msg":"critical error detected; halting"}',
    'alertname="ThanosCompactHalted" severity="warning"',
    'thanos_compact_halted 1',
  ],
  not: {
    'level=warn msg="overlapping sources detected for plan" duplicated_block=01A to_compact_blocks="[01A 01B]"':
      null,
    'thanos_compact_halted 0': null,
    'level=error ts=2026-11-21T07:11:22.022Z caller=compact.go:559 msg="critical error detected; halting" err="compaction: group 0@1: block with not healthy index found /data/compact/0@1/01A; Compaction level 1; Labels: map[]: found 3 chunks completely outside the block time range"':
      'compact/corrupt-block',
  },
});

// A healthy Compactor that says of itself that it halted, and why.
describeChanged('compact/halted-overlap', {
  from: 'healthy',
  change: changes(
    wordsOf(
      /thanos-compactor-0:\d+\/proxy\/metrics/,
      '\nthanos_compact_halted 0',
      '\nthanos_compact_halted 1',
    ),
    logOf(
      /pods\/thanos-compactor-0\//,
      'ts=2026-11-21T08:50:00.000Z caller=compact.go:559 level=error msg="critical error detected; halting" err="compaction: group 0@1: pre compaction overlap check: overlaps found while gathering blocks. [mint: 1, maxt: 2, range: 2h0m0s, blocks: 2]"',
    ),
  ),
  at: { role: 'compactor', name: 'thanos-compactor' },
  hidden: /\/log\?/,
});
