import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/grpc-message-too-large', {
  says: [
    'receive series from Addr: 10.0.0.1:10901: rpc error: code = ResourceExhausted desc = grpc: received message larger than max (5242880 vs. 4194304)',
    '{"level":"error","err":"rpc error: code = ResourceExhausted desc = grpc: trying to send message larger than max (2147483648 vs. 2147483647)"}',
  ],
  not: {
    'msg="failed to handle request" err="forwarding request to endpoint receive-1:10901: rpc error: code = ResourceExhausted desc = grpc: received message larger than max (1 vs. 2)"':
      'receive/grpc-message-too-large',
  },
});
