import { expect, it } from 'vitest';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('remote-write/out-of-order', {
  says: [
    'ts=2023-04-21T03:32:34.904Z caller=dedupe.go:112 component=remote level=error remote_name=11063c url=http://x/api/v1/receive msg="non-recoverable error" count=800 err="server returned HTTP status 409 Conflict: store locally for endpoint 127.0.0.1:10901: add 8 samples: out of order sample"',
    'level=warn ts=2026-11-21T10:15:36Z caller=writer_errors.go:134 component=receive component=receive-writer tenant=default-tenant msg="Error on ingesting out-of-order samples" numDropped=4',
    '{"caller":"writer.go:120","component":"receive-writer","level":"warn","msg":"Error on ingesting out-of-order samples","numDropped":4,"tenant":"default-tenant"}',
    'level=debug component=receive-handler msg="failed to handle request" err="2 errors: forwarding request to endpoint r-1:10901: rpc error: code = AlreadyExists desc = store locally for endpoint r-1:10901: add 1 samples: out of order sample"',
    'ts=2024-01-01T00:00:00Z caller=write_handler.go:160 level=error component=web msg="Out of order sample from remote write" err="out of order sample" series="{__name__=\\"up\\"}" timestamp=1',
    'Exporting failed. {"name": "prometheusremotewrite", "error": "Permanent error: remote write returned HTTP status 400 Bad Request; err = %!w(<nil>): user=x: err: out of order sample. timestamp=2023-03-02T21:17:59.782Z"}',
  ],
  not: {
    // A scrape of samples out of order is the target's fault.
    'level=warn component="scrape manager" scrape_pool=app target=http://10.0.0.1:8080/metrics msg="Error on ingesting out-of-order samples" num_dropped=5':
      null,
    'level=warn component=receive-writer tenant=a msg="Error on ingesting samples with different value but same timestamp" numDropped=9':
      'remote-write/duplicate-writers',
  },
});

it('a 409 that says no more is shared among what it may be', async () => {
  const { causes } = await explainLines(
    'remote_name=3b702d url=http://x msg="non-recoverable error" count=100 err="server returned HTTP status 409 Conflict: conflict"',
  );
  const ids = causes.map(({ mode }) => mode.id).sort();
  expect(ids).toEqual([
    'remote-write/duplicate-writers',
    'remote-write/labels-rejected',
    'remote-write/out-of-order',
    'remote-write/samples-too-old',
  ]);
  for (const { probability } of causes) expect(probability).toBeLessThan(0.5);
});
