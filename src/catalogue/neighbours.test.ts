import { describe, expect, it } from 'vitest';
import { replayChanged } from '../drill/recordings.ts';
import type { Json } from '../evidence/transport.ts';
import {
  type Change,
  changes,
  eventOf,
  inCluster,
  logOf,
  logUntil,
  metricsOf,
  metricValuesOf,
  objectsAre,
  replaced,
  replacedEverywhere,
  wordsAre,
  wordsOf,
} from './changed.testing.ts';
import {
  condition,
  containerIs,
  describeNeighbours,
  EARLIER,
  endpointsGone,
  endpointsUnready,
  LOGGED_AT,
  nothingArrives,
  podsAre,
  policiesAre,
  policy,
  serviceDeleted,
  storesGone,
  writerOf,
} from './neighbours.testing.ts';
import { withPart } from './parts.testing.ts';

/*
 * "Which of two neighbours": what tells failure modes apart that look alike. The expected answers are those of the
 * rules; the evidence is recorded, and changed where the fault would change it.
 */

const NO_SUCH_HOST = (host: string) => `Post "URL": dial tcp: lookup ${host} on 10.64.20.10:53: no such host`;
const NO_ANSWER = 'Post "URL": dial tcp 10.64.0.10:30291: i/o timeout';
const REFUSED = 'Post "URL": dial tcp 10.64.0.10:30291: connect: connection refused';

/** The writer of cluster-02 has a node port that leads nowhere, and never got anything through. */
const portMistyped: Change = changes(
  nothingArrives('cluster-02', REFUSED),
  metricValuesOf(writerOf('cluster-02'), {
    prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 0,
  }),
  inCluster('cluster-02', replacedEverywhere(':30291', ':30219')),
);

/** The node port is not taken: the writers of the other clusters are refused, the own one finds no name. */
const nobodyArrives = (own: string): Change =>
  changes(
    nothingArrives('cluster-01', own),
    nothingArrives('cluster-02', REFUSED),
    nothingArrives('cluster-03', REFUSED),
  );

const STORE = 'thanos-store.monitoring.svc.cluster.local';
/** Query does not find the name of its Store any more. */
const storeNameUnknown = (host: string): Change =>
  wordsAre(
    'cluster-01',
    /\/api\/v1\/stores$/,
    '"store":[{"name":"10.64.20.80:10901","lastCheck":"2026-11-21T08:53:17.084044842Z","lastError":null',
    `"store":[{"name":"10.64.20.80:10901","lastCheck":"2026-11-21T08:50:17.084044842Z","lastError":"lookup SRV records \\"_grpc._tcp.${host}\\": no such host"`,
  );

/** A Grafana in the cluster of Query, with a datasource of this URL. */
const grafanaAsks = (url: string): Change =>
  withPart({
    ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'grafana', image: 'grafana/grafana:11.5.2' },
    configMaps: [
      {
        name: 'metrics-source',
        path: '/etc/grafana/provisioning/datasources',
        data: { 'a.yaml': `datasources:\n  - {name: P, type: prometheus, url: "${url}"}\n` },
      },
    ],
  });

