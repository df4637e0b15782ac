import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { MIXINS } from '../catalogue/mixins.ts';
import { CATALOGUE } from '../catalogue/registry.generated.ts';
import { explain, unexplained } from '../diagnose/explain.ts';
import { type Priors, seedPriors } from '../diagnose/priors.ts';
import { MedicError, reasonOf } from '../errors.ts';
import type { Text } from '../findings/kind.ts';
import { PastedText } from '../findings/shared/pasted.ts';
import { type Scan, scanFor } from '../findings/shared/scan.ts';
import { FINDING_TYPES, type FindingType } from '../findings/types.generated.ts';
import { RULE_GROUPS } from '../platform/rules/registry.generated.ts';
import type { Explained } from '../report/explained.ts';

/** A line longer than this is looked at in pieces that overlap, so that a text on a border is still found. */
const PIECE = 12 * 1024;
const OVERLAP = 1024;
/** So many bytes tell whether it is text at all. */
const PROBE = 8 * 1024;

/** An alert that is over, and the rule that defines one. */
const NOT_FIRING = ['"status":"resolved"', '"status": "resolved"', '[resolved', '- alert: ', '"alert":'];

/** The findings' own texts, and the names of alerts: ours, and those of the field's mixins. */
function scan(): Scan {
  const signs = new Map<string, FindingType>(
    CATALOGUE.flatMap(({ id, signs: [sign] }) => (sign ? [[id, sign.finding] as const] : [])),
  );
  const ours = RULE_GROUPS.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      // An alert that fires by intent (Watchdog) is no symptom.
      'alert' in rule && rule.severity !== 'info' ? [{ alert: rule.alert, modes: [rule.mode] }] : [],
    ),
  );
  const theirs = MIXINS.flatMap(({ alerts }) => alerts);
  const named = [...ours, ...theirs].flatMap(({ alert, modes }) =>
    modes.flatMap((mode, order) => {
      const type = signs.get(mode);
      const text: Text = {
        ...{ has: [alert.toLowerCase()], lacks: NOT_FIRING, isAlert: true, order, source: 'names of alerts' },
      };
      return type === undefined ? [] : [{ type, text }];
    }),
  );
  // Where an alert is in the list, the list says what it speaks for.
  const listed = new Set(named.map(({ text }) => text.has[0]));
  return scanFor(FINDING_TYPES, named, ({ isAlert, has }) => !isAlert || !listed.has(has[0]));
}

/** The modes that a text speaks for: a file's, or what comes from a stream. Read once, in bounded memory. */
export async function explainText(
  input: { file: string } | { stream: Readable; name: string },
  options: { engine: string; priors?: Priors; now: Date; onBytes?: (bytes: number) => void },
): Promise<Explained> {
  const priors = options.priors ?? seedPriors;
  const name = 'file' in input ? input.file : input.name;
  const text = new PastedText(scan());
  const lines = new LineReader(text);
  let bytes = 0;
  for await (const chunk of open(input)) {
    if (bytes === 0) requireText(chunk, name);
    bytes += chunk.length;
    lines.add(chunk);
    options.onBytes?.(bytes);
  }
  lines.end();
  const at = options.now.toISOString();
  const pasted = text.findings(name, at);
  const findings = pasted.map(({ finding }) => finding);
  const alerts = new Map(
    pasted.flatMap(({ finding, alertOrder }) =>
      alertOrder === null ? [] : [[finding, alertOrder] as const],
    ),
  );
  const causes = explain(findings, CATALOGUE, priors, alerts);
  return {
    ...{ at: options.now, engine: options.engine, priors, causes, findings },
    unexplained: unexplained(findings, causes),
    counts: new Map(pasted.map(({ finding, count }) => [finding, count])),
    input: { name, bytes, lines: text.lines },
  };
}

async function* open(input: Parameters<typeof explainText>[0]): AsyncGenerator<Buffer> {
  const stream = 'file' in input ? createReadStream(requireFile(input.file)) : input.stream;
  try {
    for await (const chunk of stream)
      yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
  } catch (error) {
    throw new MedicError('explain/unreadable', {
      file: 'file' in input ? input.file : input.name,
      detail: reasonOf(error),
    });
  }
}

function requireFile(file: string): string {
  try {
    if (statSync(file).isDirectory()) throw new Error('EISDIR: a directory');
    return file;
  } catch (error) {
    throw new MedicError('explain/unreadable', { file, detail: reasonOf(error) });
  }
}

/** Text has no zero bytes; what has is an archive, a picture, a block, or text of another encoding. */
function requireText(chunk: Buffer, name: string): void {
  if (chunk.subarray(0, PROBE).includes(0)) throw new MedicError('explain/binary', { file: name });
}

/** Cuts bytes into lines, wherever the chunks end. */
class LineReader {
  readonly #text: PastedText;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  constructor(text: PastedText) {
    this.#text = text;
  }

  add(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split(/\r?\n|\r/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
    // A line without an end is looked at as it comes, or it would fill the memory.
    while (this.#rest.length > PIECE) {
      this.#text.add(this.#rest.slice(0, PIECE));
      this.#rest = this.#rest.slice(PIECE - OVERLAP);
    }
  }

  end(): void {
    const rest = this.#rest + this.#decoder.end();
    if (rest !== '') this.#line(rest);
  }

  #line(line: string): void {
    for (let start = 0; start === 0 || start + OVERLAP < line.length; start += PIECE - OVERLAP)
      this.#text.add(line.slice(start, start + PIECE));
  }
}
