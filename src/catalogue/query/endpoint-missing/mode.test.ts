import type { Json } from '../../../evidence/transport.ts';
import { changes, describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/endpoint-missing', {
  says: [
    'level=warn ts=2026-11-21T07:11:22Z component=proxy err="No StoreAPIs matched for this query" stores=',
    '{"status":"success","warnings":["No StoreAPIs matched for this query"],"data":{"resultType":"vector","result":[]}}',
  ],
  not: {
    'level=info msg="adding new store with [storeEndpoints]" address=10.0.0.1:10901': null,
  },
});

const STORE = '--endpoint=dnssrv+_grpc._tcp.thanos-store.monitoring.svc.cluster.local';

// Query with one endpoint less, and no such store in its list.
describeChanged('query/endpoint-missing', {
  from: 'healthy',
  change: changes(wordsOf(/\/deployments\?|\/api\/v1\/pods\?/, `,"${STORE}"`, ''), (request, body) =>
    request.path.endsWith('/api/v1/stores')
      ? (JSON.parse(
          JSON.stringify(body).replace('"store":[', '"none":[').replace('10.64.20.80', '10.9.9.9'),
        ) as Json)
      : body,
  ),
  at: { role: 'query', name: 'thanos-query' },
  hidden: /\/api\/v1\/stores/,
});

// The name of the Service with two letters exchanged.
describeChanged('query/endpoint-missing', {
  from: 'healthy',
  change: wordsOf(/\/deployments\?|\/api\/v1\/pods\?/, STORE, STORE.replace('store', 'stroe')),
  at: { role: 'query', name: 'thanos-query' },
  hidden: /\/services\?/,
});
