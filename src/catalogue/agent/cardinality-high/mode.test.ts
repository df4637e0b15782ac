import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import type { Json } from '../../../evidence/transport.ts';
import { type Change, changes, itemsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/cardinality-high', {
  says: [
    '[FIRING:1] AgentSeriesGrowing cluster-02: 1.2M active series',
    'PrometheusTimeseriesCardinality: The "http_requests_total" timeseries cardinality is getting very high',
    'msg="non-recoverable error" remote_name=a err="server returned HTTP status 400 Bad Request: user=a: per-user series limit of 150000 exceeded (err-mimir-max-series-per-user)"',
  ],
  not: {
    'prometheus_agent_active_series 12000': null,
    'tenant is above active series limit': 'receive/tenant-limited',
    '"lastError": "sample limit exceeded"': 'scrape/limit-exceeded',
  },
});

/** What Query answers of the series of one job in one cluster, now and before. */
const counted =
  (now: number, before: number): Change =>
  ({ path }, body) => {
    const query = decodeURIComponent(path);
    if (!query.includes('scrape_samples_post_metric_relabeling')) return body;
    const value = query.includes('min_over_time') ? before : now;
    const label = /sum by \((\w{1,50}), job\)/.exec(query)?.[1] ?? '';
    const clusters = ['dalvok', 'dalfoyo', 'gupipi'];
    return {
      status: 'success',
      data: {
        resultType: 'vector',
        result: clusters.map((name) => ({
          metric: { [label]: name, job: 'pods' },
          value: [0, String(name === 'dalfoyo' ? value : 900)],
        })),
      },
    } as Json;
  };

/** What was killed runs again, so that it can be asked. */
const restarted = itemsOf(/^\/api\/v1\/pods\?/, (item) => {
  const statuses = (item.status.containerStatuses ?? []) as Record<string, Json>[];
  for (const status of statuses) {
    if (!JSON.stringify(status).includes('OOMKilled')) continue;
    const { terminated } = (status.state ?? {}) as Record<string, Json>;
    if (terminated) status.lastState = { terminated };
    status.state = { running: { startedAt: '2026-11-21T10:45:40Z' } };
  }
  return [item];
});

describe('agent/cardinality-high where a Receive was killed at its memory limit', () => {
  it('is not claimed where series did not grow: the kill is a cause of its own', async () => {
    const { diagnosis } = await replayChanged('receive-oom-killed', counted(12_000, 11_000));
    const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
    expect(confirmed.map(({ mode }) => mode)).toEqual(['workload/oom-killed']);
  });

  it('is the cause where they grew, and the kill its effect', async () => {
    const { diagnosis } = await replayChanged('receive-oom-killed', counted(90_000, 1200));
    const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
    expect(confirmed[0]).toMatchObject({
      mode: 'agent/cardinality-high',
      component: { role: 'agent' },
    });
    expect(confirmed.map(({ mode }) => mode)).not.toContain('workload/oom-killed');
  });

  it('names the largest metrics and labels, as a Receive counts them', async () => {
    // Receive tells it where it is written to, and nowhere else.
    const metricsPorts = new Map<string, string>();
    const change = changes(counted(90_000, 1200), restarted, ({ path }, body) => {
      const [, pod = '', port = '', page = ''] = /\/pods\/([^/:]+):(\d+)\/proxy(.*)$/.exec(path) ?? [];
      if (page === '/metrics') metricsPorts.set(pod, port);
      return page === '/api/v1/status/tsdb?limit=10&all_tenants=true' && port !== metricsPorts.get(pod)
        ? {
            status: 'success',
            data: [
              {
                ...{ tenant: 't', headStats: { numSeries: 130_000 } },
                seriesCountByMetricName: [{ name: 'requests_total', value: 120_000 }],
                labelValueCountByLabelName: [{ name: 'pod_id', value: 80_000 }],
              },
            ],
          }
        : body;
    });
    const { diagnosis } = await replayChanged('receive-oom-killed', change);
    const said = (type: string) =>
      diagnosis.findings
        .filter((finding) => finding.type === type && finding.state === 'present')
        .flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    for (const type of ['series-grown', 'container-oom-killed']) {
      expect(said(type)).toContain('tenant t: metric requests_total: 120000 series');
      expect(said(type)).toContain('tenant t: label pod_id: 80000 values');
    }
  });

  it('is not claimed where nobody can tell', async () => {
    const { diagnosis } = await replayChanged('receive-oom-killed', (_, body) => body);
    expect(diagnosis.causes.map(({ mode }) => mode)).not.toContain('agent/cardinality-high');
    expect(diagnosis.blindSpots.map(({ what }) => what)).toContain('seriesCounts');
  });
});

// A job whose series are new with each scrape, before any limit of memory is hit.
describe('agent/cardinality-high where an Agent holds more than its scrapes give', () => {
  const counted =
    (added: number): Change =>
    ({ path }, body) => {
      const query = decodeURIComponent(path);
      if (!query.includes('scrape_s')) return body;
      const label = /sum by \((\w{1,50}), job\)/.exec(query)?.[1] ?? '';
      const value = query.includes('scrape_series_added') ? added : 5164;
      const metric = { [label]: 'loloyo', job: 'application' };
      return {
        status: 'success',
        data: { resultType: 'vector', result: [{ metric, value: [0, String(value)] }] },
      } as Json;
    };
  const confirmed = async (change: Change) => {
    const { diagnosis } = await replayChanged('agent-cardinality-high', change);
    return diagnosis.causes.filter((cause) => cause.confirmed);
  };

  it('is named where each scrape gives others', async () => {
    const causes = await confirmed(counted(46_000));
    expect(causes.map(({ mode }) => mode)).toEqual(['agent/cardinality-high']);
    expect(causes[0]?.component).toMatchObject({ role: 'agent' });
  });

  it('is not named where targets only started anew', async () => {
    expect(await confirmed(counted(10_400))).toEqual([]);
  });
});