describeNeighbours('a Service that is missing, a name that is unknown, a slip of the pen, or DNS', [
  {
    says: 'the Service of a node port is gone',
    from: 'receive-service-missing',
    is: { mode: 'network/service-missing', cluster: 'pelnor-muxilo', role: 'receive' },
  },
  {
    says: 'the Service is gone, so that its name is unknown to a client in its own cluster',
    from: 'healthy',
    change: changes(
      serviceDeleted('cluster-01', 'thanos-receive-lb'),
      nobodyArrives(NO_SUCH_HOST('thanos-receive-lb.monitoring.svc.cluster.local')),
    ),
    is: { mode: 'network/service-missing', kind: 'Service', name: 'thanos-receive-lb' },
  },
  {
    says: 'as before, and nobody may list Services: it may also be the name',
    from: 'healthy',
    change: changes(
      serviceDeleted('cluster-01', 'thanos-receive-lb'),
      nothingArrives('cluster-01', NO_SUCH_HOST('thanos-receive-lb.monitoring.svc.cluster.local')),
    ),
    hidden: /\/services\?/,
    shared: ['network/service-missing'],
    not: ['network/name-not-found', 'remote-write/url-wrong', 'network/dns-down'],
  },
  {
    says: 'the Service before a Store is gone, and Query has the name that it had',
    from: 'healthy',
    change: changes(serviceDeleted('cluster-01', 'thanos-store'), storeNameUnknown(STORE)),
    is: { mode: 'network/service-missing', kind: 'Service', name: 'thanos-store' },
  },
  {
    says: 'the name is in no zone',
    from: 'agent-name-not-found',
    is: { mode: 'network/name-not-found', role: 'agent', name: 'vokmu-gunorjin' },
  },
  {
    says: 'the name is in no zone, and no log tells',
    from: 'agent-name-not-found',
    hidden: /\/log\?/,
    not: ['network/name-not-found', 'network/service-missing', 'remote-write/url-wrong', 'network/dns-down'],
  },
  {
    says: 'the client writes the name of its target with a slip',
    from: 'agent-url-wrong-host',
    is: { mode: 'remote-write/url-wrong', variant: 'host', name: 'vokmu-gunorjin' },
  },
  {
    says: 'Query writes the name of its Store with a slip',
    from: 'healthy',
    change: changes(
      wordsOf(/\/deployments\?|\/api\/v1\/pods\?/, STORE, STORE.replace('store', 'stroe')),
      storeNameUnknown(STORE.replace('store', 'stroe')),
    ),
    is: { mode: 'query/endpoint-missing', name: 'thanos-query' },
  },
  {
    says: 'Grafana writes the name of Query with a slip',
    from: 'healthy',
    change: grafanaAsks('http://thanos-qurey:10902'),
    is: { mode: 'grafana/datasource-wrong-url', name: 'grafana' },
  },
  {
    says: 'Grafana writes the name of Query rightly, and its Service is gone',
    from: 'healthy',
    change: changes(grafanaAsks('http://thanos-query:10902'), serviceDeleted('cluster-01', 'thanos-query')),
    is: { mode: 'network/service-missing', kind: 'Service', name: 'thanos-query' },
  },
  {
    says: 'Grafana has such a name, and nobody may list Services',
    from: 'healthy',
    change: grafanaAsks('http://thanos-qurey:10902'),
    hidden: /\/services\?/,
    not: ['grafana/datasource-wrong-url', 'network/service-missing'],
  },
  {
    says: 'DNS does not run: then no name is found',
    from: 'cluster-03-silent',
    is: { mode: 'network/dns-down', cluster: 'cluster-03', variant: 'scaled-to-zero' },
  },
  {
    says: 'DNS does not run, and nobody may see what does',
    from: 'cluster-03-silent',
    hidden: /^cluster-03 .*(\/pods\?|\/deployments\?|\/log\?)/,
    not: ['network/dns-down', 'network/name-not-found', 'network/service-missing'],
  },
]);

describeNeighbours('a port that is wrong in the Service, or in the client', [
  {
    says: 'the Service has another port',
    from: 'receive-port-mismatch',
    is: { mode: 'network/service-port-mismatch', kind: 'Service' },
  },
  {
    says: 'the Service leads to a port on which nobody listens',
    from: 'healthy',
    change: changes(
      inCluster(
        'cluster-01',
        objectsAre('cluster-01', /\/services\?/, (object) =>
          (object as { metadata: { name: string } }).metadata.name === 'thanos-receive-lb'
            ? (JSON.parse(JSON.stringify(object).replace('"targetPort":19291', '"targetPort":19921')) as Json)
            : object,
        ),
      ),
      nobodyArrives('Post "URL": dial tcp 10.64.20.228:19291: connect: connection refused'),
    ),
    is: { mode: 'network/service-port-mismatch', kind: 'Service', name: 'thanos-receive-lb' },
  },
  {
    says: 'the client has a node port that is not the one of the Service',
    from: 'healthy',
    change: portMistyped,
    is: { mode: 'remote-write/url-wrong', variant: 'port', cluster: 'cluster-02' },
  },
  {
    says: 'the client has another path',
    from: 'healthy',
    change: changes(
      nothingArrives('cluster-02', 'server returned HTTP status 404 Not Found: 404 page not found'),
      metricValuesOf(writerOf('cluster-02'), {
        prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 0,
      }),
      inCluster('cluster-02', replacedEverywhere('/api/v1/receive', '/api/v1/push')),
    ),
    is: { mode: 'remote-write/url-wrong', variant: 'path', cluster: 'cluster-02' },
  },
  {
    says: 'either, and nobody may list Services',
    from: 'receive-port-mismatch',
    hidden: /\/services\?/,
    not: ['network/service-port-mismatch', 'remote-write/url-wrong'],
  },
]);

const RECEIVES = 'thanos-receive-';
const PROBE = 'Readiness probe failed: HTTP probe failed with statuscode: 503';

