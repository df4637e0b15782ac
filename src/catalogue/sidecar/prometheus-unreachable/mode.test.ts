import { describe, expect, it } from 'vitest';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('sidecar/prometheus-unreachable', {
  says: [
    'level=warn caller=sidecar.go:198 msg="failed to fetch initial external labels. Is Prometheus running? Retrying" err="perform GET request against http://localhost:9090/api/v1/status/config: dial tcp [::1]:9090: connect: connection refused"',
    '{"caller":"sidecar.go:504","err":"request config against http://127.0.0.1:9090/api/v1/status/flags: dial tcp 127.0.0.1:9090: connect: connection refused","level":"warn","msg":"failed to get Prometheus flags. Is Prometheus running? Retrying"}',
    'level=warn caller=sidecar.go:283 msg="updating timestamps failed" err="perform GET request against http://localhost:9090/metrics: context deadline exceeded"',
    'level=warn caller=sidecar.go:290 msg="updating labels failed" err="expected 2xx response, got 503"',
    'ALERTS{alertname="ThanosSidecarNoConnectionToStartedPrometheus"}',
  ],
  not: {
    'level=info caller=sidecar.go:259 msg="successfully loaded prometheus external labels" external_labels="{cluster=\\"a\\"}"':
      null,
    'level=info caller=sidecar.go:492 msg="starting sidecar"': null,
  },
});

describe('sidecar/prometheus-unreachable', () => {
  it('is over once the first tries of a start succeeded', async () => {
    const { causes } = await explainLines(
      [
        'level=warn msg="failed to fetch prometheus version. Is Prometheus running? Retrying" err="connection refused"',
        'level=info msg="successfully loaded prometheus version"',
        'level=info msg="successfully loaded prometheus external labels"',
      ].join('\n'),
    );
    expect(causes).toEqual([]);
  });
});
