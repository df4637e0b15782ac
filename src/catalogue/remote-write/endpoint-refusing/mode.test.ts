import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('remote-write/endpoint-refusing', { sick: ['endpoint-refusing'], hidden: /\/log\?/ });

describeTexts('remote-write/endpoint-refusing', {
  says: [
    'time=2026-11-21T10:15:36.046Z level=WARN source=queue_manager.go:2078 msg="Failed to send batch, retrying" component=remote remote_name=e03fc3 url=http://x/api/v1/receive err="Post \\"http://x/api/v1/receive\\": dial tcp 10.64.0.10:30291: connect: connection refused"',
    '{"component":"remote","level":"warn","remote_name":"e03fc3","msg":"Failed to send batch, retrying","err":"Post \\"http://x\\": dial tcp 10.64.0.10:30291: connect: connection refused"}',
    'vmagent error client.go:400 couldn\'t send a block with size 1245 bytes to "1:secret-url": Post "http://x": dial tcp 10.0.0.1:19291: connect: connection refused; re-sending the block in 2.000 seconds',
  ],
  not: {
    'component="scrape manager" scrape_pool=app err="Get \\"http://10.0.0.1:8080/metrics\\": dial tcp 10.0.0.1:8080: connect: connection refused"':
      'scrape/target-refused',
  },
});