/** All Receives run, and none is ready. */
const receivesUnready: Change = changes(
  podsAre('cluster-01', RECEIVES, {
    phase: 'Running',
    conditions: [condition('PodScheduled', 'True'), condition('Ready', 'False')],
    containerStatuses: containerIs('thanos-receive', {
      ready: false,
      state: { running: { startedAt: '2026-11-21T08:47:35Z' } },
    }),
  }),
  endpointsUnready('cluster-01', 'thanos-receive-lb'),
  ...[0, 1, 2].map((index) =>
    eventOf('cluster-01', {
      ...{ reason: 'Unhealthy', message: PROBE, at: LOGGED_AT },
      object: { kind: 'Pod', namespace: 'monitoring', name: `${RECEIVES}${index}` },
    }),
  ),
  nobodyArrives('Post "URL": dial tcp 10.64.20.228:19291: connect: connection refused'),
);

describeNeighbours('pods that are not ready, or labels that differ', [
  {
    says: 'the pods run and the selector chooses none',
    from: 'receive-selector-mismatch',
    is: { mode: 'network/service-selector-mismatch', kind: 'Service' },
  },
  {
    says: 'the pods run and the selector of a Store chooses none',
    from: 'store-selector-mismatch',
    is: { mode: 'network/service-selector-mismatch', kind: 'Service' },
  },
  {
    says: 'the selector chooses the pods, and their probe does not pass',
    from: 'healthy',
    change: receivesUnready,
    is: { mode: 'workload/probe-failing', role: 'receive', name: 'thanos-receive' },
  },
  {
    says: 'the selector chooses the pods, and memory keeps them from being ready',
    from: 'receive-oom-killed',
    is: { mode: 'workload/oom-killed', role: 'receive' },
  },
  {
    says: 'nobody may list EndpointSlices: what was made by hand may serve',
    from: 'receive-selector-mismatch',
    hidden: /\/endpointslices\?/,
    shared: ['network/service-selector-mismatch'],
    not: ['workload/probe-failing'],
  },
  {
    says: 'nobody may list pods: neither their labels nor their state',
    from: 'healthy',
    change: receivesUnready,
    hidden: /\/pods\?/,
    not: ['workload/probe-failing', 'network/service-selector-mismatch'],
  },
]);

/** Series of one job in one cluster of `receive-oom-killed`, as Query counts them now and before. */
const seriesCounted =
  (now: number, before: number): Change =>
  ({ path }, body) => {
    const query = decodeURIComponent(path);
    if (!query.includes('scrape_samples_post_metric_relabeling')) return body;
    const label = /sum by \((\w{1,50}), job\)/.exec(query)?.[1] ?? '';
    const value = query.includes('min_over_time') ? before : now;
    const result = ['dalvok', 'dalfoyo', 'gupipi'].map((name) => ({
      metric: { [label]: name, job: 'pods' },
      value: [0, String(name === 'dalfoyo' ? value : 900)],
    }));
    return { status: 'success', data: { resultType: 'vector', result } } as Json;
  };

const KILLED = {
  exitCode: 137,
  reason: 'OOMKilled',
  startedAt: '2026-11-21T08:40:00Z',
  finishedAt: EARLIER,
};

/** The one Query was killed minutes ago and runs again. */
const queryKilled: Change = changes(
  podsAre('cluster-01', 'thanos-query-', {
    containerStatuses: containerIs('thanos-query', {
      ...{ ready: true, restarts: 1, lastState: { terminated: KILLED } },
      state: { running: { startedAt: '2026-11-21T08:50:32Z' } },
    }),
  }),
  logUntil(
    /^cluster-01 .*pods\/thanos-query-/,
    LOGGED_AT,
    `ts=2026-11-21T08:50:33Z caller=query_logger.go:97 level=info msg="These queries didn't finish in prometheus' last run:" queries="[{\\"query\\":\\"sum by (pod) (rate(x[90d]))\\"}]"`,
    'ts=2026-11-21T08:53:12Z caller=main.go:200 level=info msg="starting query node"',
  ),
);

