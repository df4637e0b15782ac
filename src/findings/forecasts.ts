import type { Metrics } from '../evidence/metrics.ts';
import { durationSeconds } from '../evidence/prometheus-config.ts';
import { LAG_SECONDS } from '../evidence/remote-write.ts';
import { flagValue } from '../fleet/flags.ts';
import type { Component } from '../fleet/fleet.ts';
import { WRITERS } from '../fleet/roles.ts';
import type { ComponentRef } from '../fleet/subjects.ts';
import { ageSeconds, type FindingContext } from './context.ts';
import { timeOf } from './finding.ts';
import { lastFailure } from './remote-write/delivery.ts';
import { type QueueState, queuesOf } from './shared/queues.ts';
import { figuresOf, type Volume, volumesOf } from './storage/space.ts';

/**
 * What runs out, and when, if it goes on as it does. `disk-full`: no byte of a volume is free. `wal-disk-full`: the
 * same for an Agent whose WAL keeps what it could not send. `queue-full`: the shards of a queue hold all that they can,
 * and reading of the WAL waits; nothing is lost by it. `samples-lost`: the WAL is cut, and what was not sent goes.
 */
export type ForecastKind = 'disk-full' | 'wal-disk-full' | 'queue-full' | 'samples-lost';

export interface Forecast {
  kind: ForecastKind;
  component: ComponentRef;
  /** The volume's claim, or the URL of the queue. */
  what: string;
  /** `steady`: it does not grow, or is cut before it is full. `unknown`: too little was seen for a trend. */
  state: 'grows' | 'steady' | 'unknown';
  /** The earliest time, RFC 3339; `null` unless it grows. */
  at: string | null;
}

