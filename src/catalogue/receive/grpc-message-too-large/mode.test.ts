import { describe, expect, it } from 'vitest';
import { changes, describeChanged, logOf, metricsOf } from '../../changed.testing.ts';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('receive/grpc-message-too-large', {
  says: [
    'level=error caller=handler.go:650 msg="internal server error" err="rpc error: code = ResourceExhausted desc = grpc: received message larger than max (5000000 vs. 4194304)"',
    'level=debug component=receive component=receive-handler tenant=a msg="failed to handle request" err="forwarding request to endpoint {thanos-receive-1:10901 }: rpc error: code = ResourceExhausted desc = grpc: received message larger than max (8388700 vs. 4194304)"',
    '{"component":"receive-handler","err":"forwarding request to endpoint thanos-receive-2:10901: rpc error: code = ResourceExhausted desc = trying to send message larger than max (5242880 vs. 4194304)","level":"error","msg":"internal server error"}',
    'server returned HTTP status 500 Internal Server Error: forwarding request to endpoint {r-0:10901 }: rpc error: code = ResourceExhausted desc = grpc: message after decompression larger than max (9000000 vs. 4194304)',
  ],
  not: {
    'level=info component=receive msg="listening for StoreAPI and WritableStoreAPI gRPC" address=0.0.0.0:10901':
      null,
  },
});

describe('receive/grpc-message-too-large', () => {
  it('is not what a Query says of a store', async () => {
    const { causes } = await explainLines(
      'receive series from Addr: receive-0:10901: rpc error: code = ResourceExhausted desc = grpc: received message larger than max (8388700 vs. 4194304)',
    );
    expect(causes.map(({ mode }) => mode.id)).not.toContain('receive/grpc-message-too-large');
  });
});

const LINE =
  'level=error component=receive component=receive-handler tenant=a msg="internal server error" err="forwarding request to endpoint {thanos-receive-1:10901 }: rpc error: code = ResourceExhausted desc = grpc: received message larger than max (8388700 vs. 4194304)"';

describeChanged('receive/grpc-message-too-large', {
  from: 'healthy',
  change: changes(
    metricsOf(/thanos-receive-0/, { 'thanos_receive_forward_requests_total{result="error"}': '17' }),
    logOf(/thanos-receive-0\//, LINE, LINE),
  ),
  at: { role: 'receive', name: 'thanos-receive' },
  hidden: /\/log\?|\/metrics/,
});
