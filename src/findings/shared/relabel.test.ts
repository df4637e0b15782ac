import { describe, expect, it } from 'vitest';
import { readPrometheusConfig } from '../../evidence/prometheus-config.ts';
import { compileRules, relabel } from './relabel.ts';

function apply(yaml: string, labels: Record<string, string>) {
  const config = readPrometheusConfig(
    `remote_write:\n  - url: http://x\n    write_relabel_configs:\n${yaml}`,
  );
  return relabel(compileRules(config?.remoteWrite[0]?.relabel ?? []), labels);
}

describe('relabel', () => {
  it('keeps only what matches whole', () => {
    const yaml = "      - {source_labels: [__name__], regex: 'up|scrape_.*', action: keep}";
    expect(apply(yaml, { __name__: 'up' })).toEqual({ __name__: 'up' });
    expect(apply(yaml, { __name__: 'scrape_duration_seconds' })).not.toBeNull();
    expect(apply(yaml, { __name__: 'group_up' })).toBeNull();
  });

  it('drops by several labels joined with the separator', () => {
    const yaml =
      "      - {source_labels: [job, __name__], separator: '@', regex: 'node@go_.*', action: drop}";
    expect(apply(yaml, { job: 'node', __name__: 'go_info' })).toBeNull();
    expect(apply(yaml, { job: 'other', __name__: 'go_info' })).not.toBeNull();
  });

  it('keep by a label drops every series that has none', () => {
    const yaml = "      - {source_labels: [namespace], regex: 'monitoring', action: keep}";
    expect(apply(yaml, { __name__: 'up' })).toBeNull();
  });

  it('replaces with groups in both notations, and an empty value removes the label', () => {
    const yaml =
      "      - {source_labels: [instance], regex: '(.+):.*', target_label: host, replacement: '$" + "{1}!'}";
    expect(apply(yaml, { instance: 'a:9100' })).toEqual({ instance: 'a:9100', host: 'a!' });
    expect(apply("      - {target_label: instance, replacement: ''}", { instance: 'a', x: 'y' })).toEqual({
      x: 'y',
    });
  });

  it('a pattern that is exponential for a backtracking engine takes no time', () => {
    const yaml = "      - {source_labels: [__name__], regex: '(a+)+b', action: keep}";
    const started = performance.now();
    expect(apply(yaml, { __name__: 'a'.repeat(5000) })).toBeNull();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('leaves a rule that cannot be read out', () => {
    expect(
      apply("      - {source_labels: [__name__], regex: '(', action: keep}", { __name__: 'up' }),
    ).not.toBeNull();
  });
});
