import { describe, expect, it } from 'vitest';
import { openBundle } from '../evidence/bundle.ts';
import type { Answer, EvidenceRequest, Json } from '../evidence/transport.ts';
import type { Finding } from '../findings/finding.ts';
import type { Diagnosed } from '../report/diagnosed.ts';
import { textReport } from '../report/text/report.ts';
import { reportView } from '../report/view.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { recordings } from './recordings.ts';

/**
 * What is quoted without being a sentence of medic must stand in the evidence, word for word: whatever else a report in
 * Korean shows there is prose of ours in English.
 */

/** Every text of an answer, and every name in it. */
function textsOf(body: Json): string[] {
  if (typeof body === 'string') return [body];
  if (Array.isArray(body)) return body.flatMap(textsOf);
  if (typeof body === 'object' && body !== null)
    return Object.entries(body).flatMap(([name, value]) => [name, ...textsOf(value)]);
  return [];
}

/** As it reads: a text within a text is escaped, and a quote is one line. */
const plain = (text: string): string =>
  text
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

interface Heard {
  diagnosed: Diagnosed;
  /** Texts and names of the answers, each for itself. */
  names: ReadonlySet<string>;
  all: string;
}

async function hear(bundle: string): Promise<Heard> {
  const transport = await openBundle(bundle);
  const names = new Set<string>();
  const send = async (request: EvidenceRequest): Promise<Answer> => {
    const answer = await transport.send(request);
    for (const text of answer.ok ? textsOf(answer.body) : [answer.detail]) names.add(text);
    return answer;
  };
  const diagnosed = await diagnoseFleet({ ...transport, send }, { engine: 'test' });
  return { diagnosed, names, all: plain([...names].join(' \u0001 ')) };
}

/** What rules compose of names and figures without a sentence: fields and their values, metrics and their values. */
const READINGS: readonly RegExp[] = [
  /^[a-z][a-z0-9]*_[a-z0-9_]+(?:\{[^{}]*\})? -?[\d.e+]+$/,
  /^spec\.replicas (?:\d+|–)$/,
  /^endpoints 0$/,
  /^Ready \d+\/\d+$/,
  /^(?:targetPort|nodePort) \S+$/,
  /^storageClassName \S+$/,
  /^(?:global\.external_labels|remote_write url|job \S+|–)$/,
  /^(?:keep|drop)\w* \S* =~ \S+$/,
  /^(?:labeldrop|labelkeep|replace) \S+$/,
  // A condition of a node, with what the kubelet says of it.
  /^NotReady(?= |$)/,
];

/** `StatefulSet thanos-store`, `ConfigMap rings rings.json`, `store (Service monitoring/thanos-store)`. */
const OBJECT = /^(?:[a-z-]+ )?\(?(?:[A-Z][A-Za-z]+ |[a-z]+\/)(\S+?)(?: (\S+?))?\)?$/;

function isRead(piece: string, { names, all }: Heard): boolean {
  const words = piece.trim();
  if (words === '' || all.includes(plain(words)) || READINGS.some((reading) => reading.test(words)))
    return true;
  const [, ...object] = OBJECT.exec(words) ?? [];
  const parts = object.flatMap((name) => name?.split('/') ?? []);
  if (parts.length > 0 && parts.every((part) => names.has(part))) return true;
  // Names and flags in a row.
  return words.split(' ').every((word) => names.has(word));
}

const isEvidence = (words: string, heard: Heard): boolean =>
  isRead(words, heard) || words.split(/: |, |; |…|<redacted>/).every((piece) => isRead(piece, heard));

/** Words that a finding shows as those of others. */
const quotedBy = ({ evidence, facts, notes = {} }: Finding): string[] => [
  ...evidence.flatMap(({ quote, note }) => (note ? [] : [quote])),
  ...Object.entries(facts).flatMap(([name, fact]) =>
    typeof fact === 'string' && fact.includes(' ') && !(name in notes) ? [fact] : [],
  ),
];

describe('what a report shows as evidence', () => {
  it.each(
    recordings()
      .filter(({ heldOut }) => !heldOut)
      .map(({ name, bundle }) => [name, bundle] as const),
  )('%s: words of others are theirs, and ours are in Korean', async (_, bundle) => {
    const heard = await hear(bundle);
    const { findings } = heard.diagnosed.diagnosis;
    const quoted = [...new Set(findings.flatMap(quotedBy))];
    expect(quoted.filter((words) => !isEvidence(words, heard))).toEqual([]);

    const said = new Map(
      findings.flatMap(({ evidence }) =>
        evidence.flatMap(({ quote, note }) =>
          note && !/^(?:object|api)-/.test(note.id) ? [[quote, note]] : [],
        ),
      ) as [string, unknown][],
    );
    const view = reportView(heard.diagnosed, 'ko');
    const own = [...view.causes.flatMap(({ evidence }) => evidence), ...view.unexplained]
      .flatMap(({ quotes }) => quotes)
      .filter(({ isOwn }) => isOwn);
    expect(own.filter(({ words }) => said.has(words))).toEqual([]);
    expect(textReport(heard.diagnosed, { language: 'ko', width: 100, style: PLAIN })).not.toMatch(
      /undefined|NaN/,
    );
  });

  it('would find a sentence of ours that is no note', async () => {
    const [first] = recordings().filter(({ heldOut }) => !heldOut);
    const heard = await hear(first?.bundle ?? '');
    for (const words of ['pod thanos-store-0 is not ready', '3 of 4 notifications through email failed'])
      expect(isEvidence(words, heard)).toBe(false);
  });
});

const as = (text: string): string => text;
const PLAIN = { bold: as, dim: as, good: as, bad: as, warn: as };
