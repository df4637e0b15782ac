import { describeChanged, replaced } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/protocol-mismatch', {
  says: [
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 415 Unsupported Media Type: io.prometheus.write.v2.Request protobuf message is not accepted by this server; only accepts prometheus.WriteRequest"',
    'level=ERROR source=queue_manager.go:1725 component=remote remote_name=a msg="we got 2xx status code from the Receiver yet statistics indicate some data was not written; investigation needed" failedSampleCount=2000',
    'level=error component=receive-handler tenant=a msg="snappy decode error" err="snappy: corrupt input"',
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: snappy decode error: snappy: corrupt input"',
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: proto: wrong wireType = 2 for field Timestamp"',
    'level=warn component=remote remote_name=a msg="Dropped native histogram with custom buckets (NHCB) as remote write v1 does not support itB" ref=4',
    'ts=2024-01-01T00:00:00Z caller=write_handler.go:80 level=error component=web msg="Error decoding remote write request" err="proto: illegal wireType 7"',
  ],
  not: {
    'level=debug component=receive-handler msg="only metadata from client; metadata ingestion not supported; skipping"':
      null,
    'level=warn component=remote msg="usage of \'metadata_config.send\' is redundant when using remote write v2 (or higher) as metadata will always be gathered from the WAL"':
      null,
  },
});

// Receive 0.42 answers 200 to a message of remote write 2.0 and keeps nothing: the configuration tells.
describeChanged('remote-write/protocol-mismatch', {
  from: 'healthy',
  change: replaced(
    /^cluster-02 .*status\/config/,
    'prometheus.WriteRequest',
    'io.prometheus.write.v2.Request',
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/status\/config/,
});
