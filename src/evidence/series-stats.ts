import { at, isRecord, list, number, text } from './json.ts';

/** What the series of one head (of one tenant) are made of: the largest of each, largest first. */
export interface HeadStats {
  /** `null` for Prometheus, which has none. */
  tenant: string | null;
  series: number;
  /** Series by metric name. */
  metrics: { name: string; count: number }[];
  /** Values by label name. */
  labels: { name: string; count: number }[];
}

const MAX_TENANTS = 50;
const MAX_LARGEST = 10;

/**
 * `/api/v1/status/tsdb`: an object from Prometheus (web/api/v1), a list by tenant from Receive (thanos
 * pkg/api/status).
 */
export function readHeadStats(body: unknown): HeadStats[] | null {
  if (text(body, 'status') !== 'success') return null;
  const data = at(body, 'data');
  const heads = Array.isArray(data) ? data.slice(0, MAX_TENANTS) : isRecord(data) ? [data] : null;
  return (
    heads?.map((head) => ({
      tenant: text(head, 'tenant') ?? null,
      series: number(head, 'headStats', 'numSeries') ?? 0,
      metrics: largest(head, 'seriesCountByMetricName'),
      labels: largest(head, 'labelValueCountByLabelName'),
    })) ?? null
  );
}

function largest(head: unknown, field: string): { name: string; count: number }[] {
  const found = list(head, field).flatMap((item) => {
    const name = text(item, 'name');
    const count = number(item, 'value');
    return name === undefined || count === undefined ? [] : [{ name, count }];
  });
  return found.sort((a, b) => b.count - a.count).slice(0, MAX_LARGEST);
}
