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
