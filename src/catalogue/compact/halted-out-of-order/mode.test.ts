import { changes, describeChanged, logOf, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('compact/halted-out-of-order', {
  says: [
    'level=error ts=2026-11-21T07:11:22.022Z caller=compact.go:559 msg="critical error detected; halting" err="compaction: group 0@1: blocks with out-of-order chunks are dropped from compaction:  /data/compact/0@1/01A: 4/120 series have an average of 1.000 out-of-order chunks: 0.000 of these are exact duplicates (in terms of data and time range)"',
    'level=error msg="critical error detected; halting" err="compaction: group 0@1: block id 01A, try running with --debug.accept-malformed-index: index contains 10 postings with out of order labels"',
    '{"err":"first pass of downsampling failed: downsampling to 5 min: downsample block 01A to window 300000: found overlapping chunks within series 12. Chunks expected to be ordered by min time and non-overlapping","level":"error"}',
    'level=error ts=2026-11-21T07:11:22.022Z caller=compact.go:559 msg="critical error detected; halting" err="compaction: group 0@1: gather index issues for block /data/compact/0@1/01A: series {a=\\"1\\"} out of order; previous {a=\\"2\\"}"',
  ],
  not: {
    'level=warn msg="Error on ingesting out-of-order samples" numDropped=3': 'remote-write/out-of-order',
    'server returned HTTP status 409 Conflict: out of order sample': 'remote-write/out-of-order',
  },
});

// A healthy Compactor that says of itself that it halted, and why.
describeChanged('compact/halted-out-of-order', {
  from: 'healthy',
  change: changes(
    wordsOf(
      /thanos-compactor-0:\d+\/proxy\/metrics/,
      '\nthanos_compact_halted 0',
      '\nthanos_compact_halted 1',
    ),
    logOf(
      /pods\/thanos-compactor-0\//,
      'ts=2026-11-21T08:50:00.000Z caller=compact.go:559 level=error msg="critical error detected; halting" err="compaction: group 0@1: blocks with out-of-order chunks are dropped from compaction:  /data/compact/0@1/01A: 4/120 series have an average of 1.000 out-of-order chunks"',
    ),
  ),
  at: { role: 'compactor', name: 'thanos-compactor' },
  hidden: /\/log\?/,
});
