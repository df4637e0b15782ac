import { defineFindings, type Text } from '../kind.ts';

/** What says that a gRPC limit was met by an answer to Query, and not by samples that Receives forward. */
const FORWARDED: readonly string[] = [
  ...[
    'forward',
    'remote write',
    'remote_write',
    'remotewrite',
    'replicat',
    'receive-handler',
    'writeablestore',
  ],
  ...['etcd', 'otlp', 'opentelemetry', 'exporter/'],
];

const CACHES: readonly string[] = ['memcached', 'memcache', 'redis'];

/** What the network says of a cache that is not there. kubectl's own cache of kinds is in a file memcache.go. */
const notReached = (words: readonly string[]): Text[] =>
  CACHES.flatMap((cache) =>
    words.map(
      (word): Text => ({
        has: [word, cache],
        lacks: ['exporter', 'memcache.go'],
        source: `Go net, with ${cache}`,
      }),
    ),
  );

/** What a query frontend says when its Query is not there: it asks nobody else, but for its caches. */
const downstreamNotReached = (): Text[] =>
  ['component=query-frontend', '"component":"query-frontend"'].flatMap((component) =>
    ['no such host', 'connection refused', 'no route to host', 'i/o timeout'].map(
      (word): Text => ({
        has: [word, component],
        lacks: [...CACHES, 'bucket', 'otlp', 'tracing'],
        source: 'Go net, in the log of thanos cmd/thanos/query_frontend.go',
      }),
    ),
  );

