import { describe, expect, it } from 'vitest';
import { readHeadStats } from './series-stats.ts';

const head = {
  headStats: { numSeries: 508_000 },
  seriesCountByMetricName: [
    { name: 'up', value: 12 },
    { name: 'requests_total', value: 120_000 },
    { name: 'broken', value: 'many' },
  ],
  labelValueCountByLabelName: [{ name: 'pod_id', value: 80_000 }],
};
const read = {
  series: 508_000,
  metrics: [
    { name: 'requests_total', count: 120_000 },
    { name: 'up', count: 12 },
  ],
  labels: [{ name: 'pod_id', count: 80_000 }],
};

describe('what the series of a head are made of', () => {
  it('is one object from Prometheus', () => {
    expect(readHeadStats({ status: 'success', data: head })).toEqual([{ tenant: null, ...read }]);
  });

  it('is a list by tenant from Receive', () => {
    const answer = { status: 'success', data: [{ tenant: 'a', ...head }] };
    expect(readHeadStats(answer)).toEqual([{ tenant: 'a', ...read }]);
    expect(readHeadStats({ status: 'success', data: [] })).toEqual([]);
  });

  it('is nothing in what is no such answer', () => {
    const bodies = [null, {}, { status: 'error' }, { status: 'success', data: 'x' }];
    expect(bodies.map(readHeadStats)).toEqual([null, null, null, null]);
  });
});
