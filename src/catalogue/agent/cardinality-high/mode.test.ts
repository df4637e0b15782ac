import { describeTexts } from '../../texts.testing.ts';

describeTexts('agent/cardinality-high', {
  says: [
    '[FIRING:1] AgentSeriesGrowing cluster-02: 1.2M active series',
    'PrometheusTimeseriesCardinality: The "http_requests_total" timeseries cardinality is getting very high',
    'msg="non-recoverable error" remote_name=a err="server returned HTTP status 400 Bad Request: user=a: per-user series limit of 150000 exceeded (err-mimir-max-series-per-user)"',
  ],
  not: {
    'prometheus_agent_active_series 12000': null,
    'tenant is above active series limit': null,
    '"lastError": "sample limit exceeded"': 'scrape/limit-exceeded',
  },
});
