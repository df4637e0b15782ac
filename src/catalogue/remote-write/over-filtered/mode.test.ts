import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('remote-write/over-filtered', {
  sick: ['agent-over-filtered'],
  hidden: /\/status\/config|\/configmaps\/|\/targets\/metadata/,
});

describeTexts('remote-write/over-filtered', {
  says: [
    'level=debug component=receive-handler tenantHTTP=a msg="remote write request dropped due to relabeling."',
  ],
  not: {
    'level=debug component=remote remote_name=a msg="Not downsharding due to being too far behind"': null,
  },
});
