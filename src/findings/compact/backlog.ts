import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** A Compactor that finished nothing for so long does not keep up; the first pass over a long history takes hours. */
const STALLED_SECONDS = 12 * 3600;
/** So many compactions wait only where blocks arrive faster than they are worked on. */
const MANY = 50;

/** Whether work waits for a Compactor that finishes none. */
export const backlog: FindingRule = {
  name: 'compact/backlog',
  look: (context) => context.index.byRole('compactor').flatMap((compactor) => look(context, compactor)),
};

function look(context: FindingContext, compactor: Component): Finding[] {
  return context
    .metrics(compactor)
    .slice(0, 1)
    .map(({ look }) => {
      if (!look.seen) return unknown('compact-backlog', compactor.ref, look.reason);
      const state = stateOf(look.value, context.now / 1000);
      const words = note('compactor-behind', {
        ...{ waiting: state.waiting, done: state.done, hours: Math.round(state.uptime / 3600) },
      });
      return state.isBehind
        ? present('compact-backlog', compactor.ref, {
            evidence: [quote(look.source, words)],
            facts: { waiting: state.waiting, done: state.done },
          })
        : absent('compact-backlog', compactor.ref);
    });
}

function stateOf(metrics: Metrics, now: number) {
  const waiting =
    (metrics.sum('thanos_compact_todo_compactions') ?? 0) +
    (metrics.sum('thanos_compact_todo_downsample_blocks') ?? 0);
  const done = metrics.sum('thanos_compact_iterations_total') ?? 0;
  const startedAt = metrics.value('process_start_time_seconds');
  const uptime = startedAt === null ? 0 : now - startedAt;
  const isHalted = (metrics.sum('thanos_compact_halted') ?? 0) > 0;
  const isStalled = uptime > STALLED_SECONDS && uptime / (done + 1) > STALLED_SECONDS;
  return { waiting, done, uptime, isBehind: !isHalted && waiting >= MANY && isStalled };
}
