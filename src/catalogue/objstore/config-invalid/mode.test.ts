import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('objstore/config-invalid', {
  says: [
    'InvalidBucketName: The specified bucket is not valid.',
    'level=error caller=main.go:171 err="no s3 endpoint in config file\\ncreate S3 client\\ngithub.com/thanos-io/objstore/client.NewBucket"',
    'level=error err="yaml: unmarshal errors:\\n  line 4: field acces_key not found in type s3.Config\\nparsing config YAML file\\ngithub.com/thanos-io/objstore/client.NewBucket\\n\\t/go/pkg/mod/github.com/thanos-io/objstore/client/factory.go:48"',
    '{"level":"error","err":"bucket with type S33 is not supported"}',
    'Error parsing commandline arguments: flag objstore.config-file or objstore.config is required for running this command and content cannot be empty.',
    'loading file /etc/objstore/objstore.yml for objstore.config-file: open /etc/objstore/objstore.yml: no such file or directory',
    'create AZURE client: storage_account_name is required but not configured',
    'create GCS client: missing Google Cloud Storage bucket name for stored blocks',
  ],
  not: {
    'level=info msg="no supported bucket was configured, uploads will be disabled"': null,
    'MountVolume.SetUp failed for volume "objstore" : secret "thanos-objstore" not found':
      'workload/config-object-missing',
    'create S3 client: initialize s3 client: Endpoint url cannot have fully qualified paths.':
      'objstore/endpoint-wrong',
  },
});

// A Store that ends at its start, with another last line.
describeChanged('objstore/config-invalid', {
  from: 'objstore-credentials-invalid',
  change: logOf(
    /pods\/(?:defovok-zupelsel|dehawen)-/,
    'ts=2026-11-21T07:11:22.022Z caller=main.go:171 level=error err="no s3 endpoint in config file\\ncreate S3 client\\ngithub.com/thanos-io/objstore/client.NewBucket"',
  ),
  at: { role: 'object-store' },
  hidden: /\/log\?/,
});
