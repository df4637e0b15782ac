import { describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/clock-skew', {
  says: [
    'level=error err="BaseFetcher: iter bucket: The difference between the request time and the server\'s time is too large."',
    'An error occurred (RequestTimeTooSkewed) when calling the ListObjects operation: The difference between the request time and the current time is too large.',
    'api error SignatureDoesNotMatch: Signature not yet current: 20261121T081122Z is still later than 20261121T072622Z',
    "AuthenticationFailed: Server failed to authenticate the request. Request date header too old: 'Sat, 21 Nov 2026 07:11:22 GMT'",
    'oauth2: "invalid_grant" "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim."',
  ],
  not: {
    'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided.':
      'objstore/credentials-invalid',
    'level=warn msg="Error on ingesting samples that are too old or are too far into the future"':
      'scrape/timestamps-rejected',
  },
});

// Clients whose keys are refused, with another answer of the store.
describeChanged('objstore/clock-skew', {
  from: 'objstore-credentials-invalid',
  change: wordsOf(
    /\/log\?/,
    'The access key ID you provided does not exist in our records.',
    "The difference between the request time and the server's time is too large.",
  ),
  at: { role: 'object-store' },
  hidden: /\/log\?/,
});
