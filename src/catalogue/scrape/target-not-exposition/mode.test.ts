import { describeChanged, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-not-exposition', {
  says: [
    'Error: expected a valid start token, got "{" ("INVALID") while parsing: "{"',
    '"lastError": "\\"INVALID\\" is not a valid start token",',
    'level=warn component="scrape manager" scrape_pool=web target=http://10.0.0.2:80/ msg="Append failed" err="expected a valid start token, got \\"<\\" (\\"INVALID\\") while parsing: \\"<\\""',
    '{"level":"ERROR","source":"scrape.go:1672","msg":"Failed to determine correct type of scrape target.","component":"scrape manager","scrape_pool":"web","content_type":"application/json","fallback_media_type":"","err":"received unsupported Content-Type \\"application/json\\" and no fallback_scrape_protocol specified for target"}',
    '"lastError":"non-compliant scrape target sending blank Content-Type and no fallback_scrape_protocol specified for target"',
    '"lastError": "received unsupported Content-Type \\"text/html; charset=utf-8\\" and no fallback_scrape_protocol specified for target"',
    'expected value after metric, got "INVALID" ("INVALID") while parsing: "up ok"',
    '"lastError": "data does not end with # EOF"',
    'error while linting: text format parsing error in line 1: invalid metric name',
  ],
  not: {
    'level=DEBUG msg="Scrape target" err="received unsupported Content-Type \\"application/json\\", using fallback_scrape_protocol \\"text/plain\\""':
      null,
    'level=DEBUG err="non-compliant scrape target sending blank Content-Type, using fallback_scrape_protocol \\"text/plain\\""':
      null,
  },
});

describeChanged('scrape/target-not-exposition', {
  from: 'healthy',
  change: targetsFail(
    'cluster-02',
    ':8080',
    'expected a valid start token, got "{" ("INVALID") while parsing: "{"',
  ),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
