import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from './logs.ts';
import { readMetrics } from './metrics.ts';
import { durationSeconds, isLoaded, readPrometheusConfig } from './prometheus-config.ts';
import { lagOf, readQueues } from './remote-write.ts';

describe('readMetrics', () => {
  const metrics = readMetrics(
    [
      '# HELP a Help.',
      '# TYPE a counter',
      'a_total{x="1",y="two words"} 3',
      'a_total{x="2",y="a \\"quote\\", a \\\\ and a } brace"} 4 1700000000000',
      'b 1.5e+09',
      'c NaN',
      'd +Inf',
      'a_total_more 9',
      'broken{x="1" 5',
      '',
    ].join('\n'),
  );

  it('finds samples by their whole name', () => {
    expect(metrics?.samples('a_total')).toEqual([
      { labels: { x: '1', y: 'two words' }, value: 3 },
      { labels: { x: '2', y: 'a "quote", a \\ and a } brace' }, value: 4 },
    ]);
    expect(metrics?.sum('a_total', { x: '2' })).toBe(4);
    expect(metrics?.sum('a_total')).toBe(7);
    expect(metrics?.sum('a_total', { x: '3' })).toBeNull();
    expect(metrics?.value('b')).toBe(1_500_000_000);
    expect(metrics?.value('d')).toBe(Number.POSITIVE_INFINITY);
    expect(metrics?.value('none')).toBeNull();
    expect(metrics?.samples('broken')).toEqual([]);
  });

  it('is null for what is no metrics page', () => {
    expect(readMetrics('<html></html>')).toBeNull();
    expect(readMetrics('')).toBeNull();
    expect(readMetrics({ a: 1 })).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => void readMetrics(`${text}\nx 1`)?.samples('x'),
      ),
    );
  });
});

describe('readQueues', () => {
  const page = (names: Record<string, number>) =>
    readMetrics(
      Object.entries(names)
        .map(
          ([name, value]) =>
            `prometheus_remote_storage_${name}${name.startsWith('highest') ? '' : '{remote_name="r",url="http://x/y"}'} ${value}`,
        )
        .join('\n'),
    );

  it('reads a queue of Prometheus 3', () => {
    const metrics = page({
      queue_highest_sent_timestamp_seconds: 1000,
      queue_highest_timestamp_seconds: 1090,
      samples_pending: 7,
      samples_failed_total: 2,
    });
    const [queue] = metrics ? readQueues(metrics) : [];
    expect(queue).toMatchObject({
      url: 'http://x/y',
      name: 'r',
      newestSent: 1000,
      newestIn: 1090,
      pending: 7,
      failedTotal: 2,
    });
    expect(queue && lagOf(queue, null)).toBe(90);
  });

  it('reads the names of before 2.23, and the lag without a figure per queue', () => {
    const metrics = page({
      queue_highest_sent_timestamp_seconds: 1000,
      highest_timestamp_in_seconds: 1060,
      pending_samples: 3,
      failed_samples_total: 1,
      succeeded_samples_total: 9,
    });
    const [queue] = metrics ? readQueues(metrics) : [];
    expect(queue).toMatchObject({ pending: 3, failedTotal: 1, sentTotal: 9, newestIn: null });
    expect(queue && lagOf(queue, null)).toBe(60);
  });

  it('a queue that never sent lags since the start; an empty one does not', () => {
    const never = page({ queue_highest_sent_timestamp_seconds: 0, queue_highest_timestamp_seconds: 1090 });
    const empty = page({ queue_highest_sent_timestamp_seconds: 0, queue_highest_timestamp_seconds: 0 });
    expect(never && lagOf(readQueues(never)[0] as never, 1000)).toBe(90);
    expect(empty && lagOf(readQueues(empty)[0] as never, 1000)).toBeNull();
  });
});

