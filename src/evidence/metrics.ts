/** One line of the Prometheus text format. */
export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** The metrics page of one process. Lines are found by name at once and parsed only when asked for. */
export interface Metrics {
  samples(name: string): readonly Sample[];
  /** The first sample's value, or `null` if the process does not export the metric. */
  value(name: string): number | null;
  /** The sum over all samples that match, or `null` if there is none. */
  sum(name: string, matching?: Readonly<Record<string, string>>): number | null;
  has(name: string): boolean;
}

/** Reads the text format (Prometheus exposition 0.0.4 and OpenMetrics); `null` if it is something else. */
export function readMetrics(body: unknown): Metrics | null {
  if (typeof body !== 'string') return null;
  const starts = startsOfLines(body);
  if (starts.size === 0) return null;
  const read = new Map<string, Sample[]>();
  const samples = (name: string) => {
    let found = read.get(name);
    if (!found) {
      const lines = (starts.get(name) ?? []).map((start) => body.slice(start, endOfLine(body, start)));
      found = lines.flatMap((line) => readSample(line, name.length) ?? []);
      read.set(name, found);
    }
    return found;
  };
  return {
    samples,
    has: (name) => starts.has(name),
    value: (name) => samples(name)[0]?.value ?? null,
    sum: (name, matching = {}) => {
      const wanted = Object.entries(matching);
      const chosen = samples(name).filter(({ labels }) =>
        wanted.every(([label, value]) => labels[label] === value),
      );
      return chosen.length === 0 ? null : chosen.reduce((total, sample) => total + sample.value, 0);
    },
  };
}

/** Where the lines of each metric begin. A fleet has millions of them: they are not kept one by one. */
function startsOfLines(page: string): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  for (let start = 0; start < page.length; start = endOfLine(page, start) + 1) {
    const end = nameEnd(page, start);
    if (end === start) continue;
    const name = page.slice(start, end);
    const known = starts.get(name);
    if (known) known.push(start);
    else starts.set(name, [start]);
  }
  return starts;
}

function endOfLine(page: string, start: number): number {
  const end = page.indexOf('\n', start);
  return end < 0 ? page.length : end;
}

/** End of the metric name at the start of a line; the start itself if there is none. */
function nameEnd(page: string, start: number): number {
  let end = start;
  for (; end < page.length; end++) {
    const code = page.charCodeAt(end);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
    const digit = code >= 48 && code <= 57;
    if (!letter && !(digit && end > start)) break;
  }
  return page[end] === '{' || page[end] === ' ' ? end : start;
}

function readSample(line: string, nameLength: number): Sample | null {
  const labels: Record<string, string> = {};
  let position = nameLength;
  if (line[position] === '{') {
    position += 1;
    while (position < line.length && line[position] !== '}') {
      const equals = line.indexOf('=', position);
      if (equals < 0 || line[equals + 1] !== '"') return null;
      const name = line.slice(position, equals).replace(/^[, ]+/, '');
      const [value, next] = readQuoted(line, equals + 1);
      if (next < 0) return null;
      labels[name] = value;
      position = next;
    }
    position += 1;
  }
  const value = line.slice(position).trim().split(' ', 1)[0] ?? '';
  const parsed =
    value === '+Inf' ? Number.POSITIVE_INFINITY : value === '-Inf' ? Number.NEGATIVE_INFINITY : Number(value);
  return value === '' || (Number.isNaN(parsed) && value !== 'NaN') ? null : { labels, value: parsed };
}

/** The text in double quotes at `start`, and where it ends; the position is -1 if it never does. */
function readQuoted(line: string, start: number): [string, number] {
  let end = start + 1;
  while (end < line.length && line[end] !== '"') end += line[end] === '\\' ? 2 : 1;
  if (end >= line.length) return ['', -1];
  const quoted = line.slice(start + 1, end);
  const value = quoted.includes('\\')
    ? quoted.replace(/\\(.)/gs, (_, escaped) => (escaped === 'n' ? '\n' : escaped))
    : quoted;
  return [value, end + 1];
}
