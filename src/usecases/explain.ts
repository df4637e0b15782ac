import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { MIXIN_WORDS } from '../catalogue/mixin-words.ts';
import { MIXINS } from '../catalogue/mixins.ts';
import { CATALOGUE } from '../catalogue/registry.generated.ts';
import { explain, type Told, unexplained } from '../diagnose/explain.ts';
import { type Priors, seedPriors } from '../diagnose/priors.ts';
import { MedicError, reasonOf } from '../errors.ts';
import { NoText, PasteDecoder } from '../evidence/paste/decode.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingKind, Text } from '../findings/kind.ts';
import { PastedText } from '../findings/shared/pasted.ts';
import { type Scan, scanFor } from '../findings/shared/scan.ts';
import { FINDING_TYPES, type FindingType } from '../findings/types.generated.ts';
import { RULE_GROUPS } from '../platform/rules/registry.generated.ts';
import type { Explained } from '../report/explained.ts';
import { PasteReader } from './paste.ts';

/** An alert that is over, and the rule that defines one. */
const NOT_FIRING = ['"status":"resolved"', '"status": "resolved"', '[resolved', '- alert: ', '"alert":'];

const KINDS: Readonly<Record<FindingType, FindingKind>> = FINDING_TYPES;

let shared: Scan | null = null;

/** The findings' own texts, and the names of alerts: ours, and those of the field's mixins. Made once. */
const scan = (): Scan => {
  shared ??= makeScan();
  return shared;
};

function makeScan(): Scan {
  const signs = new Map<string, FindingType>(
    CATALOGUE.flatMap(({ id, signs: [sign] }) => (sign ? [[id, sign.finding] as const] : [])),
  );
  const spoken = new Set(
    CATALOGUE.flatMap(({ signs }) => signs.flatMap(({ finding, speaks }) => (speaks ? [finding] : []))),
  );
  // An alert that says what is to be seen, whatever the cause: it is told as that and leads to no cause.
  const symptoms = new Set(
    Object.entries(KINDS).flatMap(([type, { texts }]) =>
      spoken.has(type as FindingType)
        ? []
        : (texts?.lines ?? []).flatMap(({ isAlert, has }) => (isAlert ? [has[0]] : [])),
    ),
  );
  const ours = RULE_GROUPS.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      // An alert that fires by intent (Watchdog) is no symptom.
      'alert' in rule && rule.severity !== 'info'
        ? [{ alert: rule.alert, modes: [rule.mode], alike: undefined }]
        : [],
    ),
  );
  const theirs = MIXINS.flatMap(({ alerts }) =>
    alerts.map(({ alert, modes, alike }) => ({ alert, modes, alike })),
  );
  const named = [...ours, ...theirs].flatMap(({ alert, modes, alike }) =>
    (symptoms.has(alert.toLowerCase()) ? [] : modes).flatMap((mode, place) => {
      const type = signs.get(mode);
      // By its name, or by the words that it shows to people.
      const texts = [alert.toLowerCase(), ...(MIXIN_WORDS[alert] ?? [])].map(
        (words): Text => ({
          ...{
            has: [words],
            lacks: NOT_FIRING,
            isAlert: true,
            order: alike ? 0 : place,
            source: 'names of alerts, and their annotations (src/catalogue/mixin-words.ts)',
          },
          isSymptom: modes.length > 1,
        }),
      );
      return type === undefined ? [] : texts.map((text) => ({ type, text }));
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
  const reader = new PasteReader(text);
  const decoder = new PasteDecoder();
  let bytes = 0;
  try {
    for await (const chunk of open(input)) {
      bytes += chunk.length;
      reader.add(decoder.add(chunk));
      options.onBytes?.(bytes);
    }
    reader.add(decoder.end());
  } catch (error) {
    throw error instanceof NoText ? refused('binary', input) : error;
  }
  reader.end();
  if (reader.lines === 0) throw refused('empty', input);
  const pasted = reader.findings(name, options.now.toISOString());
  const findings = pasted.map(({ finding }) => finding);
  const told = new Map<Finding, Told>(pasted.map((one) => [one.finding, one]));
  const causes = explain(findings, CATALOGUE, priors, told);
  return {
    ...{ at: options.now, engine: options.engine, priors, causes, findings },
    unexplained: unexplained(findings, causes),
    object: pasted.map(({ object }) => object).find((object) => Object.keys(object).length > 0) ?? {},
    counts: new Map(pasted.map(({ finding, count }) => [finding, count])),
    input: { name, bytes, lines: reader.lines },
    work: text.scanned,
  };
}

async function* open(input: Parameters<typeof explainText>[0]): AsyncGenerator<Buffer> {
  const stream = 'file' in input ? createReadStream(requireFile(input.file)) : input.stream;
  try {
    for await (const chunk of stream)
      yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
  } catch (error) {
    throw refused('unreadable', input, reasonOf(error));
  }
}

/** What cannot be explained, by the name of its file; the standard input has none. */
const refused = (
  why: 'binary' | 'empty' | 'unreadable',
  input: Parameters<typeof explainText>[0],
  detail = '',
): MedicError => {
  const name = 'file' in input ? input.file : input.name;
  return name === '-'
    ? new MedicError(`explain/${why}-input`, { detail })
    : new MedicError(`explain/${why}`, { file: name, detail });
};

function requireFile(file: string): string {
  try {
    if (statSync(file).isDirectory()) throw new Error('EISDIR: a directory');
    return file;
  } catch (error) {
    throw new MedicError('explain/unreadable', { file, detail: reasonOf(error) });
  }
}
