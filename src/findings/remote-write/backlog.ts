import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import { LAG_SECONDS } from '../../evidence/remote-write.ts';
import type { Component } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import { type FindingContext, type FindingRule, lineAge } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { lastMatch, SEND_FAILED, tellingWords } from '../shared/log-texts.ts';
import { queuesOf } from '../shared/queues.ts';
import { blindLog, failedBatches } from '../shared/said.ts';

/** A loss longer ago is history: nobody looks for it now. */
const RECENT_SECONDS = 15 * 60;
/** A run whose last failed batch was so long before its end had sent since. */
const END_SECONDS = 90;

/** Whether samples that waited to be sent were lost, and the way is free again. */
export const backlog: FindingRule = {
  name: 'remote-write/backlog',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((component) => look(context, component)),
};

interface Loss {
  line: LogLine;
  source: Source;
}

function look(context: FindingContext, component: Component): Finding[] {
  const states = queuesOf(context, component);
  if (states.length === 0) return [];
  const subject = component.ref;
  // While nothing gets through, why it does not is what matters; what is lost by then is not known yet.
  if (states.some(({ lag }) => lag !== null && lag > LAG_SECONDS)) return [];
  // A queue whose place was taken out of the configuration was given up on purpose.
  const urls = new Set(states.map(({ queue }) => queue.url));
  const isKept = ({ fields }: LogLine) => fields.url === undefined || urls.has(fields.url);
  const loss = saidInLog(context, component, isKept) ?? endedWhileFailing(context, component, isKept);
  if (!loss) {
    const mute = blindLog(context, component);
    const type = 'remote-write-backlog-dropped';
    return [mute === null ? absent(type, subject) : unknown(type, subject, mute)];
  }
  return [
    present('remote-write-backlog-dropped', subject, {
      evidence: [quote(loss.source, loss.line.raw)],
      since: loss.line.at,
      over: overAt(context, component, isKept, loss),
      facts: { words: tellingWords(loss.line.message) },
    }),
  ];
}

/** When the last batch failed: since then what is new gets through, and nothing more is lost. */
function overAt(
  context: FindingContext,
  component: Component,
  isKept: (line: LogLine) => boolean,
  loss: Loss,
): string {
  const failed = failedBatches(context, component).flatMap(({ lines }) => lines.findLast(isKept)?.at ?? []);
  const ends = [loss.line.at, ...failed].flatMap((at) => {
    const time = Date.parse(at ?? '');
    return Number.isNaN(time) ? [] : [time];
  });
  return new Date(ends.length === 0 ? context.now : Math.max(...ends)).toISOString();
}

/** The writer says that it could not send what it held, or could not read what it should send. */
function saidInLog(
  context: FindingContext,
  component: Component,
  isKept: (line: LogLine) => boolean,
): Loss | null {
  const isLoss = (line: LogLine) =>
    isKept(line) &&
    (lineAge(context, line) ?? Number.POSITIVE_INFINITY) <= RECENT_SECONDS &&
    context.scan(line.raw).some(({ type, isOver }) => type === 'remote-write-backlog-dropped' && !isOver);
  for (const run of ['current', 'previous'] as const) {
    for (const { source, lines } of context.logs(component, run)) {
      const line = lines.findLast(isLoss);
      if (line) return { line, source };
    }
  }
  return null;
}

/** The run before ended while its batches failed: the new one began with what was new. */
function endedWhileFailing(
  context: FindingContext,
  component: Component,
  isKept: (line: LogLine) => boolean,
): Loss | null {
  for (const { pod, source, lines } of context.logs(component, 'previous')) {
    const status = pod.containers.find(({ name }) => name === component.container);
    const ended = Date.parse(status?.lastTermination?.finishedAt ?? '');
    const line = lastMatch(lines.filter(isKept), SEND_FAILED)?.line;
    const before = (ended - Date.parse(line?.at ?? '')) / 1000;
    const isRecent = (context.now - ended) / 1000 <= RECENT_SECONDS;
    // What is refused for good is dropped at once: it does not wait.
    if (line && isRecent && before <= END_SECONDS && line.message.toLowerCase().includes('retrying'))
      return { line, source };
  }
  return null;
}
