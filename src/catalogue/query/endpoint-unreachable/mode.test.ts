import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/endpoint-unreachable', {
  says: [
    'level=warn component=endpointset msg="update of endpoint failed" err="getting metadata: fallback fetching info from 10.0.0.1:10901: rpc error: code = DeadlineExceeded desc = context deadline exceeded" address=10.0.0.1:10901',
    'level=info msg="removing endpoint because it\'s unhealthy or does not exist" address=10.0.0.1:10901 extLset="{replica=\\"a\\"}"',
    '{"level":"error","msg":"failed to resolve addresses for endpoints","err":"lookup SRV records \\"_grpc._tcp.store\\": no such host"}',
    'receive series from Addr: 10.0.0.1:10901 LabelSets: {} MinTime: 1 MaxTime: 2: rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing: dial tcp 10.0.0.1:10901: connect: connection refused\\"',
    'alertname=ThanosQueryGrpcClientErrorRate',
  ],
  not: {
    'level=info msg="adding new store with [storeEndpoints]" address=10.0.0.1:10901 extLset="{}"': null,
  },
});
