import { describe, expect, it } from 'vitest';
import { changes, describeChanged, logOf, metricsOf, wordsOf } from '../../changed.testing.ts';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('sidecar/upload-failing', {
  says: [
    'level=error caller=main.go:174 err="found that TSDB Max time is 1d7h and Min time is 2h. Compaction needs to be disabled (storage.tsdb.min-block-duration = storage.tsdb.max-block-duration)\\nfailed to validate prometheus flags"',
    'level=warn caller=sidecar.go:483 err="upload 01HF7Q9K8X2Z6W1N5T3R4Y0ABC: hard link block: open /prometheus/01HF/index: no such file or directory" uploaded=0',
    '{"caller":"sidecar.go:483","err":"failed to sync 1/0 blocks","level":"warn","uploaded":2}',
    'level=error caller=shipper.go:434 msg="shipping failed" block=01HF7Q9K8X2Z6W1N5T3R4Y0ABC err="upload index: read /prometheus/thanos/upload: input/output error"',
    'level=error err="no external labels configured on Prometheus server, uniquely identifying external labels must be configured"',
    'err="not uploading as no external labels are configured yet - is Prometheus healthy/reachable?\\naborting as no external labels found after waiting 10m"',
    'ThanosSidecarBucketOperationsFailed is firing',
  ],
  not: {
    'level=info caller=sidecar.go:145 msg="no supported bucket was configured, uploads will be disabled"':
      null,
    'level=info caller=shipper.go:479 msg="upload new block" id=01HF7Q9K8X2Z6W1N5T3R4Y0ABC': null,
  },
});

describe('sidecar/upload-failing', () => {
  it('leaves what the object store refuses to the object store', async () => {
    const { causes } = await explainLines(
      'level=error caller=shipper.go:434 msg="shipping failed" block=01HF err="upload chunks: upload file: Access Denied."',
    );
    expect(causes.map(({ mode }) => mode.id)).not.toContain('sidecar/upload-failing');
  });
});

/** The Store of the recording as a sidecar of the same pod: nothing here ever ran as one. */
const asSidecar = wordsOf(
  /statefulsets|\/pods\?/,
  '"args":["store"',
  '"args":["sidecar","--prometheus.url=http://localhost:9090"',
);

describeChanged('sidecar/upload-failing', {
  from: 'healthy',
  change: changes(
    asSidecar,
    metricsOf(/thanos-store-0/, {
      thanos_sidecar_prometheus_up: '1',
      thanos_shipper_dir_sync_failures_total: '12',
    }),
    logOf(
      /thanos-store-0\//,
      'level=warn caller=sidecar.go:483 err="upload 01HF7Q9K8X2Z6W1N5T3R4Y0ABC: hard link block: open /prometheus/01HF7Q9K8X2Z6W1N5T3R4Y0ABC/index: no such file or directory" uploaded=0',
    ),
  ),
  at: { role: 'sidecar', name: 'thanos-store' },
  hidden: /\/log\?|\/metrics/,
});
