/** One line of a log, whatever its format: logfmt, JSON, klog or plain. */
export interface LogLine {
  /** RFC 3339, from the kubelet's own stamp where it gave one, else from the line. */
  at: string | null;
  /** The same in milliseconds since the epoch. */
  time: number | null;
  level: 'debug' | 'info' | 'warn' | 'error' | null;
  /** Message and error together: what a person would read. */
  message: string;
  /** Fields of logfmt and JSON lines. */
  fields: Readonly<Record<string, string>>;
  /** As it came, for quoting. */
  raw: string;
}

const MAX_LINE = 16 * 1024;

/** Reads a container's log with the kubelet's time stamps (`timestamps=true`); `null` if it is no text. */
export function readLog(body: unknown): LogLine[] | null {
  if (typeof body !== 'string') return null;
  return body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readLine(line.slice(0, MAX_LINE)));
}

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) /;

function readLine(line: string): LogLine {
  const stamp = STAMP.exec(line)?.[1] ?? null;
  const raw = stripAnsi(stamp ? line.slice(stamp.length + 1) : line);
  const fields = readJsonFields(raw) ?? readLogfmt(raw);
  const level = levelOf(fields.level ?? fields.lvl ?? fields.severity ?? klogLevel(raw));
  const message = fields.msg ?? fields.message;
  const error = fields.err ?? fields.error;
  const time = timeOf(stamp ?? fields.ts ?? fields.time ?? null);
  return {
    at: time === null ? null : new Date(time).toISOString(),
    time,
    level,
    message:
      message === undefined && error === undefined
        ? raw
        : [message, error].filter((part) => part !== undefined).join(': '),
    fields,
    raw,
  };
}

function timeOf(value: string | null): number | null {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : time;
}

function stripAnsi(text: string): string {
  return text.replace(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, '');
}

function readJsonFields(raw: string): Record<string, string> | null {
  if (!raw.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        typeof entry === 'string' ? entry : JSON.stringify(entry),
      ]),
    );
  } catch {
    return null;
  }
}

/** `key=value` pairs; values with blanks are quoted. Anything between pairs is passed over. */
function readLogfmt(raw: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let position = 0;
  while (position < raw.length) {
    const equals = raw.indexOf('=', position);
    if (equals < 0) break;
    const start = raw.lastIndexOf(' ', equals) + 1;
    const key = raw.slice(Math.max(start, position), equals);
    if (raw[equals + 1] === '"') {
      const [value, next] = readQuoted(raw, equals + 1);
      if (isKey(key)) fields[key] = value;
      position = next;
    } else {
      const blank = raw.indexOf(' ', equals);
      const end = blank < 0 ? raw.length : blank;
      if (isKey(key)) fields[key] = raw.slice(equals + 1, end);
      position = end;
    }
  }
  return fields;
}

const isKey = (key: string) => /^[A-Za-z_][\w.@-]{0,60}$/.test(key);

/** The text in double quotes at `start`, and where it ends; what is not closed goes on to the end. */
function readQuoted(raw: string, start: number): [string, number] {
  let end = start + 1;
  while (end < raw.length && raw[end] !== '"') end += raw[end] === '\\' ? 2 : 1;
  const quoted = raw.slice(start + 1, end);
  const value = quoted.includes('\\')
    ? quoted.replace(/\\(.)/gs, (_, escaped) => ESCAPED[escaped] ?? escaped)
    : quoted;
  return [value, Math.min(end + 1, raw.length)];
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** klog: `E1121 07:11:22.022 1 file.go:1] text`. */
function klogLevel(raw: string): string | undefined {
  const letter = /^([IWEF])\d{4} \d\d:\d\d:\d\d/.exec(raw)?.[1];
  return letter === undefined ? undefined : { I: 'info', W: 'warn', E: 'error', F: 'error' }[letter];
}

function levelOf(value: string | undefined): LogLine['level'] {
  switch (value?.toLowerCase()) {
    case 'debug':
    case 'trace':
      return 'debug';
    case 'info':
    case 'notice':
      return 'info';
    case 'warn':
    case 'warning':
      return 'warn';
    case 'error':
    case 'err':
    case 'fatal':
    case 'crit':
    case 'critical':
    case 'panic':
    case 'dpanic':
      return 'error';
    default:
      return null;
  }
}
