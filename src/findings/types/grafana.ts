import { defineFindings, type Text } from '../kind.ts';
import { combined } from '../shared/combined-texts.ts';

/** Where Grafana asks a Prometheus from: its plugin, its proxy, its query API. Names of loggers, plugins and paths. */
const ASKS_PROMETHEUS = [
  'tsdb.prometheus',
  'plugin.prometheus',
  'pluginid=prometheus',
  '"pluginid":"prometheus"',
  'dstype=prometheus',
  'dsname=',
  '"dsname":',
  '/api/datasources/proxy/',
  '/api/datasources/uid/',
  '/api/ds/query',
  'data-proxy-log',
  'proxy request failed',
  'http: proxy error',
  'tsdb.handlerequest() error', // before 8.0
  'plugin request completed',
  'partial data response error',
  'error querying data source',
  'failed to get prometheus buildinfo',
  'error reading prometheus:',
  'returned querying the prometheus api',
] as const;

/** What says that the URL leads to nothing, or to something that is no Prometheus. */
const LEADS_ELSEWHERE = [
  'no such host',
  'server misbehaving',
  'connection refused',
  'no route to host',
  'i/o timeout',
  'read: connection reset by peer',
  'unsupported protocol scheme',
  'first path segment in url cannot contain colon',
  'server gave http response to https client',
  'http request to an https server',
  'malformed http response',
  'client error: 401', // behind a proxy that wants a sign-in: the datasource's own is missing
  'client error: 403',
  'client error: 404',
  'client error: 405',
  '404 not found',
  '405 method not allowed',
  '501 unsupported method',
  '502 bad gateway',
  'readobjectstart: expect { or n',
  'readobject: expect {',
  'unexpected content type',
  "invalid character '<' looking for beginning of value",
] as const;

/** Grafana's own database: its loggers, and what its start says. */
const DATABASE = [
  'logger=sqlstore',
  '"logger":"sqlstore',
  'logger=migrator',
  '"logger":"migrator',
  'logger=xorm',
  'failed to connect to database',
  'failed to ping database',
  'failed to check table existence',
  'service init failed',
  'provisioningserviceimpl',
  '*sqlstore',
  'migration failed (id =',
  'failed to start grafana',
] as const;

/** Fluent Bit keeps its positions in SQLite too (plugins/in_tail): that is none of Grafana's. */
const OTHER_SQLITE = ['[sqldb]', '[input:', 'fluent-bit', 'sleeping then retrying'];

/** The metrics of Container Insights whose base is the node. */
const NODE_RELATIVE = ['pod_cpu_utilization', 'pod_memory_utilization'] as const;

