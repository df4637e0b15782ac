import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, metricsOf, wordsOf } from '../../changed.testing.ts';
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

/** The Store of the recording as a sidecar of the same pod: nothing here ever ran as one. */
const asSidecar = wordsOf(
  /statefulsets|\/pods\?/,
  '"args":["store"',
  '"args":["sidecar","--prometheus.url=http://localhost:9090"',
);

const down = metricsOf(/thanos-store-0/, { thanos_sidecar_prometheus_up: '0' });

describe('sidecar/prometheus-unreachable on a changed recording', () => {
  it('is thought of first, and not confirmed: why Prometheus does not answer is not seen', async () => {
    const { diagnosis } = await replayChanged('healthy', changes(asSidecar, down));
    expect(diagnosis.causes[0]?.mode).toBe('sidecar/prometheus-unreachable');
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(diagnosis.verdict).toBe('degraded');
  });

  it('is silent where the sidecar reaches it', async () => {
    const up = metricsOf(/thanos-store-0/, { thanos_sidecar_prometheus_up: '1' });
    const { diagnosis } = await replayChanged('healthy', changes(asSidecar, up));
    expect(
      diagnosis.findings.filter(({ type, state }) => type === 'sidecar-cut-off' && state === 'present'),
    ).toEqual([]);
    expect(diagnosis.causes).toEqual([]);
  });
});
