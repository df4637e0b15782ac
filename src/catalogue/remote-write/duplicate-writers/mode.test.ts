import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/duplicate-writers', {
  says: [
    'ts=2023-04-21T03:32:34.904Z caller=dedupe.go:112 component=remote level=error remote_name=11063c msg="non-recoverable error" count=800 exemplarCount=0 err="server returned HTTP status 409 Conflict: forwarding request to endpoint r-2:10901: rpc error: code = AlreadyExists desc = store locally for endpoint r-2:10901: add 1 samples: duplicate sample for timestamp"',
    'level=warn component=receive component=receive-writer tenant=a msg="Error on ingesting samples with different value but same timestamp" numDropped=9',
    '{"component":"receive-writer","level":"warn","msg":"Error on ingesting samples with different value but same timestamp","numDropped":9}',
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: duplicate sample for timestamp 1795251197000; overrides not allowed: existing 1, new value 2"',
  ],
  not: {
    'level=warn component="scrape manager" scrape_pool=app msg="Error on ingesting samples with different value but same timestamp" num_dropped=5':
      null,
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 8 samples: out of order sample"':
      'remote-write/out-of-order',
  },
});
