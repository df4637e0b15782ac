import { describeTexts } from '../../texts.testing.ts';

describeTexts('logs/bulk-rejected', {
  says: [
    '[2026/11/21 10:00:00] [error] [output:opensearch:opensearch.0] HTTP status=429 URI=/_bulk, response:',
    '{"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"rejected execution of org.elasticsearch.transport"}}}',
    '{"type":"rejected_execution_exception","reason":"rejected execution of coordinating operation [coordinating_and_primary_bytes=1]"}',
    '{"type":"cluster_block_exception","reason":"index [logs-2026] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];"}',
    '{"type":"circuit_breaking_exception","reason":"[parent] Data too large, data for [<http_request>]"}',
    '{"type":"validation_exception","reason":"Validation Failed: 1: this action would add [2] total shards, but this cluster currently has [1000]/[1000] maximum shards open;"}',
  ],
  not: {
    'ts=2026 level=warn msg="Failed to send batch, retrying" err="server returned HTTP status 429 Too Many Requests"':
      'remote-write/rate-limited',
    "[2026/11/21 10:00:00] [ warn] [engine] failed to flush chunk '1-1.flb', retry in 7 seconds": null,
  },
});
