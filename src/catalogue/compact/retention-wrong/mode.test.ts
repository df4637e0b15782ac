import { describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('compact/retention-wrong', {
  says: [
    'level=error err="raw resolution must be higher than the minimum block size after which 5m resolution downsampling will occur (40 hours)\\nmain.runCompact\\n\\t/app/cmd/thanos/compact.go:416"',
    '{"err":"5m resolution retention must be higher than the minimum block size after which 1h resolution downsampling will occur (10 days)","level":"error"}',
  ],
  not: {
    'level=info msg="retention policy of raw samples is enabled" duration=720h0m0s': null,
  },
});

describeChanged('compact/retention-wrong', {
  from: 'healthy',
  change: wordsOf(
    /\/statefulsets\?|\/api\/v1\/pods\?/,
    '--retention.resolution-5m=60d',
    '--downsampling.disable',
  ),
  at: { role: 'compactor', variant: 'not-downsampled' },
  hidden: /\/statefulsets\?|\/api\/v1\/pods\?/,
});
