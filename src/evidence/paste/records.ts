import { isRecord, isTooManyValues } from '../json.ts';

/**
 * What people paste is wrapped: quoted in a mail, exported by a log store, escaped in a table. Each function here takes
 * one wrapping off; all are linear in the text.
 */

/** Marks of quoted mails and chats before a line, and the frames that terminals draw. */
const QUOTED = /^\s{0,4}(?:[>│┃|]\s?){1,6}/;

export const withoutQuoteMarks = (line: string): string => line.replace(QUOTED, '');

/** Fields in which shippers and stores hand on a line as it was written. */
const LINE_FIELDS: readonly string[] = [
  ...['log', '@message', 'MESSAGE', 'message', 'line', 'textPayload', 'Body', 'body', 'event'],
];
/** Fields of a record that says more than its message, and of Kubernetes' own objects: they stay whole. */
const OWN_FIELDS: readonly string[] = [
  ...['err', 'error', 'caller', 'apiVersion', 'kind', 'involvedObject', 'alertname', 'labels', 'annotations'],
];
const MAX_DEPTH = 12;

/**
 * The lines that a record of a log store or shipper carries (CRI and Docker's json-file, Fluent Bit, OpenSearch, Loki,
 * CloudWatch, Cloud Logging, journald), inmost first unwrapped; `null` where the text is none.
 */
export function carriedLines(json: string): string[] | null {
  const value = parse(json);
  if (value === undefined) return null;
  const lines: string[] = [];
  gather(value, lines, 0);
  return lines.length === 0 ? null : lines;
}

function parse(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || !/[}\]]$/.test(trimmed) || isTooManyValues(trimmed)) return undefined;
  try {
    return JSON.parse(trimmed);
  } catch {
    return undefined;
  }
}

function gather(value: unknown, lines: string[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    const [first, second] = value;
    // Loki: a time in nanoseconds, and the line.
    if (typeof first === 'string' && /^\d{16,20}$/.test(first) && typeof second === 'string')
      keep(second, lines, depth);
    else for (const item of value) gather(item, lines, depth + 1);
    return;
  }
  if (!isRecord(value)) return;
  if (OWN_FIELDS.some((field) => typeof value[field] === 'string' || isRecord(value[field]))) {
    // A line with a message of its own; a store may keep `labels` beside the line that it carries.
    if (typeof value.log !== 'string' && typeof value['@message'] !== 'string') return;
  }
  // CloudWatch Insights: a list of fields.
  if (value.field === '@message' && typeof value.value === 'string') {
    keep(value.value, lines, depth);
    return;
  }
  const field = LINE_FIELDS.find((name) => typeof value[name] === 'string');
  if (field !== undefined) {
    keep(value[field] as string, lines, depth);
    return;
  }
  for (const item of Object.values(value)) gather(item, lines, depth + 1);
}

function keep(text: string, lines: string[], depth: number): void {
  for (const line of text.split('\n')) {
    const inner = depth < MAX_DEPTH ? parse(line) : undefined;
    const before = lines.length;
    if (inner !== undefined) gather(inner, lines, depth + 1);
    if (lines.length === before && line.trim() !== '') lines.push(line);
  }
}

/** A line of a table in CSV, where a quote stands for itself twice. */
export const withoutDoubledQuotes = (line: string): string => line.replaceAll('""', '"');

/**
 * How a record begins: a time, a level, a key, an object, a table's row, a container before a bar (docker compose), who
 * asked (access logs: an address, or three words and a time in brackets), a priority of syslog. What begins so continues
 * no other line.
 */
const BEGINNING =
  /^\s*(?:[\w.-]{1,80} {0,60}\| |\d{1,3}(?:\.\d{1,3}){3}[ ,:]|[0-9a-f]{0,4}:[0-9a-f:]{2,40} - |\S{1,120} \S{1,60} \S{1,60} \[\d\d\/[A-Z]|<\d{1,3}>|\d{10}(?:\.\d{1,9})? |logger=\S{1,80} t=|\[?\d{4}[-/]\d\d[-/]\d\d|\[?\d\d:\d\d:\d\d|[IWEF]\d{4} |(?:level|ts|time|t|lvl|caller|msg)=|[{["}\]]|(?:[-*•] )|(?:Warning|Normal) {2}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* |[$#%] |```|\w[\w.-]{0,60}: )/;

export const beginsRecord = (line: string): boolean => BEGINNING.test(line) || line.trim() === '';

/** The first word, whatever numbers are in it. */
const headOf = (line: string): string => (/^\S{2,80}(?=\s)/.exec(line)?.[0] ?? '').replace(/\d+/g, '0');

/** Lines with the same first word are records of one kind: a name that `kubectl logs --prefix` or a shipper puts there. */
const beginsAlike = (line: string, other: string): boolean => {
  const head = headOf(line);
  return head !== '' && head === headOf(other);
};

/** A record goes on at most so far: what is longer is no wrapped line. */
const MAX_PARTS = 60;
const MAX_JOINED = 12 * 1024;
/** Narrower terminals do not wrap logs for people. */
const LEAST_WIDTH = 60;

/**
 * Lines that a terminal or mail wrapped, each run of them as one: where a line is as wide as the widest of all, or ends
 * within quotes, and the next begins no record. Gives ranges of indexes, last included; runs of one are left out.
 */
export function wrappedRuns(lines: readonly string[]): [number, number][] {
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, line.length);
  const runs: [number, number][] = [];
  let start = 0;
  let length = 0;
  let isOpen = false;
  const close = (end: number) => {
    if (end > start) runs.push([start, end]);
  };
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const isFull = previous !== undefined && previous.length >= LEAST_WIDTH && previous.length >= widest - 1;
    const goesOn =
      previous !== undefined &&
      (isFull || isOpen) &&
      !beginsRecord(line) &&
      !beginsAlike(line, lines[start] as string) &&
      index - start < MAX_PARTS &&
      length + line.length <= MAX_JOINED;
    if (!goesOn) {
      close(index - 1);
      start = index;
      length = 0;
      isOpen = false;
    }
    length += line.length;
    if (endsOpen(line)) isOpen = !isOpen;
  });
  close(lines.length - 1);
  return runs;
}

/** Whether a line leaves a quote open that it began, or closes one that was open. */
function endsOpen(line: string): boolean {
  let count = 0;
  for (let index = line.indexOf('"'); index >= 0; index = line.indexOf('"', index + 1))
    if (line[index - 1] !== '\\') count += 1;
  return count % 2 === 1;
}
