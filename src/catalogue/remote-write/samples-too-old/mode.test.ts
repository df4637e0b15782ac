import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/samples-too-old', {
  says: [
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 2000 samples: out of bounds"',
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: out of bounds: timestamp is too far in the future"',
    'level=warn component=receive component=receive-writer tenant=a msg="Error on ingesting samples that are too old or are too far into the future" numDropped=120',
    '{"component":"receive-writer","level":"warn","msg":"Error on ingesting samples that are outside of the allowed out-of-order time window","numDropped":7}',
    'level=warn component=receive-writer tenant=a msg="block metric too far in the future" lset="{__name__=\\"up\\"}" timestamp=1895251197000 bound=1795251197',
    'remote_name=e03fc3 err="server returned HTTP status 409 Conflict: store locally for endpoint r-0:10901: add 31 samples: too old sample" msg="non-recoverable error"',
  ],
  not: {
    'level=warn component="scrape manager" scrape_pool=app msg="Error on ingesting samples that are too old or are too far into the future" num_dropped=5':
      null,
    'panic: runtime error: index out of bounds': null,
  },
});