describe('readLog', () => {
  const one = (text: string) => (readLog(text) ?? [])[0];

  it.each([
    [
      'logfmt of Prometheus 2',
      'ts=2026-01-02T03:04:05.678Z caller=dedupe.go:112 component=remote level=warn remote_name=a1 url=http://x msg="Failed to send batch, retrying" err="Post \\"http://x\\": dial tcp: connection refused"',
      {
        level: 'warn',
        message: 'Failed to send batch, retrying: Post "http://x": dial tcp: connection refused',
        at: '2026-01-02T03:04:05.678Z',
      },
    ],
    [
      'slog of Prometheus 3',
      'time=2026-01-02T03:04:05.678Z level=ERROR source=main.go:1 msg="Error loading config" err="parsing YAML file"',
      { level: 'error', message: 'Error loading config: parsing YAML file' },
    ],
    [
      'JSON',
      '{"ts":"2026-01-02T03:04:05Z","level":"error","msg":"upload failed","err":"no bucket"}',
      { level: 'error', message: 'upload failed: no bucket' },
    ],
    ['klog', 'E0102 03:04:05.678901       1 reflector.go:1] "Failed" err="x"', { level: 'error' }],
    ['plain', 'panic: something', { level: null, message: 'panic: something' }],
    [
      "the kubelet's stamp",
      '2026-01-02T03:04:05.123456789Z level=info msg=hello',
      { at: '2026-01-02T03:04:05.123Z', message: 'hello' },
    ],
    ['colours', '\u001b[31mlevel=error\u001b[0m msg=red', { level: 'error', message: 'red' }],
  ])('%s', (_, text, expected) => {
    expect(one(text)).toMatchObject(expected);
  });

  it('never throws and stays linear', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void readLog(text)));
    const started = performance.now();
    readLog(`${'a="'.repeat(300_000)}\n${'='.repeat(500_000)}\n${'{'.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('readPrometheusConfig', () => {
  it('reads labels of any scalar type, queues and rules', () => {
    const config = readPrometheusConfig(
      'global:\n  scrape_interval: 1m30s\n  external_labels: {cluster: c1, shard: 7, on: true}\nremote_write:\n- url: http://x\n  write_relabel_configs:\n  - {action: Drop, source_labels: [a], regex: 5}\n',
    );
    expect(config).toMatchObject({
      externalLabels: { cluster: 'c1', shard: '7', on: 'true' },
      scrapeIntervalSeconds: 90,
    });
    expect(config?.remoteWrite[0]?.relabel[0]).toMatchObject({
      action: 'drop',
      regex: '5',
      sourceLabels: ['a'],
    });
  });

  it('sees labels that relabelling adds', () => {
    const rule = '{target_label: cluster, replacement: c1}';
    expect(
      readPrometheusConfig(`remote_write:\n- url: http://x\n  write_relabel_configs: [${rule}]`)?.addedLabels,
    ).toContain('cluster');
    expect(
      readPrometheusConfig(`scrape_configs:\n- job_name: a\n  relabel_configs: [${rule}]\n- job_name: b`)
        ?.addedLabels,
    ).toEqual([]);
  });

  it.each(['', 'x', '- a', ': : :', '"', '&a [*a]', `a: &x [${'[*x],'.repeat(3)}]`])(
    'is null or empty for %s',
    (yaml) => {
      expect(readPrometheusConfig(yaml)?.remoteWrite ?? []).toEqual([]);
    },
  );

  it.each([
    ['15s', 15],
    ['1m30s', 90],
    ['2h', 7200],
    ['500ms', 0.5],
    ['1d', 86_400],
    ['x', null],
    ['', null],
    ['5', null],
  ])('%s', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });
});

describe('a configuration that is loaded', () => {
  const file =
    'global:\n  scrape_interval: 60s\nremote_write:\n  - url: http://a/api\n    basic_auth: {password: x}\n';
  const running =
    'global:\n  scrape_interval: 1m\n  scrape_timeout: 10s\nremote_write:\n- url: http://a/api\n  basic_auth:\n    password: <secret>\n';
  it.each([
    ['with defaults and redacted secrets beside it', file, running, true],
    ['with another URL', file.replace('/a/', '/b/'), running, false],
    [
      'with a key that the process does not know',
      file.replace('remote_write', 'remote_wrtie'),
      running,
      false,
    ],
    ['with one endpoint less', 'remote_write: []\n', running, false],
    ['that is no YAML', '{', running, null],
  ])('%s', (_, left, right, expected) => {
    expect(isLoaded(left, right)).toBe(expected);
  });
});