export const query = defineFindings({
  'store-unreachable': {
    leak: 1e-3,
    sentence: { en: '{subject}: Query does not reach a store', ko: '{subject}: Query가 스토어에 연결 불가' },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['update of endpoint failed'], source: 'thanos pkg/query/endpointset.go' },
        { has: ['update of store node failed'], source: 'thanos pkg/query/storeset.go: before 0.24' },
        { has: ["because it's unhealthy or does not exist"], source: 'thanos pkg/query/endpointset.go' },
        { has: ['new endpoint creation failed'], source: 'thanos pkg/query/endpointset.go' },
        { has: ['failed to resolve addresses for endpoints'], source: 'thanos cmd/thanos/endpointset.go' },
        {
          has: ['failed to resolve addresses for storeapis'],
          source: 'thanos cmd/thanos/query.go: before 0.38',
        },
        { has: ['failed to resolve addresses passed using endpoint-group'], source: 'as above' },
        { has: ['initial grpc endpoint resolution failed'], source: 'thanos pkg/discovery/dns/grpc.go' },
        {
          has: ['skipping endpoint due to tls configuration error'],
          source: 'thanos cmd/thanos/endpointset.go',
        },
        { has: ['fetch series for', 'unavailable'], source: 'thanos pkg/store/proxy_merge.go' },
        { has: ['receive series from', 'unavailable'], source: 'thanos pkg/store/proxy_merge.go' },
        { has: ['fetch label values from store', 'unavailable'], source: 'thanos pkg/store/proxy.go' },
        { has: ['fetch label names from store', 'unavailable'], source: 'thanos pkg/store/proxy.go' },
        { has: ['failed to receive any data in'], source: 'thanos pkg/store/proxy_merge.go' },
        {
          has: ['thanosquerygrpcclienterrorrate'],
          isAlert: true,
          source: 'thanos mixin/alerts/query.libsonnet',
        },
        {
          has: ['thanosquerygrpcservererrorrate'],
          isAlert: true,
          source: 'thanos mixin/alerts/query.libsonnet',
        },
        { has: ['thanosqueryhighdnsfailures'], isAlert: true, source: 'thanos mixin/alerts/query.libsonnet' },
        {
          has: ['thanosqueryhttprequestqueryerrorratehigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/query.libsonnet',
        },
        {
          has: ['thanosqueryhttprequestqueryrangeerrorratehigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/query.libsonnet',
        },
        { has: ['querynotanswering'], isAlert: true, source: 'fleetmedic src/platform/rules/query.ts' },
        { has: ['queryendpointlost'], isAlert: true, source: 'fleetmedic src/platform/rules/query.ts' },
        { has: ['queryerrors'], isAlert: true, source: 'fleetmedic src/platform/rules/query.ts' },
      ],
    },
  },
  'store-not-configured': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: Query does not know a store that it should',
      ko: '{subject}: Query에 등록되지 않은 스토어 있음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        { has: ['no storeapis matched for this query'], source: 'thanos pkg/store/proxy.go' },
        { has: ['no storeapis available'], source: 'thanos pkg/store/proxy.go' },
        { has: ['no store matched for this query'], source: 'thanos pkg/store/proxy.go: before 0.29' },
      ],
    },
  },
  'store-address-differs': {
    leak: 1e-5,
    sentence: {
      en: "{subject}: Query's address of the store differs from the store's",
      ko: '{subject}: Query의 스토어 주소가 실제와 다름',
    },
  },
  'query-unanswered': {
    leak: 1e-3,
    sentence: { en: '{subject}: queries are not answered', ko: '{subject}: 쿼리 응답 없음' },
  },
  'samples-without-identity': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: samples arrive without the label that names their cluster',
      ko: '{subject}: 클러스터 레이블 없는 샘플 수신',
    },
  },
  'replicas-not-deduplicated': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: replicas differ in a label that Query does not deduplicate by',
      ko: '{subject}: 레플리카를 구분하는 레이블이 중복 제거 대상에서 빠짐',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['found duplicate series for the match group', 'replica'],
          source: 'prometheus promql/engine.go, with a replica label in the series',
        },
      ],
    },
  },
  'queries-too-heavy': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: queries time out or exceed a limit',
      ko: '{subject}: 쿼리 타임아웃 또는 한도 초과',
    },
    texts: {
      holds: 'lasting',
      roles: ['query', 'query-frontend', 'prometheus', 'ruler', 'store'],
      lines: [
        { has: ['query timed out in'], source: 'prometheus promql/engine.go' },
        { has: ['query processing would load too many samples'], source: 'prometheus promql/engine.go' },
        { has: ['slow query detected'], source: 'thanos internal/cortex/frontend/transport/handler.go' },
        { has: ['errortype":"timeout"'], source: 'prometheus web/api/v1/api.go' },
        { has: ['exceeded series limit'], source: 'thanos pkg/store/bucket.go' },
        { has: ['exceeded chunks limit'], source: 'thanos pkg/store/bucket.go' },
        { has: ['exceeded bytes limit while'], source: 'thanos pkg/store/bucket.go' },
        { has: ['failed to send series: limit', 'violated'], source: 'thanos pkg/store/limiter.go' },
        { has: ['failed to send samples: limit', 'violated'], source: 'thanos pkg/store/limiter.go' },
        { has: ['failed to wait for turn'], lacks: ['instance:'], source: 'thanos pkg/query/querier.go' },
        {
          has: ['expanding series', 'context deadline exceeded'],
          source: 'prometheus promql/engine.go, thanos promql-engine',
        },
        { has: ['proxy series()', 'context deadline exceeded'], source: 'thanos pkg/query/querier.go' },
        {
          has: ['query time range exceeds the limit'],
          source: 'thanos internal/cortex/util/validation/validate.go',
        },
        { has: ['thanosqueryoverload'], isAlert: true, source: 'thanos mixin/alerts/query.libsonnet' },
        {
          has: ['thanosqueryinstantlatencyhigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/query.libsonnet',
        },
        {
          has: ['thanosqueryrangelatencyhigh'],
          isAlert: true,
          source: 'thanos mixin/alerts/query.libsonnet',
        },
        { has: ['querylatencyhigh'], isAlert: true, source: 'fleetmedic src/platform/rules/query.ts' },
        { has: ['querylatencycritical'], isAlert: true, source: 'fleetmedic src/platform/rules/query.ts' },
        { has: ['queryoverloaded'], isAlert: true, source: 'fleetmedic src/platform/rules/query.ts' },
      ],
    },
  },
  'query-gate-full': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: as many queries as are allowed at once run, and others wait',
      ko: '{subject}: 동시 쿼리 한도 도달, 나머지 대기 중',
    },
  },
  'query-message-too-large': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: an answer exceeds the gRPC limit',
      ko: '{subject}: 응답이 gRPC 메시지 한도 초과',
    },
    texts: {
      holds: 'lasting',
      roles: ['query', 'query-frontend', 'ruler', 'store', 'sidecar'],
      lines: [
        { has: ['received message larger than max'], lacks: FORWARDED, source: 'grpc-go rpc_util.go' },
        {
          has: ['received message after decompression larger than max'],
          lacks: FORWARDED,
          source: 'grpc-go rpc_util.go',
        },
        {
          has: ['message after decompression larger than max'],
          lacks: FORWARDED,
          source: 'grpc-go rpc_util.go',
        },
        {
          has: ['trying to send message larger than max'],
          lacks: FORWARDED,
          source: 'grpc-go stream.go, server.go',
        },
      ],
    },
  },
  'long-ranges-unsplit': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: slow queries over long ranges go straight to Query',
      ko: '{subject}: 긴 기간의 느린 쿼리가 Query로 바로 전달됨',
    },
  },
  'frontend-downstream-failing': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the query frontend does not reach its Query',
      ko: '{subject}: Query Frontend가 Query에 연결 불가',
    },
    texts: {
      holds: 'pasted',
      roles: ['query-frontend'],
      lines: [
        { has: ['roundtripping to downstream url'], source: 'thanos cmd/thanos/query_frontend.go' },
        { has: ['downstream url', 'returned an error'], source: 'thanos cmd/thanos/query_frontend.go' },
        { has: ['creating request to downstream url'], source: 'thanos cmd/thanos/query_frontend.go' },
        { has: ['downstream url should be configured'], source: 'thanos pkg/queryfrontend/config.go' },
        { has: ['setup downstream roundtripper'], source: 'thanos cmd/thanos/query_frontend.go' },
        ...downstreamNotReached(),
        ...['query-frontend', '/api/v1/query'].map((context) => ({
          has: ['unsupported protocol scheme', context] as [string, string],
          lacks: ['grafana', 'tsdb.', 'datasource', 'remote'],
          source: 'Go net/http transport.go, through thanos pkg/queryfrontend: a URL without its scheme',
        })),
        {
          has: ['queryfrontenddownstreamfailing'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/query-frontend.ts',
        },
      ],
      over: [
        { has: ['changing probe status', 'status=ready'], source: 'thanos pkg/prober/intrumentation.go' },
        { has: ['changing probe status', '"status":"ready"'], source: 'thanos pkg/prober/intrumentation.go' },
      ],
    },
  },
  'frontend-downstream-differs': {
    leak: 1e-5,
    sentence: {
      en: "{subject}: the query frontend's downstream URL differs from Query",
      ko: '{subject}: Query Frontend의 downstream URL이 Query와 다름',
    },
  },
  'cache-unreached': {
    leak: 1e-4,
    sentence: { en: '{subject}: the cache is not reached', ko: '{subject}: 캐시에 연결 불가' },
    texts: {
      holds: 'lasting',
      roles: ['query-frontend', 'store', 'query'],
      lines: [
        {
          has: ['failed to resolve addresses for memcached'],
          source: 'thanos pkg/cacheutil/memcached_client.go',
        },
        { has: ['failed update memcached servers list'], source: 'thanos pkg/cacheutil/memcached_client.go' },
        { has: ['no server address resolved for'], source: 'thanos pkg/cacheutil/memcached_client.go' },
        { has: ['failed to fetch items from memcached'], source: 'thanos pkg/cacheutil/memcached_client.go' },
        {
          has: ['circuit breaker disallows storing item in memcached'],
          source: 'thanos pkg/cacheutil/memcached_client.go',
        },
        {
          has: ['failed to store one or more items into memcached'],
          source: 'thanos pkg/cache/memcached.go',
        },
        {
          has: ['failed to get keys from memcached'],
          source: 'thanos internal/cortex/chunk/cache/memcached.go',
        },
        {
          has: ['failed to put to memcached'],
          lacks: ['object too large'],
          source: 'thanos internal/cortex/chunk/cache/memcached.go',
        },
        {
          has: ['memcache servers', 'error'],
          source: 'thanos internal/cortex/chunk/cache/memcached_client.go',
        },
        { has: ['memcache: no servers configured or available'], source: 'gomemcache memcache.go' },
        { has: ['memcache: connect timeout to address'], source: 'gomemcache memcache.go' },
        { has: ['error connecting to redis'], source: 'thanos internal/cortex/chunk/cache/redis_cache.go' },
        { has: ['failed to put to redis'], source: 'thanos internal/cortex/chunk/cache/redis_cache.go' },
        { has: ['items from redis', 'failed'], source: 'thanos pkg/cacheutil/redis_client.go' },
        { has: ['failed to set item into redis'], source: 'thanos pkg/cacheutil/redis_client.go' },
        { has: ['failed to resolve addresses for groupcache'], source: 'thanos pkg/cache/groupcache.go' },
        ...notReached([
          'connection refused',
          'no such host',
          'i/o timeout',
          'no route to host',
          'connection reset by peer',
        ]),
        {
          has: ['querycachefailing'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/query-frontend.ts',
        },
      ],
    },
  },
  'cache-item-refused': {
    leak: 1e-5,
    sentence: { en: '{subject}: the cache refuses items as too large', ko: '{subject}: 캐시가 큰 항목 거부' },
    texts: {
      holds: 'lasting',
      roles: ['query-frontend', 'store', 'query', 'cache'],
      lines: [
        { has: ['object too large for cache'], source: 'memcached items.c, proto_text.c: SERVER_ERROR' },
        {
          has: ['item bigger than maxitemsizebytes'],
          source: 'thanos pkg/cache/inmemory.go, pkg/store/cache/inmemory.go',
        },
        { has: ['cannot be bigger than overall cache size'], source: 'thanos pkg/cache/inmemory.go' },
        {
          has: ['operation_skipped_total', 'max-item-size'],
          lacks: ['} 0', '# help'],
          source: 'thanos pkg/cacheutil/memcached_client.go',
        },
        {
          has: ['querycacheitemtoolarge'],
          isAlert: true,
          source: 'fleetmedic src/platform/rules/query-frontend.ts',
        },
      ],
    },
  },
  'cache-items-skipped': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: a large part of what it would cache is above its item limit',
      ko: '{subject}: 캐시할 항목의 상당수가 항목 크기 한도 초과',
    },
  },
});
