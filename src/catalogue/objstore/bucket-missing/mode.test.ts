import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/bucket-missing', {
  says: [
    'level=error ts=2026-11-21T07:11:22.022Z caller=main.go:171 err="The specified bucket does not exist\\nBaseFetcher: iter bucket\\ngithub.com/thanos-io/thanos/pkg/block.(*BaseFetcher).fetchMetadata"',
    '{"level":"error","msg":"retriable error","err":"BaseFetcher: iter bucket: storage: bucket doesn\'t exist"}',
    'An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist',
    'RESPONSE 404: 404 The specified container does not exist. ERROR CODE: ContainerNotFound',
  ],
  not: {
    'The bucket policy does not exist (NoSuchBucketPolicy)': null,
    'level=debug msg="uploaded file" bucket=thanos': null,
  },
});

describeMode('objstore/bucket-missing', { sick: ['bucket-missing'], hidden: /\/log\?/ });
