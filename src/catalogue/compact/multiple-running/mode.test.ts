import { changes, copied, describeChanged } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('compact/multiple-running', {
  says: [
    'alertname=ThanosCompactMultipleRunning severity=warning',
    'No more than one Thanos Compact instance should be running at once. There are 2 instances running.',
  ],
  not: {
    'thanos-compact-0   1/1   Running   0   3d': null,
  },
});

const second = (copy: string) => copy.replaceAll('thanos-compactor', 'thanos-compact-b');

// A second workload with the same configuration of the bucket.
describeChanged('compact/multiple-running', {
  from: 'healthy',
  change: changes(
    copied(/\/statefulsets\?/, 'thanos-compactor', second),
    copied(/^\/api\/v1\/pods\?/, 'thanos-compactor', second),
  ),
  at: { role: 'compactor' },
  hidden: /^\/api\/v1\/pods\?/,
});
