import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { describeChanged, logUntil, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/access-denied', {
  says: [
    'mc: <ERROR> Unable to list folder. Access Denied.',
    'An error occurred (403) when calling the HeadObject operation: Forbidden',
    'level=error msg="upload failed" err="upload chunks: upload s3 object: 403 Forbidden"',
    'level=error ts=2026-11-21T07:11:22.022Z caller=main.go:161 err="Access Denied\\nBaseFetcher: iter bucket\\ngithub.com/thanos-io/thanos/pkg/block.(*BaseFetcher).fetchMetadata"',
    'level=error component=receive component=uploader msg="upload failed" err="upload: check exists: stat s3 object: Access Denied."',
    '{"caller":"compact.go:559","err":"sync: BaseFetcher: iter bucket: Access Denied.","level":"error","msg":"retriable error"}',
    'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::1:user/thanos is not authorized to perform: s3:PutObject',
    'googleapi: Error 403: thanos@project.iam.gserviceaccount.com does not have storage.objects.list access to the Google Cloud Storage bucket.',
    'RESPONSE 403: 403 This request is not authorized to perform this operation using this permission. ERROR CODE: AuthorizationPermissionMismatch',
    'E1121 07:11:22.022000       1 upload.go:10] upload chunks: upload s3 object: Access Denied.',
  ],
  not: {
    "Error 1045: Access denied for user 'grafana'@'10.0.0.1' (using password: YES)":
      'grafana/database-unavailable',
    'could not create volume in EC2: operation error EC2: CreateVolume, api error AccessDenied: not allowed':
      'storage/csi-driver-unauthorized',
    'level=info msg="upload new block" id=01J': null,
    'BaseFetcher: iter bucket: The Access Key Id you provided does not exist in our records.':
      'objstore/credentials-invalid',
    'alert ThanosCompactBucketHighOperationFailures is firing': 'objstore/access-denied',
  },
});

// Clients whose keys are refused, with another answer of the store.
describeChanged('objstore/access-denied', {
  from: 'objstore-credentials-invalid',
  change: wordsOf(
    /\/log\?/,
    'The access key ID you provided does not exist in our records.',
    'Access Denied.',
  ),
  at: { role: 'object-store' },
  hidden: /\/log\?/,
});

it('objstore/access-denied is that of the identity where the others only read', async () => {
  const refused =
    'level=error component=receive component=uploader msg="upload failed" err="upload: upload chunks: upload s3 object: Access Denied."';
  const log = logUntil(/cluster-01 .*thanos-receive-\d\//, '2026-11-21T08:53:10.000Z', refused);
  const { diagnosis } = await replayChanged('healthy', log);
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
  expect(confirmed.map(({ mode, component }) => [mode, component.role])).toEqual([
    ['objstore/access-denied', 'object-store'],
  ]);
});
