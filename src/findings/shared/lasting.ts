import { durationSeconds } from '../../evidence/prometheus-config.ts';

/** What a start may take before its probes pass. */
const START_SECONDS = 120;
/** Something that was said last so long ago is over, unless it is as old as all of it. */
const RECENT_SECONDS = 300;
const RECENT_SHARE = 0.1;
/** Lines or counts of the same words: at the usual ten seconds between probes, more than a start takes. */
export const MANY = 12;

/** `86s (x25710 over 2d23h)`: the age of the last event, their count, the age of the first. kubectl pkg/describe. */
const REPEATED = /(\d{1,4}[smhdy]\w{0,12})\s+\(x(\d{1,9}) over (\d{1,4}[smhdy]\w{0,12})\)/;
/** A count as a field of an event, or as a column before its name. */
const COUNT = /(?:^|[\s,{])"?count"?\s{0,2}:\s{0,2}(\d{1,9})/;
const COLUMN = /\s(\d{1,9})\s{1,40}\S{1,253}\.[0-9a-f]{14,16}\s*$/;

/** How often an event was seen, where a line says it; `null` where it does not. */
export function countIn(line: string): number | null {
  const found = COUNT.exec(line) ?? COLUMN.exec(line);
  return found ? Number(found[1]) : null;
}

/** Whether a line shows that what it says goes on: often, for longer than a start takes, and lately. */
export function isLasting(line: string): boolean {
  const repeated = REPEATED.exec(line);
  if (!repeated) return (countIn(line) ?? 0) >= MANY;
  const [last, first] = [seconds(repeated[1]), seconds(repeated[3])];
  return (
    Number(repeated[2]) >= 3 &&
    first - last >= START_SECONDS &&
    last <= Math.max(RECENT_SECONDS, first * RECENT_SHARE)
  );
}

const seconds = (duration = ''): number => durationSeconds(duration) ?? 0;
