import { describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/endpoint-wrong', {
  says: [
    "level=error err=\"BaseFetcher: iter bucket: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'\"",
    'BaseFetcher: iter bucket: 301 response missing Location header',
    '<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message></Error>',
    '{"level":"error","err":"iter bucket: Get \\"https://minio:9000/thanos/\\": http: server gave HTTP response to HTTPS client"}',
    'err="iter bucket: Client sent an HTTP request to an HTTPS server.\\n"',
    'BaseFetcher: iter bucket: S3 API Requests must be made to API port.',
    'create S3 client: initialize s3 client: Endpoint url cannot have fully qualified paths.',
    'BaseFetcher: iter bucket: expected element type <ListBucketResult> but have <html>',
    'level=error msg="retriable error" err="BaseFetcher: iter bucket: Get \\"http://minio:9001/thanos/?location=\\": net/http: HTTP/1.x transport connection broken: malformed HTTP response \\"\\x00\\x00\\x18\\"" bucket=thanos',
  ],
  not: {
    'The authorization header is malformed; a non-empty Access Key (AKID) must be provided in the credential.':
      'objstore/credentials-invalid',
    'Get "https://10.0.0.1:9100/metrics": http: server gave HTTP response to HTTPS client':
      'scrape/target-tls',
  },
});

// Clients whose keys are refused, with another answer of the store.
describeChanged('objstore/endpoint-wrong', {
  from: 'objstore-credentials-invalid',
  change: wordsOf(
    /\/log\?/,
    'The access key ID you provided does not exist in our records.',
    "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
  ),
  at: { role: 'object-store' },
  hidden: /\/log\?/,
});
