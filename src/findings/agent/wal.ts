import type { Metrics } from '../../evidence/metrics.ts';
import { LAG_SECONDS } from '../../evidence/remote-write.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, quote, timeOf } from '../finding.ts';
import { note } from '../notes.ts';
import { queuesOf } from '../shared/queues.ts';

/** A server repairs its WAL at its start and counts that once: longer ago it is history. */
const REPAIRED_SECONDS = 3 * 3600;
/** Segments of 128 MiB that a sender is behind: one is usual while a new one begins. */
const SEGMENTS_BEHIND = 2;

/**
 * Counters of records that could not be read. An Agent counts checkpoints that failed on them
 * (prometheus tsdb/agent/db.go), a server its repairs (tsdb/db.go), the reader of remote write what it met
 * (tsdb/wlog/live_reader.go).
 */
const UNREADABLE = [
  'prometheus_agent_corruptions_total',
  'prometheus_tsdb_wal_reader_corruption_errors_total',
  'prometheus_tsdb_wal_corruptions_total',
] as const;

/** What a writer's own metrics say of its WAL: damage, and how far its senders are behind. */
export const wal: FindingRule = {
  name: 'agent/wal',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((component) => [...unreadable(context, component), ...growing(context, component)]),
};

function unreadable(context: FindingContext, component: Component): Finding[] {
  for (const { look } of context.metrics(component)) {
    if (!look.seen) continue;
    const counter = UNREADABLE.find((name) => counts(context, look.value, name));
    if (counter === undefined) continue;
    const words = `${counter} ${look.value.sum(counter)}`;
    return [
      present('wal-records-unreadable', component.ref, {
        evidence: [quote(look.source, words)],
        facts: { words },
      }),
    ];
  }
  return [];
}

function counts(context: FindingContext, metrics: Metrics, name: (typeof UNREADABLE)[number]): boolean {
  if ((metrics.sum(name) ?? 0) === 0) return false;
  if (name !== 'prometheus_tsdb_wal_corruptions_total') return true;
  const started = metrics.value('process_start_time_seconds');
  const age = ageSeconds(context, started === null ? null : timeOf(started * 1000));
  return age !== null && age < REPAIRED_SECONDS;
}

function growing(context: FindingContext, component: Component): Finding[] {
  const late = queuesOf(context, component).filter(({ lag }) => lag !== null && lag > LAG_SECONDS);
  for (const { look } of context.metrics(component)) {
    if (!look.seen) continue;
    const newest = look.value.value('prometheus_tsdb_wal_segment_current');
    const readers = look.value
      .samples('prometheus_wal_watcher_current_segment')
      .filter(({ labels }) => late.some(({ queue }) => queue.name === labels.consumer));
    const behind = Math.max(0, ...readers.map(({ value }) => (newest ?? 0) - value));
    if (behind < SEGMENTS_BEHIND) continue;
    const bytes = look.value.value('prometheus_tsdb_wal_storage_size_bytes');
    const words =
      bytes === null
        ? note('segments-behind', { segments: behind })
        : note('segments-behind-of', { segments: behind, size: Math.round(bytes / 1024 / 1024) });
    return [
      present('wal-growing', component.ref, {
        evidence: [quote(look.source, words)],
        facts: { segments: behind },
      }),
    ];
  }
  return [];
}