/** Forecasts for all volumes and queues that were seen, the soonest first. Pure. */
export function forecastsOf(context: FindingContext): Forecast[] {
  const all = [
    ...disks(context),
    ...context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((writer) => ofWriter(context, writer)),
  ];
  const order = ({ at, component, kind, what }: Forecast) =>
    `${at ?? '~'} ${component.cluster} ${component.namespace} ${component.name} ${kind} ${what}`;
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function disks(context: FindingContext): Forecast[] {
  const known = figuresOf(context);
  if (known === null) return [];
  return context.fleet.components
    .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
    .flatMap((component) =>
      volumesOf(context, component, known).map(({ claim, hours, isTrendKnown }) => ({
        ...{ kind: 'disk-full' as const, component: component.ref, what: claim },
        ...(isTrendKnown ? inSeconds(context, hours === null ? null : hours * 3600) : UNKNOWN),
      })),
    );
}

/** No agent, and no disk, keeps its course for longer: beyond that a trend says nothing. */
const FAR_SECONDS = 30 * 24 * 3600;

type When = Pick<Forecast, 'state' | 'at'>;
const UNKNOWN: When = { state: 'unknown', at: null };
const STEADY: When = { state: 'steady', at: null };

const inSeconds = (context: FindingContext, seconds: number | null): When =>
  seconds === null || !(seconds < FAR_SECONDS)
    ? STEADY
    : { state: 'grows', at: timeOf(context.now + Math.max(0, seconds) * 1000) };

function ofWriter(context: FindingContext, writer: Component): Forecast[] {
  const states = queuesOf(context, writer);
  const [worst] = states.toSorted((a, b) => (b.lag ?? 0) - (a.lag ?? 0));
  if (!worst) return [];
  const when = (state: QueueState, grown: () => When): When => {
    const course = courseOf(context, writer, state);
    return course === 'grows' ? grown() : { state: course, at: null };
  };
  const queues = states.flatMap((state) => {
    const one = { component: writer.ref, what: state.queue.url };
    return [
      { kind: 'queue-full' as const, ...one, ...when(state, () => queueFull(context, state)) },
      { kind: 'samples-lost' as const, ...one, ...when(state, () => samplesLost(context, writer, state)) },
    ];
  });
  if (writer.role !== 'agent') return queues;
  const known = figuresOf(context);
  const [volume] = known === null ? [] : volumesOf(context, writer, known);
  const disk = when(worst, () => (volume ? walDisk(context, writer, worst, volume) : UNKNOWN));
  return [...queues, { kind: 'wal-disk-full', component: writer.ref, what: volume?.claim ?? '', ...disk }];
}

/** A failed batch is said again within a minute. */
const FAILED_SECONDS = 90;

/**
 * How a queue goes: one reading of its lag has no direction, so it counts as growing only where its log says just now
 * that a batch failed. One that is behind and says nothing may well be catching up.
 */
function courseOf(context: FindingContext, writer: Component, { queue, lag }: QueueState): Forecast['state'] {
  if (lag === null || lag <= LAG_SECONDS) return 'steady';
  const age = ageSeconds(context, lastFailure(context, writer, queue.name)?.line.at);
  return age !== null && age <= FAILED_SECONDS ? 'grows' : 'unknown';
}

/** A queue that sends holds what comes and goes; one that is behind fills with all that is gathered. */
function queueFull(context: FindingContext, { queue }: QueueState): When {
  const { capacity, shards, inRate, pending } = queue;
  if (capacity === null || shards === 0 || inRate === null || !(inRate > 0)) return UNKNOWN;
  return inSeconds(context, Math.max(0, capacity * shards - pending) / inRate);
}

/** prometheus tsdb/agent/db.go: DefaultTruncateFrequency, DefaultMaxWALTime; tsdb/wlog/wlog.go: pages, segments. */
const TRUNCATE_SECONDS = 2 * 3600;
const MAX_WAL_SECONDS = 4 * 3600;
/** Cuts come a little later each time, and the oldest sample is from before the newest that was sent. */
const DRIFT_SECONDS = 600;
const PAGE_BYTES = 32 * 1024;
const SEGMENT_BYTES = 128 * 1024 * 1024;

/** The page of the pod that the queue is in. */
function metricsOf(context: FindingContext, writer: Component, state: QueueState): Metrics | null {
  const found = context.metrics(writer).find(({ pod }) => pod === state.pod)?.look;
  return found?.seen ? found.value : null;
}

/** Bytes a second that the process has written to its WAL, over its life; `null` if it is too young or does not say. */
function walRate(metrics: Metrics, uptime: number | null): number | null {
  const pages = metrics.value('prometheus_tsdb_wal_completed_pages_total');
  if (pages === null || pages === 0 || uptime === null || uptime < 600) return null;
  return (pages * PAGE_BYTES) / uptime;
}

/**
 * When what was not sent is first cut away. An Agent cuts its WAL each two hours since its start: of the segments
 * before the one that is written it takes the lower two thirds, sent or not, and begins another. Samples that it copies
 * into the checkpoint are not read from there (tsdb/wlog/watcher.go: only what is tailed is sent). So nothing unsent
 * goes before the reader is three segments behind; but nobody should count on what is older than the Agent's longest
 * time, which its own help calls deleted. A server cuts with its blocks: that is not told here.
 */
function samplesLost(context: FindingContext, writer: Component, state: QueueState): When {
  const { queue, lag, uptime } = state;
  const metrics = metricsOf(context, writer, state);
  const every = secondsOf(writer, '--storage.agent.wal-truncate-frequency', TRUNCATE_SECONDS);
  const longest = secondsOf(writer, '--storage.agent.retention.max-time', MAX_WAL_SECONDS);
  if (writer.role !== 'agent' || !metrics || uptime === null) return UNKNOWN;
  if (every === null || longest === null) return UNKNOWN;
  if (flagValue(writer.args, '--storage.agent.wal-segment-size') !== null) return UNKNOWN;
  const rate = walRate(metrics, uptime);
  const newest = metrics.value('prometheus_tsdb_wal_segment_current');
  const reader = metrics.sum('prometheus_wal_watcher_current_segment', { consumer: queue.name });
  if (rate === null || newest === null || reader === null || every <= 0) return UNKNOWN;
  if (!Number.isFinite(newest - reader)) return UNKNOWN;
  const first = every - (uptime % every);
  for (let cut = 0; cut < 1000; cut++) {
    const seconds = first + cut * every;
    const behind = newest - reader + cut + Math.floor((rate * seconds) / SEGMENT_BYTES);
    if (behind >= 3 || (lag ?? 0) + seconds > longest - DRIFT_SECONDS) return inSeconds(context, seconds);
  }
  return STEADY;
}

/** A duration that a flag sets, in seconds; `null` for one that cannot be read. */
function secondsOf(writer: Component, flag: string, otherwise: number): number | null {
  const value = flagValue(writer.args, flag);
  return value === null ? otherwise : durationSeconds(value);
}

/** What is not sent stays in the checkpoint, at most for the Agent's longest time: then the WAL grows no more. */
function walDisk(context: FindingContext, writer: Component, worst: QueueState, volume: Volume): When {
  const { lag, uptime } = worst;
  const metrics = metricsOf(context, writer, worst);
  const rate = metrics && walRate(metrics, uptime);
  const longest = secondsOf(writer, '--storage.agent.retention.max-time', MAX_WAL_SECONDS);
  const every = secondsOf(writer, '--storage.agent.wal-truncate-frequency', TRUNCATE_SECONDS);
  if (rate === null || longest === null || every === null) return UNKNOWN;
  const seconds = volume.available / rate;
  const isCutBefore = seconds > Math.max(longest, every) + every - (lag ?? 0);
  return isCutBefore ? STEADY : inSeconds(context, seconds);
}
