import { describe, expect, it } from 'vitest';
import { readClusterHealth, toldByStatus } from './part-health.ts';

const source = { cluster: 'c', path: '/p', at: '2026-11-21T00:00:00Z' };
const refused = (detail: string) => toldByStatus({ seen: false, reason: 'server-error', detail, source });

describe('what a part says of its own health', () => {
  it.each(['HTTP 500: error', 'HTTP 503: {"database":"failing","version":"11.5.2"}'])(
    'is ill by its own word: %s',
    (detail) => {
      expect(refused(detail)).toMatchObject({ seen: true, value: { isHealthy: false, words: detail } });
    },
  );

  it.each([
    'HTTP 503: error trying to reach service: dial tcp 10.0.0.1:2020: connect: connection refused',
    'HTTP 500: error trying to reach service',
    'HTTP 503: {"database":"ok"}',
  ])('is unknown where something else refuses: %s', (detail) => {
    expect(refused(detail)).toMatchObject({ seen: false });
  });

  it('is red for a log store whose primary shards have no node, and well for one without replicas', () => {
    const told = (status: string) =>
      readClusterHealth({ status, number_of_nodes: 1, unassigned_shards: 4 })?.isHealthy;
    expect(['green', 'yellow', 'red', 'blue'].map(told)).toEqual([true, true, false, undefined]);
    expect(readClusterHealth('green')).toBeNull();
  });
});
