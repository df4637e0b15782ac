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