export const grafana = defineFindings({
  'datasource-absent': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: no datasource for Prometheus that dashboards find',
      ko: '{subject}: 대시보드가 찾는 Prometheus 데이터소스 없음',
    },
    texts: {
      holds: 'lasting',
      roles: ['grafana'],
      lines: [
        { has: ['data source not found'], source: 'grafana pkg/services/datasources/errors.go' },
        { has: ['datasource not found'], source: 'grafana pkg/services/datasources (messages of the API)' },
        {
          has: ['was not found', 'datasource'],
          lacks: ['plugin'],
          source: 'grafana public/app/features/plugins/datasource_srv.ts',
        },
        { has: ['could not find datasource'], source: 'grafana pkg/services/alerting' },
        { has: ['unable to find datasource'], source: 'grafana pkg/api' },
        { has: ['unable to load datasource meta data'], source: 'grafana pkg/api/pluginproxy' },
        { has: ['failed to find default data source'], source: 'grafana pkg/services/datasources' },
        { has: ['no default data source'], source: 'grafana pkg/services/datasources' },
        { has: ['no data sources found'], source: 'grafana public/app: variables of the type datasource' },
        {
          has: ['query does not contain a valid data source identifier'],
          source: 'grafana pkg/services/query/errors.go',
        },
        {
          has: ['path=/api/datasources/uid/', 'status=404'],
          lacks: ['/resources', '/health', '/proxy'],
          source: 'grafana pkg/middleware/loggermw',
        },
        { has: ['invalid data source identifier'], source: 'grafana pkg/services/query' },
      ],
    },
  },
  'datasource-url-wrong': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the URL of the datasource does not answer as a Prometheus',
      ko: '{subject}: 데이터소스 URL이 Prometheus로 응답하지 않음',
    },
    texts: {
      holds: 'lasting',
      roles: ['grafana'],
      lines: [
        ...combined(ASKS_PROMETHEUS, LEADS_ELSEWHERE, {
          lacks: ['parse error', 'logger=ngalert.notifier', 'logger=sqlstore'],
          source: 'grafana pkg/tsdb/prometheus, pkg/util/proxyutil, pkg/promlib; go net',
        }),
        ...combined(
          ['path=/api/ds/query', 'path=/api/datasources/proxy/', 'path=/api/datasources/uid/'],
          ['status=502', 'status=504'],
          { source: 'grafana pkg/middleware/loggermw: the datasource could not be asked' },
        ),
        { has: ['bad_response: readobjectstart'], source: 'prometheus/client_golang api/prometheus/v1' },
        {
          has: ['readobject: expect { or , or } or n, but found <'],
          source: 'grafana pkg/promlib/converter; json-iterator',
        },
      ],
    },
  },
  'datasource-defaults-conflict': {
    leak: 1e-5,
    sentence: {
      en: '{subject}: more than one provisioned datasource is the default',
      ko: '{subject}: 기본으로 지정된 데이터소스가 둘 이상',
    },
    texts: {
      holds: 'ending',
      roles: ['grafana'],
      lines: [
        {
          has: ['only one datasource per organization can be marked as default'],
          source: 'grafana pkg/services/provisioning/datasources/datasources.go',
        },
      ],
    },
  },
  'grafana-database-failing': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the database of Grafana does not answer or refuses',
      ko: '{subject}: Grafana 데이터베이스 응답 없음 또는 거부',
    },
    texts: {
      holds: 'lasting',
      roles: ['grafana'],
      lines: [
        { has: ['fail to initialize orm engine'], source: 'grafana pkg/services/sqlstore' },
        { has: ['sqlstore', 'migration failed'], source: 'grafana pkg/services/sqlstore/migrator' },
        { has: ['"database": "failing"'], source: 'grafana pkg/api/health.go' },
        { has: ['"database":"failing"'], source: 'grafana pkg/api/health.go' },
        ...combined(
          DATABASE,
          [
            'dial tcp',
            'connection refused',
            'no such host',
            'i/o timeout',
            'connection reset by peer',
            'bad connection',
            'pq: ',
            'access denied for user',
            'unknown database',
            'too many connections',
            'unable to open database file',
            'sasl authentication failed',
            'no pg_hba.conf entry',
          ],
          {
            lacks: ['no space left', 'database is locked', 'pq: relation', 'pq: column', 'pq: duplicate'],
            source: 'grafana pkg/services/sqlstore; lib/pq, go-sql-driver/mysql',
          },
        ),
        { has: ['pq: password authentication failed'], source: 'lib/pq; postgresql auth.c' },
        { has: ['pq: sorry, too many clients already'], source: 'lib/pq; postgresql proc.c' },
        { has: ['pq: remaining connection slots are reserved'], source: 'lib/pq; postgresql postinit.c' },
        { has: ['pq: the database system is'], source: 'lib/pq; postgresql postmaster.c' },
        { has: ['pq: database "', 'does not exist'], source: 'lib/pq; postgresql postinit.c' },
        { has: ['pq: role "', 'does not exist'], source: 'lib/pq; postgresql miscinit.c' },
        { has: ['pq: no pg_hba.conf entry'], source: 'lib/pq; postgresql auth.c' },
        { has: ['pq: ssl is not enabled on the server'], source: 'lib/pq conn.go' },
        { has: ['access denied for user', 'error 1045'], source: 'go-sql-driver/mysql; mysql' },
        { has: ['unknown database', 'error 1049'], source: 'go-sql-driver/mysql; mysql' },
        { has: ['failed to connect to `', 'user='], source: 'jackc/pgx pgconn/errors.go' },
        { has: ['unable to open database file'], source: 'sqlite3 SQLITE_CANTOPEN' },
      ],
    },
  },
  'grafana-database-locked': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: the SQLite database of Grafana is locked',
      ko: '{subject}: Grafana SQLite 데이터베이스 잠김',
    },
    texts: {
      holds: 'lasting',
      roles: ['grafana'],
      lines: [
        { has: ['database is locked'], lacks: OTHER_SQLITE, source: 'sqlite3 SQLITE_BUSY' },
        { has: ['database table is locked'], lacks: OTHER_SQLITE, source: 'sqlite3 SQLITE_LOCKED' },
        { has: ['sqlite_busy'], lacks: OTHER_SQLITE, source: 'modernc.org/sqlite (12.x)' },
        { has: ['locking protocol', 'database'], lacks: ['[sqldb]'], source: 'sqlite3 SQLITE_PROTOCOL' },
        // A transaction is tried again five times; one that is at its last tries is not only unlucky.
        ...['retry=3', 'retry=4', '"retry":3', '"retry":4'].map((retry) => ({
          has: ['database locked, sleeping then retrying', retry] as [string, string],
          source: 'grafana pkg/services/sqlstore/session.go, transactions.go',
        })),
      ],
    },
  },
  'grafana-root-url-differs': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: browsers come under another address than root_url',
      ko: '{subject}: root_url과 브라우저 접속 주소 불일치',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['failed to load its application files'],
          source: 'grafana public/views/index.html',
        },
        { has: ['root_url setting includes subpath'], source: 'grafana public/views/index.html' },
        { has: ['origin not allowed'], lacks: ['cors'], source: 'grafana pkg/middleware/csrf' },
        {
          has: ['request origin is not authorized', 'appurl'],
          source: 'grafana pkg/services/live/live.go',
        },
        {
          has: ['request origin is not authorized', 'live'],
          source: 'grafana pkg/services/live/live.go',
        },
        { has: ['err_too_many_redirects'], source: 'chromium net/base/net_error_list.h' },
        { has: ['redirected you too many times'], source: 'chromium' },
        { has: ['is redirecting in a way that will never complete'], source: 'firefox' },
        { has: ['maximum (50) redirects followed'], source: 'curl lib/http.c' },
        { has: ['stopped after 10 redirects', '/login'], source: 'go net/http/client.go' },
        { has: ['redirect_uri_mismatch'], source: 'oauth providers (Google, GitHub)' },
        { has: ['invalid parameter: redirect_uri'], source: 'keycloak' },
        { has: ['aadsts50011'], source: 'microsoft entra' },
        { has: ['redirect_uri is not associated with this application'], source: 'github oauth' },
        { has: ['login.oauthlogin(missing saved state)'], source: 'grafana pkg/api/login_oauth.go' },
        { has: ['auth.oauth.state.missing'], source: 'grafana pkg/services/authn/clients/oauth.go' },
        { has: ['auth.oauth.state.invalid'], source: 'grafana pkg/services/authn/clients/oauth.go' },
      ],
    },
  },
  'cluster-variable-failing': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: dashboards cannot list or filter clusters',
      ko: '{subject}: 대시보드에서 클러스터 목록 또는 필터가 동작하지 않음',
    },
    texts: {
      holds: 'pasted',
      lines: [
        {
          has: ['templating [cluster'],
          lacks: ['origin not allowed', 'was not found'],
          source: 'grafana public/app/features/variables/state/actions.ts',
        },
        {
          has: ['error updating options:'],
          lacks: ['origin not allowed', 'was not found', 'no such host', 'connection refused', '502', '401'],
          source: 'grafana public/app/features/variables/state/actions.ts',
        },
        {
          has: ['template variables could not be initialized'],
          lacks: ['was not found'],
          source: 'grafana public/app/features/variables',
        },
        {
          has: ['templating init failed'],
          lacks: ['was not found'],
          source: 'grafana public/app/features/variables',
        },
        ...combined(
          ['parse error', 'bad_data'],
          ['"$cluster"', '"${cluster', '=$cluster', '"[[cluster]]"', '~$cluster'],
          {
            source: 'prometheus promql/parser: a variable that was not filled in',
          },
        ),
        ...combined(['label/cluster/values'], ['status=4', 'status=5', '"status":4', '"status":5'], {
          source: 'grafana pkg/middleware/loggermw: the list of clusters',
        }),
        ...combined(
          ['label_values('],
          ['failed to', 'error updating', 'no options found', 'is not a function'],
          { lacks: ['was not found'], source: 'grafana public/app/features/variables' },
        ),
      ],
    },
  },
  'utilization-of-node': {
    leak: 1e-4,
    sentence: {
      en: '{subject}: a panel shows what a pod uses of its node as what it uses of its limit',
      ko: '{subject}: 패널이 노드 대비 사용률을 파드 사용률로 표시',
    },
    texts: {
      holds: 'pasted',
      lines: NODE_RELATIVE.flatMap((metric): Text[] =>
        [
          // Exactly this metric, whatever else the line holds: PromQL, CloudWatch's search and metric maths, JSON.
          ...[`${metric}{`, `${metric})`, `${metric}[`].map((use) => ({
            has: [use] as [string],
            source: 'grafana dashboard: expr; aws ContainerInsights',
          })),
          ...combined(
            [`"${metric}"`],
            ['metricname', 'expression', 'expr', 'metrics', 'containerinsights', 'search('],
            {
              lacks: ['cloudwatchmetrics', '"unit"'],
              source: 'grafana dashboard: metricName; aws cloudwatch PutDashboard',
            },
          ),
          {
            has: [metric] as [string],
            // The data itself is right: the agent's own records, and their definitions.
            lacks: [`${metric}_over_`, `${metric}":`, '"unit"', '"type"', 'cloudwatchmetrics'],
            source: 'aws ContainerInsights: metrics of the type Pod',
          },
        ].map((text): Text => ({ ...text, isSetting: true })),
      ),
    },
  },
});
