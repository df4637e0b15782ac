import { describeChanged, metricsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('receive/tenant-limited', {
  says: [
    'ts=2026-11-21T08:53:21Z caller=head_series_limiter.go:167 level=error component=receive component=receive-limiter msg="tenant above limit" tenant=team-a currentSeries=1.2e+06 limit=1000000',
    '{"caller":"dedupe.go:112","component":"remote","err":"server returned HTTP status 429 Too Many Requests: tenant is above active series limit","level":"warn","msg":"Failed to send batch, retrying"}',
    'level=error component=remote msg="non-recoverable error" failedSampleCount=2000 err="server returned HTTP status 413 Request Entity Too Large: too many timeseries"',
    'level=error component=remote msg="non-recoverable error" err="server returned HTTP status 413 Request Entity Too Large: too many samples"',
    'server returned HTTP status 413 Request Entity Too Large: write request too large',
    '[FIRING:1] ThanosReceiveTenantLimitedByHeadSeries (team-a warning)',
  ],
  not: {
    'execution: query processing would load too many samples into memory in query execution':
      'query/overloaded',
    'level=debug component=receive msg="successfully queried meta-monitoring" vectors=3': null,
    'level=info component=receive msg="reloading limit config"': null,
  },
});

describeChanged('receive/tenant-limited', {
  from: 'healthy',
  change: metricsOf(/thanos-receive-\d/, {
    'thanos_receive_write_limits_hit{limit="samples",tenant="default-tenant",quantile="0.5"}': '1200',
  }),
  at: { role: 'receive', name: 'thanos-receive', variant: 'samples' },
  hidden: /\/metrics/,
});

describeChanged('receive/tenant-limited', {
  from: 'healthy',
  change: metricsOf(/thanos-receive-\d/, {
    'thanos_receive_head_series_limited_requests_total{tenant="default-tenant"}': '97',
    'thanos_receive_head_series_limit{tenant=""}': '10000',
  }),
  at: { role: 'receive', name: 'thanos-receive', variant: 'active-series' },
  hidden: /\/metrics/,
});
