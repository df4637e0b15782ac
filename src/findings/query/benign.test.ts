import { describe, expect, it } from 'vitest';
import { type Change, changes, wordsOf } from '../../catalogue/changed.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';

const OBJECTS = /\/(?:deployments|statefulsets)\?|^\/api\/v1\/pods\?/;
const METRICS = /thanos-query-[^/]*\/proxy\/metrics/;
const LABEL = '--query.replica-label=receive_replica';
const TIMESPAN = 'thanos_query_range_requested_timespan_duration_seconds';

/** A healthy fleet that was changed by hand in a way that somebody may want. */
const BENIGN: Readonly<Record<string, Change>> = {
  'Receives that hold no copies, and no replica label': changes(
    wordsOf(OBJECTS, LABEL, '--query.replica-label=replica'),
    wordsOf(OBJECTS, '--receive.replication-factor=3', '--receive.replication-factor=1'),
  ),
  'a store at an address outside what was seen': wordsOf(/\/api\/v1\/stores/, '10.64.20.80', '203.0.113.7'),
  'long ranges that are answered quickly, without a frontend': changes(
    wordsOf(METRICS, `\n${TIMESPAN}_count 0`, `\n${TIMESPAN}_count 120`),
    wordsOf(
      METRICS,
      `\n${TIMESPAN}_sum 0`,
      `\n${TIMESPAN}_sum 120\nhttp_request_duration_seconds_sum{handler="query_range"} 12\nhttp_request_duration_seconds_count{handler="query_range"} 120`,
    ),
  ),
  'all queries that are allowed at once, for a moment': wordsOf(
    METRICS,
    'concurrent_gate_queries_in_flight 0',
    'concurrent_gate_queries_in_flight 20',
  ),
};

describe('no cause is named for', () => {
  it.each(Object.entries(BENIGN))('%s', async (_, change) => {
    const { diagnosis } = await replayChanged('healthy', change);
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed).map(({ mode }) => mode)).toEqual([]);
  });
});
