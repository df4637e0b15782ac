import type { Panel } from '../dashboard.ts';
import { ANY_IS_CRITICAL, stat } from './panels.ts';

/** Matchers for the pods that the variables chose: a dashboard that uses them says which `pods` they list. */
export const CHOSEN = 'cluster=~"$cluster", namespace=~"$namespace", pod=~"$pod"';

/** Per second, of a counter of the chosen pods; `more` matchers begin with a comma. */
export function rate(counter: string, by = 'cluster, pod', more = ''): string {
  return `sum by (${by}) (rate(${counter}{${CHOSEN}${more}}[$__rate_interval]))`;
}

/** 99th percentile of a histogram of the chosen pods, given without `_bucket`. */
export function p99(histogram: string, by = 'cluster, pod', more = ''): string {
  return `histogram_quantile(0.99, sum by (${by}, le) (rate(${histogram}_bucket{${CHOSEN}${more}}[$__rate_interval])))`;
}

/** Share of the HTTP requests that a 5xx answered: 0 without one, nothing where nothing was asked. */
export function shareOf5xx(more = ''): string {
  const all = `sum(rate(http_requests_total{${CHOSEN}${more}}[$__rate_interval]))`;
  return `sum(rate(http_requests_total{${CHOSEN}${more}, code=~"5.."}[$__rate_interval])) / (${all} > 0) or 0 * ${all}`;
}

/** Of the chosen Thanos pods. A pod that is gone says nothing: see the pods against their limits. */
export const THANOS_NOT_READY: Panel = stat(
  { en: 'Not ready', ko: '준비 안 됨' },
  'short',
  `sum(thanos_status{${CHOSEN}, check="ready"} == bool 0)`,
  { thresholds: ANY_IS_CRITICAL },
);
