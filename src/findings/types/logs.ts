import { defineFindings } from '../kind.ts';
import { combined } from '../shared/combined-texts.ts';

/** The chunk that could not be sent went out after all. */
const SENT = [
  { has: ['[engine] flush chunk', 'succeeded at retry'], source: 'fluent-bit src/flb_engine.c' },
] as const;

/** Lookups of pods' metadata go to the API server: they are none of an output's. */
const TO_API_SERVER = ['kubernetes.default', '[filter:kubernetes'];

export const logs = defineFindings({
  'log-outputs-failing': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: its outputs keep failing, by its own count',
      ko: '{subject}: 로그 출력이 계속 실패 (자체 집계)',
    },
  },
  'log-store-red': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: primary shards of the log store have no node',
      ko: '{subject}: 로그 저장소의 프라이머리 샤드 미할당 (red)',
    },
  },
  'log-store-unreachable': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: no connection to the log store',
      ko: '{subject}: 로그 저장소에 연결 불가',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper'],
      lines: [
        {
          has: ['[net] tcp connection failed:'],
          lacks: TO_API_SERVER,
          source: 'fluent-bit src/flb_network.c',
        },
        { has: ['[io] tcp connection failed:'], lacks: TO_API_SERVER, source: 'fluent-bit src/flb_io.c' },
        { has: ['[net] tcp connection, unexpected error:'], source: 'fluent-bit src/flb_network.c' },
        {
          has: ['[upstream] connection #', 'timed out after'],
          lacks: TO_API_SERVER,
          source: 'fluent-bit src/flb_upstream.c',
        },
        {
          has: ['[net] connection #', 'timeout after'],
          lacks: TO_API_SERVER,
          source: 'fluent-bit src/flb_network.c',
        },
        { has: ['[net] getaddrinfo(host='], lacks: TO_API_SERVER, source: 'fluent-bit src/flb_network.c' },
        { has: ['[net] could not connect to'], lacks: TO_API_SERVER, source: 'fluent-bit src/flb_network.c' },
        {
          has: ['no upstream connections available', 'output'],
          source: 'fluent-bit plugins/out_es, plugins/out_opensearch',
        },
        ...['http status=502 uri=', 'http status=503 uri=', 'http status=504 uri='].map((status) => ({
          has: [status] as [string],
          lacks: ['security not initialized'],
          source: 'fluent-bit plugins/out_es/es.c, plugins/out_opensearch/opensearch.c',
        })),
        {
          has: ['could not push logs to', 'search cluster'],
          source: 'fluentd fluent-plugin-opensearch, fluent-plugin-elasticsearch',
        },
        {
          has: ['can not reach', 'search cluster'],
          source: 'fluentd fluent-plugin-opensearch, fluent-plugin-elasticsearch',
        },
      ],
      over: SENT,
    },
  },
  'log-connection-broken': {
    leak: 1e-3,
    sentence: {
      en: '{subject}: the log store ends connections without an answer',
      ko: '{subject}: 로그 저장소가 응답 없이 연결을 끊음',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper'],
      lines: [
        { has: ['[http_client] broken connection to'], source: 'fluent-bit src/flb_http_client.c' },
        { has: ['http status=0 uri='], source: 'fluent-bit plugins/out_es/es.c' },
        { has: ['could not flush records to', 'http_do=-1'], source: 'fluent-bit plugins/out_http/http.c' },
        { has: ['[tls] error: unexpected eof'], source: 'fluent-bit src/tls/openssl.c' },
      ],
      over: SENT,
    },
  },
  'log-tls-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: TLS to the log store fails',
      ko: '{subject}: 로그 저장소 TLS 연결 실패',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper', 'log-store'],
      lines: [
        {
          has: ['certificate verify failed', 'excon'],
          source: 'fluentd: elasticsearch-transport over Excon',
        },
        { has: ['certificate verify failed', ':9200'], source: 'OpenSSL clients of OpenSearch' },
        {
          has: ['[tls] error:'],
          lacks: ['unexpected eof', 'expired', 'not yet valid'],
          source: 'fluent-bit src/tls/openssl.c',
        },
        {
          has: ['[tls] certificate verification failed'],
          lacks: ['expired', 'not yet valid'],
          source: 'fluent-bit src/tls/openssl.c',
        },
        {
          has: ['certificate verification failed, reason:', 'x509 code:'],
          lacks: ['expired', 'not yet valid'],
          source: 'fluent-bit src/tls/openssl.c',
        },
        {
          has: ['x509 - certificate verification failed'],
          source: 'mbed TLS library/error.c: log shippers of before fluent-bit 1.6',
        },
        { has: ['[tls] syscall error'], source: 'fluent-bit src/tls/openssl.c' },
        { has: ['[tls] unknown error'], source: 'fluent-bit src/tls/openssl.c' },
        { has: ['[tls] could not load certificate'], source: 'fluent-bit src/tls/openssl.c' },
        { has: ['notsslrecordexception'], source: 'netty; opensearch-security' },
        { has: ['not an ssl/tls record'], source: 'netty; opensearch-security' },
        {
          has: ['plaintext http traffic on an https channel'],
          source: 'elasticsearch x-pack security; opensearch transport-netty4',
        },
        {
          has: ['exception during establishing a ssl connection'],
          lacks: ['expired', 'connection reset'],
          source: 'opensearch-security ssl/http/netty',
        },
      ],
      over: SENT,
    },
  },
  'log-shipping-unauthorized': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the log store refuses the identity of the shipper',
      ko: '{subject}: 로그 저장소가 전송 계정을 거부',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper', 'log-store'],
      lines: [
        { has: ['http status=401 uri='], source: 'fluent-bit plugins/out_es/es.c, out_opensearch' },
        { has: ['http status=403 uri='], source: 'fluent-bit plugins/out_es/es.c, out_opensearch' },
        { has: ['security_exception'], source: 'opensearch-security; elasticsearch x-pack security' },
        { has: ['no permissions for [indices:'], source: 'opensearch-security privileges' },
        { has: ['no permissions for [cluster:'], source: 'opensearch-security privileges' },
        { has: ['authentication finally failed for'], source: 'opensearch-security auth/BackendRegistry' },
        {
          has: ['missing authentication credentials for rest request'],
          source: 'elasticsearch x-pack security',
        },
        { has: ['unable to authenticate user [', 'rest request'], source: 'elasticsearch x-pack security' },
        { has: ['is not authorized to perform: es:'], source: 'aws opensearch service' },
        { has: ['is not authorized to perform: aoss:'], source: 'aws opensearch serverless' },
        ...combined(
          ['_bulk'],
          ['401 unauthorized', '403 forbidden', 'status 401', 'status 403', '[401]', '[403]'],
          {
            lacks: ['flood-stage', 'read-only'],
            source: 'opensearch REST API',
          },
        ),
      ],
      over: SENT,
    },
  },
  'log-bulk-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the log store takes no more documents',
      ko: '{subject}: 로그 저장소가 문서를 더 받지 않음',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper', 'log-store'],
      lines: [
        { has: ['http status=429 uri='], source: 'fluent-bit plugins/out_es/es.c, out_opensearch' },
        { has: ['rejected_execution_exception'], source: 'opensearch, elasticsearch thread pools' },
        {
          has: ['opensearchrejectedexecutionexception'],
          source: 'opensearch OpenSearchRejectedExecutionException',
        },
        { has: ['esrejectedexecutionexception'], source: 'elasticsearch EsRejectedExecutionException' },
        { has: ['rejected execution of', 'coordinating'], source: 'opensearch index/IndexingPressure' },
        { has: ['circuit_breaking_exception'], source: 'opensearch, elasticsearch CircuitBreakingException' },
        { has: ['circuitbreakingexception'], source: 'opensearch, elasticsearch CircuitBreakingException' },
        { has: ['flood-stage watermark'], source: 'opensearch, elasticsearch cluster/block' },
        { has: ['flood stage disk watermark', 'exceeded'], source: 'opensearch DiskThresholdMonitor' },
        { has: ['read-only / allow delete'], source: 'opensearch, elasticsearch cluster/block' },
        { has: ['read-only-allow-delete block'], source: 'opensearch, elasticsearch cluster/block' },
        { has: ['this action would add [', 'shards'], source: 'opensearch ShardLimitValidator' },
        ...combined(['_bulk'], ['429 too many requests', 'status 429', '[429]'], {
          source: 'opensearch REST API',
        }),
      ],
      over: SENT,
    },
  },
  'log-mapping-refused': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the mapping of an index refuses documents',
      ko: '{subject}: 인덱스 매핑이 문서를 거부',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper', 'log-store'],
      lines: [
        { has: ['mapper_parsing_exception'], source: 'opensearch index/mapper' },
        { has: ['mapperparsingexception'], source: 'opensearch index/mapper' },
        { has: ['document_parsing_exception'], source: 'elasticsearch 8 index/mapper' },
        { has: ['documentparsingexception'], source: 'elasticsearch 8 index/mapper' },
        { has: ['strict_dynamic_mapping_exception'], source: 'opensearch index/mapper' },
        { has: ['limit of total fields ['], source: 'opensearch index/mapper MappingLookup' },
        {
          has: ['object mapping for [', 'found a concrete value'],
          source: 'opensearch index/mapper DocumentParser',
        },
        { has: ['merge a non object mapping ['], source: 'opensearch index/mapper ObjectMapper' },
        { has: ['mapper [', 'cannot be changed from type ['], source: 'opensearch index/mapper FieldMapper' },
        { has: ['could not dynamically add mapping for field ['], source: 'opensearch index/mapper' },
        { has: ['failed to parse field [', 'of type ['], source: 'opensearch index/mapper FieldMapper' },
        { has: ['rejecting mapping update to ['], source: 'opensearch MapperService' },
        {
          has: ['contains an unknown parameter [_type]'],
          source: 'opensearch 2+, elasticsearch 8 action/bulk: Suppress_Type_Name',
        },
      ],
    },
  },
  'log-chunks-dropped': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: logs are given up after the last retry',
      ko: '{subject}: 재시도 한도 초과로 로그 유실',
    },
    texts: {
      holds: 'lasting',
      roles: ['log-shipper'],
      lines: [
        { has: ['cannot be retried: task_id='], source: 'fluent-bit src/flb_engine.c' },
        { has: ['retry limit reached', 'chunk'], source: 'fluent-bit src/flb_task.c' },
        { has: ['evicted from output queue'], source: 'fluent-bit src/flb_input_chunk.c (4.x)' },
        {
          has: ['hit max_retries limit. dropping all chunks'],
          source: 'fluentd lib/fluent/plugin/output.rb',
        },
        { has: ['hit limit for retries. dropping'], source: 'fluentd lib/fluent/plugin/output.rb' },
      ],
    },
  },
});
