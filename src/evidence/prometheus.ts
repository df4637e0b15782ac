import { list, number, text, textMap } from './json.ts';

/** A scrape target as `/api/v1/targets` gives it. */
export interface Target {
  job: string;
  url: string;
  labels: Record<string, string>;
  health: string;
  lastError: string;
  /** Name of the job in the configuration: relabelling may give its series another. */
  pool: string;
  lastScrape: string | null;
  /** What Kubernetes discovery says that it is; `null` where it did not find it, or found something else. */
  found: { namespace: string | null; pod: string | null; service: string | null; node: string | null };
}

export function readTargets(body: unknown): Target[] | null {
  if (text(body, 'status') !== 'success') return null;
  return list(body, 'data', 'activeTargets').map((item) => ({
    job: text(item, 'labels', 'job') ?? '',
    url: text(item, 'scrapeUrl') ?? '',
    labels: textMap(item, 'labels'),
    health: text(item, 'health') ?? 'unknown',
    lastError: text(item, 'lastError') ?? '',
    pool: text(item, 'scrapePool') ?? text(item, 'labels', 'job') ?? '',
    lastScrape: text(item, 'lastScrape') ?? null,
    found: {
      namespace: discovered(item, 'namespace'),
      pod: discovered(item, 'pod_name'),
      service: discovered(item, 'service_name'),
      node: discovered(item, 'node_name'),
    },
  }));
}

const discovered = (target: unknown, label: string): string | null =>
  text(target, 'discoveredLabels', `__meta_kubernetes_${label}`) ?? null;

/** One metric of one target, as `/api/v1/targets/metadata` gives it. */
export interface TargetMetric {
  /** Labels that tell the target: `instance` and `job`. */
  target: Record<string, string>;
  metric: string;
  type: string;
}

export function readTargetMetrics(body: unknown): TargetMetric[] | null {
  if (text(body, 'status') !== 'success') return null;
  return list(body, 'data').flatMap((item) => {
    const metric = text(item, 'metric');
    return metric === undefined
      ? []
      : [{ target: textMap(item, 'target'), metric, type: text(item, 'type') ?? '' }];
  });
}

/** The configuration that runs, as YAML: `/api/v1/status/config`. */
export function readRunningConfig(body: unknown): string | null {
  return text(body, 'data', 'yaml') ?? null;
}

export interface VectorSample {
  labels: Record<string, string>;
  /** Seconds since the epoch at which it was evaluated. */
  at: number;
  value: number;
}

/** An instant query's answer with a vector. */
export function readVector(body: unknown): VectorSample[] | null {
  if (text(body, 'status') !== 'success' || text(body, 'data', 'resultType') !== 'vector') return null;
  return list(body, 'data', 'result').flatMap((item) => {
    const time = number(item, 'value', 0);
    const value = Number(text(item, 'value', 1));
    return time === undefined || Number.isNaN(value)
      ? []
      : [{ labels: textMap(item, 'metric'), at: time, value }];
  });
}
