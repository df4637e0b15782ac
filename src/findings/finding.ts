import type { Source } from '../evidence/look.ts';
import { withoutSecrets } from '../evidence/redact.ts';
import type { BlindReason } from '../evidence/transport.ts';
import { once } from '../fleet/once.ts';
import { type Subject, subjectKey } from '../fleet/subjects.ts';
import { changedIn, type Note, textOf, type Words } from './notes.ts';
import type { FindingType } from './types.generated.ts';

/** One abnormal fact about a component or link, and whether it holds. */
export interface Finding {
  type: FindingType;
  subject: Subject;
  state: 'present' | 'absent' | 'unknown';
  /** For `unknown`: why it could not be told. */
  why: BlindReason | null;
  evidence: Quote[];
  /** When it began, RFC 3339; `null` where the evidence does not say. */
  since: string | null;
  /** For what is past and told only because it matters still: since when it is over, RFC 3339. */
  over?: string;
  /** What was changed just before, and by whom, where the evidence shows it. */
  change: Change | null;
  /** Values for the finding's sentence: names, numbers, the other side's words. */
  facts: Readonly<Record<string, string | number>>;
  /** Those of them that are sentences of medic, by their names, for reports in other languages. */
  notes?: Readonly<Record<string, Note>>;
}

export interface Quote {
  /** Cluster and API path that it was read from. */
  source: string;
  at: string;
  /** Words of the system, or in English what medic says of it. */
  quote: string;
  /** The latter, for reports in other languages. */
  note?: Note;
}

export interface Change {
  /** A path into an object, for example `Deployment monitoring/x: spec.replicas`. */
  what: string;
  at: string;
  /** The field manager: `kubectl-edit`, `argocd-controller`, …; `null` where nobody signed. */
  by: string | null;
}

/** The same from run to run: what a program may remember a finding by. */
export const findingId = once(
  ({ type, subject }: { type: FindingType; subject: Subject }) => `${type}@${subjectKey(subject)}`,
);

/** Facts as a rule gives them: what medic says of something is a note. */
export type Facts = Readonly<Record<string, string | number | Note>>;

export interface Details extends Partial<Pick<Finding, 'evidence' | 'since' | 'over' | 'change'>> {
  facts?: Facts;
}

export function present(type: FindingType, subject: Subject, details: Details = {}): Finding {
  return {
    type,
    subject,
    state: 'present',
    why: null,
    evidence: [],
    since: null,
    change: null,
    facts: {},
    ...told(dated(details)),
  };
}

/** Facts in English, and beside them those that have words in other languages. */
function told({ facts, ...rest }: Details): Partial<Finding> {
  if (facts === undefined) return rest;
  const all = Object.entries(facts);
  const notes = all.flatMap(([name, fact]) =>
    typeof fact === 'object' ? [[name, changedIn(fact, withoutSecrets)] as const] : [],
  );
  return {
    ...rest,
    facts: Object.fromEntries(
      all.map(([name, fact]) => [name, typeof fact === 'object' ? textOf(fact) : fact]),
    ),
    ...(notes.length > 0 && { notes: Object.fromEntries(notes) }),
  };
}

/** Times are another system's words: what is no time is not known. */
function dated({ since, over, change, ...rest }: Details): Details {
  return {
    ...rest,
    ...(since !== undefined && { since: isTime(since) ? since : null }),
    ...(over !== undefined && isTime(over) && { over }),
    ...(change !== undefined && { change: isTime(change?.at) ? change : null }),
  };
}

const isTime = (at: string | null | undefined): boolean =>
  typeof at === 'string' && !Number.isNaN(Date.parse(at));

export function absent(type: FindingType, subject: Subject, details: Details = {}): Finding {
  return {
    type,
    subject,
    state: 'absent',
    why: null,
    evidence: [],
    since: null,
    change: null,
    facts: {},
    ...told(details),
  };
}

/** With evidence where something was seen that speaks for it, and what it means was not: then health is not claimed. */
export function unknown(
  type: FindingType,
  subject: Subject,
  why: BlindReason,
  evidence: Quote[] = [],
): Finding {
  return { type, subject, state: 'unknown', why, evidence, since: null, change: null, facts: {} };
}

const MAX_QUOTE = 600;

/**
 * Words of the evidence, shortened to what a person reads: the end of an error says why. All quotes are made here, and
 * none repeats a secret: a bundle may have been made by hand.
 */
export function quote(source: Source, words: Words): Quote {
  const note = typeof words === 'string' ? null : changedIn(words, withoutSecrets);
  const said = note === null ? withoutSecrets(textOf(words)) : textOf(note);
  return {
    source: `${source.cluster} ${source.path}`,
    at: source.at,
    quote: shortened(said),
    ...(note !== null && { note }),
  };
}

/** In one line, of which a long one keeps both ends. */
export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE / 2)} … ${line.slice(-MAX_QUOTE / 2)}` : line;
}

/** A time in milliseconds as RFC 3339; `null` where no calendar has it (an answer of another system said so). */
export function timeOf(milliseconds: number): string | null {
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
}
