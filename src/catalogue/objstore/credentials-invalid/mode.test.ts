import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/credentials-invalid', {
  says: [
    'ts=2026-11-21T07:11:22.022Z level=error msg="failed to sync" err="BaseFetcher: iter bucket: The Access Key Id you provided does not exist in our records."',
    '<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error>',
    'operation error S3: ListObjectsV2, https response error StatusCode: 400, api error ExpiredToken: The provided token has expired.',
    'RESPONSE 403: 403 Server failed to authenticate the request. ERROR CODE: AuthenticationFailed',
    'googleapi: Error 401: Anonymous caller does not have storage.objects.list access to the Google Cloud Storage bucket., required',
    'create GCS client: google: could not find default credentials. See https://cloud.google.com/docs/authentication',
  ],
  not: {
    'SignatureDoesNotMatch: Signature expired: 20261121T071122Z is now earlier than 20261121T072122Z':
      'objstore/clock-skew',
    'could not create volume in EC2: AuthFailure: ExpiredToken: the security token included in the request is expired':
      'storage/csi-driver-unauthorized',
  },
});

describeMode('objstore/credentials-invalid', { sick: ['objstore-credentials-invalid'], hidden: /\/log\?/ });