describeNeighbours('series that grew, or memory that is short otherwise', [
  {
    says: 'series grew: the kill follows from it',
    from: 'receive-oom-killed',
    change: seriesCounted(90_000, 1200),
    is: { mode: 'agent/cardinality-high', role: 'agent' },
  },
  {
    says: 'they did not: the limit is too small for what there is',
    from: 'receive-oom-killed',
    change: seriesCounted(12_000, 11_000),
    is: { mode: 'workload/oom-killed', variant: 'limit-too-small', role: 'receive' },
  },
  {
    says: 'nobody may ask how many there are: the kill is a fact, the growth is not',
    from: 'receive-oom-killed',
    change: seriesCounted(90_000, 1200),
    hidden: /scrape_samples_post_metric_relabeling/,
    is: { mode: 'workload/oom-killed', role: 'receive' },
  },
  {
    says: 'it was killed while it read its WAL',
    from: 'receive-oom-killed',
    change: changes(
      seriesCounted(12_000, 11_000),
      logOf(
        /previous=true/,
        'ts=2026-11-21T10:45:00Z level=info component=receive msg="Replaying WAL, this may take a while"',
        'ts=2026-11-21T10:45:01Z level=info component=receive msg="WAL segment loaded" segment=3 maxSegment=9',
      ),
    ),
    is: { mode: 'workload/oom-killed', variant: 'wal-replay', role: 'receive' },
  },
  {
    says: 'queries ran when it was killed',
    from: 'healthy',
    change: queryKilled,
    is: { mode: 'workload/oom-killed', variant: 'query', role: 'query' },
  },
  {
    says: 'its queue grew because the far end takes nothing',
    from: 'endpoint-refusing',
    change: podsAre('muvune-haguxi', 'vokmu-gunorjin-', {
      containerStatuses: containerIs('vokmu-gunorjin', {
        ...{ ready: true, restarts: 1, state: { running: { startedAt: '2026-11-21T09:04:05Z' } } },
        lastState: {
          terminated: {
            ...KILLED,
            ...{ startedAt: '2026-11-21T08:57:00Z', finishedAt: '2026-11-21T09:04:00Z' },
          },
        },
      }),
    }),
    is: { mode: 'workload/oom-killed', variant: 'queue', role: 'agent' },
    also: ['remote-write/endpoint-refusing'],
  },
  {
    says: 'nobody may see the pods',
    from: 'receive-oom-killed',
    change: seriesCounted(12_000, 11_000),
    hidden: /\/pods\?/,
    not: ['workload/oom-killed', 'agent/cardinality-high'],
  },
]);

/** The queue of a writer falls behind: it would like more than one shard, and a batch has so many samples. */
const fallsBehind = (cluster: string, given: { samples: number; most: number }): Change =>
  metricValuesOf(writerOf(cluster), {
    prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 1_795_251_097,
    prometheus_remote_storage_samples_pending: 11_800,
    prometheus_remote_storage_shards_desired: 2.4,
    prometheus_remote_storage_shards_max: given.most,
    prometheus_remote_storage_max_samples_per_send: given.samples,
  });

/** The Receives may use a tenth of a core, and one used all of it since it started. */
const receivesStarved: Change = changes(
  inCluster(
    'cluster-01',
    objectsAre('cluster-01', /\/statefulsets\?/, (object) =>
      (object as { metadata: { name: string } }).metadata.name === 'thanos-receive'
        ? (JSON.parse(JSON.stringify(object).replace('"limits":{', '"limits":{"cpu":"100m",')) as Json)
        : object,
    ),
  ),
  metricValuesOf(/^cluster-01 .*thanos-receive-1/, { process_cpu_seconds_total: 34.4 }),
);

const FAR_END_LATE = replaced(
  /\/log\?/,
  'dial tcp 10.65.0.1:9009: connect: connection refused',
  'context deadline exceeded',
);

describeNeighbours('shards that do not suffice, or a far end that is slow', [
  {
    says: 'batches are answered in good time, and the writer may not use as many shards as it needs',
    from: 'healthy',
    change: fallsBehind('cluster-02', { samples: 100, most: 1 }),
    is: { mode: 'remote-write/shards-saturated', cluster: 'cluster-02' },
  },
  {
    says: 'batches take long, for what keeps the Receives',
    from: 'healthy',
    change: changes(fallsBehind('cluster-02', { samples: 2000, most: 50 }), receivesStarved),
    is: { mode: 'workload/cpu-starved', role: 'receive' },
  },
  {
    says: 'batches take long, and the shards do not suffice for that: what keeps the Receives is it',
    from: 'healthy',
    change: changes(fallsBehind('cluster-02', { samples: 2000, most: 1 }), receivesStarved),
    is: { mode: 'workload/cpu-starved', role: 'receive' },
  },
  {
    says: 'batches take long at a far end that is no part of the fleet',
    from: 'endpoint-refusing',
    change: FAR_END_LATE,
    is: { mode: 'remote-write/endpoint-slow', name: 'vokmu-gunorjin' },
  },
  {
    says: 'batches take long, and nobody may see the Receives',
    from: 'healthy',
    change: changes(fallsBehind('cluster-02', { samples: 2000, most: 1 }), receivesStarved),
    hidden: /^cluster-01 .*(\/pods\?|thanos-receive-)/,
    shared: ['remote-write/endpoint-slow'],
    not: ['remote-write/shards-saturated', 'workload/cpu-starved'],
  },
  {
    says: 'how long a batch takes cannot be told',
    from: 'healthy',
    change: changes(fallsBehind('cluster-02', { samples: 100, most: 1 }), (request, body) =>
      writerOf('cluster-02').test(`${request.cluster} ${request.path}`) && typeof body === 'string'
        ? body.replaceAll(/^prometheus_remote_storage_samples_in_total .*\n/gm, '')
        : body,
    ),
    hidden: /^cluster-02 .*\/log\?/,
    not: ['remote-write/shards-saturated', 'remote-write/endpoint-slow'],
  },
]);

