import { describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/throttled', {
  says: [
    'level=error msg="retriable error" err="compaction: group 0@1: upload of 01J failed: upload chunks: upload s3 object: Please reduce your request rate."',
    'api error SlowDown: Please reduce your request rate.',
    '{"level":"warn","err":"iter bucket: Resource requested is unwritable, please reduce your request rate"}',
    'googleapi: Error 429: The object thanos/01J/meta.json exceeded the rate limit for object mutation operations (create, update, and delete)., rateLimitExceeded',
    'RESPONSE 503: 503 Egress is over the account limit. ERROR CODE: ServerBusy',
  ],
  not: {
    'level=info msg="retry after SlowDown"': null,
    'msg="non-recoverable error" err="server returned HTTP status 429 Too Many Requests: limit"':
      'remote-write/rate-limited',
  },
});

// Clients whose keys are refused, with another answer of the store.
describeChanged('objstore/throttled', {
  from: 'objstore-credentials-invalid',
  change: wordsOf(
    /\/log\?/,
    'The access key ID you provided does not exist in our records.',
    'Please reduce your request rate.',
  ),
  at: { role: 'object-store' },
  hidden: /\/log\?/,
});
