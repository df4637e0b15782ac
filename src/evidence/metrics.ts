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
  const lines = new Map<string, string[]>();
  let known = 0;
  for (const line of body.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const end = nameEnd(line);
    if (end === 0) continue;
    known += 1;
    const name = line.slice(0, end);
    const found = lines.get(name);
    if (found) found.push(line);
    else lines.set(name, [line]);
  }
  if (known === 0) return null;
  const read = new Map<string, Sample[]>();
  const samples = (name: string) => {
    let found = read.get(name);
    if (!found) {
      found = (lines.get(name) ?? []).flatMap((line) => readSample(line, name.length) ?? []);
      read.set(name, found);
    }
    return found;
  };
  return {
    samples,
    has: (name) => lines.has(name),
    value: (name) => samples(name)[0]?.value ?? null,
    sum: (name, matching = {}) => {
      const chosen = samples(name).filter(({ labels }) =>
        Object.entries(matching).every(([label, value]) => labels[label] === value),
      );
      return chosen.length === 0 ? null : chosen.reduce((total, sample) => total + sample.value, 0);
    },
  };
}

/** Length of the metric name at the start of a line; 0 if there is none. */
function nameEnd(line: string): number {
  let end = 0;
  while (end < line.length) {
    const code = line.charCodeAt(end);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58;
    const digit = code >= 48 && code <= 57;
    if (!letter && !(digit && end > 0)) break;
    end += 1;
  }
  return line[end] === '{' || line[end] === ' ' ? end : 0;
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
  let value = '';
  for (let index = start + 1; index < line.length; index++) {
    const char = line[index];
    if (char === '"') return [value, index + 1];
    if (char === '\\') {
      index += 1;
      const escaped = line[index];
      value += escaped === 'n' ? '\n' : (escaped ?? '');
    } else value += char;
  }
  return [value, -1];
}
