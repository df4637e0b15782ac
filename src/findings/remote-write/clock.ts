import { WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { type QueueState, queuesOf } from '../shared/queues.ts';

/** Samples this far ahead are not a matter of answers that took long. */
const AHEAD_SECONDS = 120;

/** Whether the samples that a writer gathers lie in the future. */
export const clock: FindingRule = {
  name: 'remote-write/clock',
  look: (context) => {
    const writers = context.fleet.components.filter(({ role }) => WRITERS.includes(role));
    const states = writers.flatMap((writer) => {
      const [state] = queuesOf(context, writer);
      const ahead = state ? aheadOf(context, state) : null;
      return state && ahead !== null ? [{ writer, state, ahead }] : [];
    });
    // Where all are ahead it is our own clock that is late.
    const isOurs = states.length > 1 && states.every(({ ahead }) => ahead > AHEAD_SECONDS);
    return states.map(({ writer, state, ahead }): Finding => {
      const seconds = Math.round(ahead);
      if (ahead <= AHEAD_SECONDS || isOurs)
        return absent('writer-clock-ahead', writer.ref, { facts: { seconds } });
      return present('writer-clock-ahead', writer.ref, {
        evidence: [quote(state.source, note('queue-ahead', { seconds }))],
        facts: { seconds, error: `+${seconds} s` },
      });
    });
  },
};

/** Seconds by which the newest sample is ahead of now; `null` where there is none. */
function aheadOf(context: FindingContext, { queue }: QueueState): number | null {
  const newest = queue.newestIn ?? queue.newestHeld;
  return newest !== null && newest > 0 && Number.isFinite(newest) ? newest - context.now / 1000 : null;
}