/** The writer of cluster-02 says that it is cluster-01. */
const identityTaken = wordsAre(
  'cluster-02',
  /\/status\/config|\/configmaps\/prometheus-agent/,
  'cluster: cluster-02',
  'cluster: cluster-01',
);

/** What a writer says of batches that are refused for good, three times. */
const refusedWith = (cluster: string, words: string): Change => {
  const line = `time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote failedSampleCount=1763 err="server returned HTTP status 409 Conflict: ${words}"`;
  return changes(
    metricValuesOf(writerOf(cluster), { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(writerOf(cluster), LOGGED_AT, line, line, line),
  );
};
const DUPLICATES = refusedWith('cluster-02', 'add 31 samples: duplicate sample for timestamp');

describeNeighbours('one identity on two clusters, or two writers in one', [
  {
    says: 'two clusters have one name',
    from: 'healthy',
    change: identityTaken,
    is: { mode: 'agent/external-labels-duplicate', cluster: 'cluster-02' },
  },
  {
    says: 'two clusters have one name, so that samples of both meet',
    from: 'healthy',
    change: changes(identityTaken, DUPLICATES),
    is: { mode: 'agent/external-labels-duplicate', cluster: 'cluster-02' },
  },
  {
    says: 'each cluster has its name, and samples meet all the same',
    from: 'healthy',
    change: DUPLICATES,
    is: { mode: 'remote-write/duplicate-writers', cluster: 'cluster-02' },
  },
  {
    says: 'samples meet, and nobody may see what the writers call themselves',
    from: 'healthy',
    change: changes(identityTaken, DUPLICATES),
    hidden: /\/status\/config|\/configmaps\//,
    shared: ['agent/external-labels-duplicate', 'remote-write/duplicate-writers'],
  },
]);

/** The Store does not start: its volume with the configuration of the object store waits. */
const storeWaits = (message: string): Change =>
  changes(
    podsAre('cluster-01', 'thanos-store-0', {
      phase: 'Pending',
      conditions: [condition('PodScheduled', 'True'), condition('Ready', 'False')],
      containerStatuses: containerIs('thanos-store', {
        ready: false,
        state: { waiting: { reason: 'ContainerCreating' } },
      }),
    }),
    eventOf('cluster-01', {
      ...{ reason: 'FailedMount', message, at: LOGGED_AT },
      object: { kind: 'Pod', namespace: 'monitoring', name: 'thanos-store-0' },
    }),
    wordsAre(
      'cluster-01',
      /\/api\/v1\/stores$/,
      '"lastCheck":"2026-11-21T08:53:17.084044842Z","lastError":null',
      '"lastCheck":"2026-11-21T08:50:17.084044842Z","lastError":"rpc error: code = Unavailable desc = connection error: desc = \\"transport: Error while dialing: dial tcp 10.64.20.80:10901: connect: connection refused\\""',
    ),
  );

const UNREADABLE =
  'ts=2026-11-21T07:11:22.022Z caller=main.go:171 level=error err="no s3 endpoint in config file\\ncreate S3 client\\ngithub.com/thanos-io/objstore/client.NewBucket"';

describeNeighbours('the Secret of the object store is missing, or unreadable', [
  {
    says: 'it is not there: the pod waits for it',
    from: 'healthy',
    change: storeWaits('MountVolume.SetUp failed for volume "objstore" : secret "thanos-objstore" not found'),
    is: { mode: 'workload/config-object-missing', role: 'store' },
  },
  {
    says: 'it is there, and the process cannot read it',
    from: 'objstore-credentials-invalid',
    change: logOf(/pods\/(?:defovok-zupelsel|dehawen)-/, UNREADABLE),
    is: { mode: 'objstore/config-invalid', role: 'object-store' },
  },
  {
    says: 'the pod waits, and nobody may list events',
    from: 'healthy',
    change: storeWaits('MountVolume.SetUp failed for volume "objstore" : secret "thanos-objstore" not found'),
    hidden: /\/events\?/,
    shared: ['workload/config-object-missing'],
    not: ['objstore/config-invalid'],
  },
  {
    says: 'the process ends, and no log tells why',
    from: 'objstore-credentials-invalid',
    change: logOf(/pods\/(?:defovok-zupelsel|dehawen)-/, UNREADABLE),
    hidden: /\/log\?/,
    not: ['objstore/config-invalid', 'workload/config-object-missing', 'objstore/credentials-invalid'],
  },
]);

const ONLY_DNS = policy('only-dns', 'monitoring', {
  podSelector: {},
  policyTypes: ['Egress'],
  egress: [{ ports: [{ protocol: 'UDP', port: 53 }] }],
});
const ONLY_NEIGHBOURS = policy('only-neighbours', 'monitoring', {
  podSelector: { matchLabels: { 'app.kubernetes.io/name': 'thanos-receive' } },
  policyTypes: ['Ingress'],
  ingress: [{ from: [{ podSelector: {} }] }],
});
const REMOTE_WRITE_ALLOWED = policy('remote-write', 'monitoring', {
  podSelector: { matchLabels: { 'app.kubernetes.io/name': 'thanos-receive' } },
  policyTypes: ['Ingress'],
  ingress: [{ from: [{ podSelector: {} }] }, { ports: [{ protocol: 'TCP', port: 19291 }] }],
});

const DROPPED = nothingArrives('cluster-02', NO_ANSWER);

const SECOND = 'http://10.64.0.10:30291/api/v1/receive';
/** The writer of cluster-02 sends to a second address as well, and gets no answer there either. */
const bothDropped: Change = changes(
  replaced(/^cluster-02 .*status\/config/, '\nremote_write:\n', `\nremote_write:\n- url: ${SECOND}\n`),
  replaced(
    /^cluster-02 .*configmaps\/prometheus-agent/,
    '\nremote_write:\n',
    `\nremote_write:\n  - url: ${SECOND}\n`,
  ),
  nothingArrives('cluster-02', NO_ANSWER),
  inCluster(
    'cluster-02',
    metricsOf(/prometheus-agent-0/, {
      [`prometheus_remote_storage_queue_highest_sent_timestamp_seconds{remote_name="b",url="${SECOND}"}`]:
        '1795250960',
      [`prometheus_remote_storage_queue_highest_timestamp_seconds{remote_name="b",url="${SECOND}"}`]:
        '1795251197',
    }),
  ),
);

/** The far end of `endpoint-refusing` is an address of the world that gives no answer. */
const outsideDropped: Change = changes(
  replacedEverywhere('10.65.0.1:9009', '203.0.113.7:9009'),
  logOf(
    /pods\/vokmu-gunorjin/,
    'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"http://203.0.113.7:9009/api/v1/push\\": dial tcp 203.0.113.7:9009: i/o timeout"',
  ),
);

describeNeighbours('a policy, a firewall, the way out, or the whole way between two sites', [
  {
    says: 'a policy at the client allows no such flow',
    from: 'healthy',
    change: changes(DROPPED, policiesAre({ 'cluster-02': ONLY_DNS })),
    is: { mode: 'network/policy-blocked', cluster: 'cluster-02', name: 'only-dns' },
  },
  {
    says: 'a policy at the server allows no such flow',
    from: 'healthy',
    change: changes(
      DROPPED,
      nothingArrives('cluster-03', NO_ANSWER),
      policiesAre({ 'cluster-01': ONLY_NEIGHBOURS }),
    ),
    is: { mode: 'network/policy-blocked', cluster: 'cluster-01', name: 'only-neighbours' },
  },
  {
    says: 'a policy selects the pods and allows the flow: something else drops it',
    from: 'healthy',
    change: changes(DROPPED, policiesAre({ 'cluster-01': REMOTE_WRITE_ALLOWED })),
    is: { mode: 'network/firewall-blocked', cluster: 'cluster-02', role: 'agent' },
  },
  {
    says: 'there is no policy',
    from: 'healthy',
    change: changes(DROPPED, policiesAre()),
    is: { mode: 'network/firewall-blocked', cluster: 'cluster-02', role: 'agent' },
  },
  {
    says: 'nobody may list policies: it may be one, or a firewall',
    from: 'healthy',
    change: changes(DROPPED, policiesAre({ 'cluster-02': ONLY_DNS })),
    hidden: /\/networkpolicies\?/,
    shared: ['network/policy-blocked', 'network/firewall-blocked'],
  },
  {
    says: 'a recording without policies is as blind',
    from: 'healthy',
    change: DROPPED,
    shared: ['network/policy-blocked', 'network/firewall-blocked'],
  },
  {
    says: 'the way to the outside world gives no answer, and no policy closes it',
    from: 'endpoint-refusing',
    change: changes(outsideDropped, policiesAre()),
    is: { mode: 'network/egress-blocked', cluster: 'muvune-haguxi', role: 'agent' },
  },
  {
    says: 'the way to the outside world gives no answer, and a policy closes it',
    from: 'endpoint-refusing',
    change: changes(
      outsideDropped,
      policiesAre({
        'muvune-haguxi': policy('only-dns', 'sopel', {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [{ ports: [{ protocol: 'UDP', port: 53 }] }],
        }),
      }),
    ),
    is: { mode: 'network/policy-blocked', cluster: 'muvune-haguxi', name: 'only-dns' },
  },
  {
    says: 'the way to the outside world gives no answer, and nobody may list policies',
    from: 'endpoint-refusing',
    change: changes(outsideDropped, policiesAre()),
    hidden: /\/networkpolicies\?/,
    shared: ['network/policy-blocked', 'network/egress-blocked'],
  },
  {
    says: 'a cluster has no route to any other',
    from: 'healthy',
    change: changes(
      nothingArrives('cluster-02', 'Post "URL": dial tcp 10.64.0.10:30291: connect: network is unreachable'),
      policiesAre(),
    ),
    is: { mode: 'network/link-lost', cluster: 'cluster-02' },
  },
  {
    says: 'a host on the only way out of a cluster says that there is no route',
    from: 'healthy',
    change: changes(
      nothingArrives('cluster-02', 'Post "URL": dial tcp 10.64.0.10:30291: connect: no route to host'),
      policiesAre(),
    ),
    is: { mode: 'network/link-lost', cluster: 'cluster-02' },
  },
  {
    says: 'a deadline passed, and nobody can tell whether a connection was opened: a rule, a size, or the link',
    from: 'healthy',
    change: changes(
      nothingArrives('cluster-02', 'Post "URL": context deadline exceeded'),
      inCluster(
        'cluster-02',
        wordsOf(/prometheus-agent-0.*\/metrics/, 'net_conntrack_dialer', 'net_unseen_dialer'),
      ),
      policiesAre(),
    ),
    shared: ['network/firewall-blocked', 'network/mtu-mismatch', 'network/link-lost'],
  },
  {
    says: 'everything that a cluster sends is dropped, to every address',
    from: 'healthy',
    change: changes(bothDropped, policiesAre()),
    is: { mode: 'network/link-lost', cluster: 'cluster-02' },
  },
  {
    says: 'the same, and nobody may list policies: one may close all ways as well',
    from: 'healthy',
    change: changes(bothDropped, policiesAre()),
    hidden: /\/networkpolicies\?/,
    shared: ['network/policy-blocked', 'network/firewall-blocked'],
    not: ['network/link-lost'],
  },
  {
    says: 'a cluster does not even answer us',
    from: 'edge-unreachable',
    is: { mode: 'cluster/unreachable', cluster: 'muvune-haguxi' },
  },
  {
    says: 'no log says what became of the packets',
    from: 'healthy',
    change: changes(DROPPED, policiesAre()),
    hidden: /\/log\?/,
    not: [
      ...(['network/policy-blocked', 'network/firewall-blocked', 'network/link-lost'] as const),
      ...(['network/egress-blocked', 'cluster/unreachable'] as const),
    ],
  },
]);

/** A conflict that says no more, and what a Receive says of it. */
const conflict = (...said: string[]): Change =>
  changes(
    refusedWith('cluster-02', 'conflict'),
    logUntil(
      /^cluster-01 .*thanos-receive-1/,
      LOGGED_AT,
      ...said.map(
        (words) =>
          `ts=2026-11-21T08:53:12Z caller=writer_errors.go:134 level=warn component=receive component=receive-writer tenant=default-tenant msg="${words}" numDropped=412`,
      ),
    ),
  );
const counted = (samples: Readonly<Record<string, string>>): Change =>
  inCluster('cluster-01', metricsOf(/thanos-receive-1/, samples));

const FOUR = [
  ...(['remote-write/out-of-order', 'remote-write/samples-too-old'] as const),
  ...(['remote-write/duplicate-writers', 'remote-write/labels-rejected'] as const),
];

describeNeighbours('the conflicts of remote write', [
  {
    says: 'Receive says that the order is lost',
    from: 'healthy',
    change: conflict('Error on ingesting out-of-order samples'),
    is: { mode: 'remote-write/out-of-order', cluster: 'cluster-02' },
  },
  {
    says: 'Receive says that samples are too old',
    from: 'healthy',
    change: conflict('Error on ingesting samples that are too old or are too far into the future'),
    is: { mode: 'remote-write/samples-too-old', cluster: 'cluster-02' },
  },
  {
    says: 'Receive says that there are two values',
    from: 'healthy',
    change: conflict('Error on ingesting samples with different value but same timestamp'),
    is: { mode: 'remote-write/duplicate-writers', cluster: 'cluster-02' },
  },
  {
    says: 'Receive says that it does not take the labels',
    from: 'healthy',
    change: conflict('Error on series with out-of-order labels'),
    is: { mode: 'remote-write/labels-rejected', cluster: 'cluster-02' },
  },
  {
    says: 'Receive says nothing, and has counted one kind',
    from: 'healthy',
    change: changes(
      conflict('Write request completed'),
      counted({ 'prometheus_tsdb_out_of_bound_samples_total{tenant="default-tenant"}': '2000' }),
    ),
    is: { mode: 'remote-write/samples-too-old', cluster: 'cluster-02' },
  },
  {
    says: 'Receive says nothing, and has counted two kinds',
    from: 'healthy',
    change: changes(
      conflict('Write request completed'),
      counted({
        'prometheus_tsdb_out_of_bound_samples_total{tenant="default-tenant"}': '2000',
        'prometheus_tsdb_out_of_order_samples_total{tenant="default-tenant",type="float"}': '2000',
      }),
    ),
    shared: FOUR,
  },
  {
    says: 'nobody may see what Receive says or counts',
    from: 'healthy',
    change: conflict('Error on ingesting out-of-order samples'),
    hidden: /thanos-receive-\d(\/log\?|:\d+\/proxy\/metrics)/,
    shared: FOUR,
  },
  {
    says: 'nobody may see what the writer says of its answers',
    from: 'healthy',
    change: conflict('Error on ingesting out-of-order samples'),
    hidden: /^cluster-02 .*(\/log\?|\/proxy\/metrics)/,
    not: FOUR,
  },
]);

const NO_ROOM =
  '0/1 nodes are available: 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.';

/** These Receives wait for a node: they have no address, no endpoint, and Query does not know them. */
const receivesWait = (...numbers: number[]): Change =>
  changes(
    ...numbers.map((number) =>
      podsAre(
        'cluster-01',
        `${RECEIVES}${number}`,
        {
          ...{ phase: 'Pending', podIP: null, podIPs: [], containerStatuses: [] },
          conditions: [condition('PodScheduled', 'False', NO_ROOM)],
        },
        { nodeName: null },
      ),
    ),
    endpointsGone(
      'cluster-01',
      numbers.map((number) => `${RECEIVES}${number}`),
    ),
    storesGone(numbers.map((number) => `10.64.10.3${number}:10901`)),
  );

describe('one Pending pod of several, or all of them', () => {
  const severities = async (change: Change) => {
    const { diagnosis } = await replayChanged('healthy', change);
    const causes = diagnosis.causes.filter(({ confirmed }) => confirmed);
    return { diagnosis, told: causes.map(({ mode, severity }) => `${mode} ${severity}`) };
  };

  it('one of three Receives: the pipeline goes on, weaker', async () => {
    const { diagnosis, told } = await severities(receivesWait(2));
    expect(diagnosis.verdict).toBe('degraded');
    expect(diagnosis.impact.map(({ status }) => status)).toEqual(['fresh', 'fresh', 'fresh']);
    expect(told).toEqual(['workload/unschedulable warning']);
    expect(diagnosis.causes[0]?.sign.facts).toMatchObject({ pending: 1, wanted: 3, reason: 'memory' });
    expect(diagnosis.unexplained).toEqual([]);
  });

  it('all three: nothing arrives, of no cluster', async () => {
    const { diagnosis, told } = await severities(changes(receivesWait(0, 1, 2), nobodyArrives(REFUSED)));
    expect(diagnosis.verdict).toBe('down');
    expect(diagnosis.impact.map(({ status }) => status)).toEqual(['silent', 'silent', 'silent']);
    expect(told).toEqual(['workload/unschedulable critical']);
    expect(diagnosis.causes[0]?.sign.facts).toMatchObject({ pending: 3, wanted: 3 });
    expect(diagnosis.causes[0]?.explains.filter((id) => id.startsWith('cluster-silent@'))).toHaveLength(3);
    expect(diagnosis.unexplained).toEqual([]);
  });

  it('one of three beside a writer that sends nowhere: what silences a cluster comes first', async () => {
    const { diagnosis, told } = await severities(changes(receivesWait(2), portMistyped));
    expect(told).toEqual(['remote-write/url-wrong critical', 'workload/unschedulable warning']);
    expect(diagnosis.impact.map(({ status }) => status)).toEqual(['fresh', 'silent', 'fresh']);
  });

  it('all three beside it: they come first', async () => {
    const both = changes(receivesWait(0, 1, 2), nobodyArrives(REFUSED), portMistyped);
    const { told } = await severities(both);
    expect(told).toEqual(['workload/unschedulable critical', 'remote-write/url-wrong critical']);
  });

  it('nobody may list pods: neither is claimed', async () => {
    const { diagnosis } = await replayChanged('healthy', receivesWait(2), ({ path }) =>
      /\/api\/v1\/pods\?/.test(path),
    );
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(diagnosis.verdict).not.toBe('healthy');
  });
});
