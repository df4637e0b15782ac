import type { Configuration } from '../../evidence/paste/configuration.ts';
import { withoutPieces } from '../../evidence/paste/hidden.ts';
import { withoutSecrets } from '../../evidence/redact.ts';
import type { NamedObject, TextRef } from '../../fleet/subjects.ts';
import { withoutUnseen } from '../../terminal.ts';
import { type Finding, present, quote } from '../finding.ts';
import type { FindingKind, Text } from '../kind.ts';
import { type Note, note, textOf, type Words } from '../notes.ts';
import { FINDING_TYPES, type FindingType } from '../types.generated.ts';
import { countIn, isLasting, MANY } from './lasting.ts';
import { type Scan, scanAll } from './scan.ts';

/** What a text that somebody pasted says, and where. */
export interface PastedFinding {
  finding: Finding;
  /** How many lines say it. */
  count: number;
  /** Only alerts' names speak for it: how far down in the list of what they may mean; `null` where words do. */
  alertOrder: number | null;
  /** Only alerts speak for it that may mean other things as well. */
  isSymptom: boolean;
  /** It is said at every start as well, and nothing shows that it lasts. */
  isPassing: boolean;
  /** It stands in a document, which shows what may happen. */
  isShown: boolean;
  /** What it is about, as far as the text names it. */
  object: NamedObject;
}

/** Where a line stands, and what is known around it. */
export interface Place {
  /** From 1. */
  line: number;
  /** What the line is about; asked for only where it says something. */
  object?: () => NamedObject;
  isShown?: boolean;
  /** It sets something: only what settings say is looked for. */
  isSetting?: boolean;
  /** It says that something is over: what it names does not hold. */
  isPast?: boolean;
  /** Findings that its parts were found to say already. */
  known?: ReadonlySet<FindingType>;
  /** The record that the line is a piece of; asked for only where it says something. */
  whole?: () => string;
  /** What the line begins with was read as the end of another piece: it may be the rest of a secret. */
  isRest?: boolean;
}

/** What is longer is no line to read; of an object less is. */
const LONG_LINE = 2000;
const LONG_OBJECT = 600;
/** So much is shown before and after the words that tell. */
const AROUND = 150;

/** A line is looked at this far: what is longer is no line that a person or program wrote. */
const MAX_LINE = 16 * 1024;
const MAX_QUOTES = 3;
/** An event's count stands so many lines before its message, as JSON or YAML. */
const COUNT_REACH = 40;

interface Found {
  first: TextRef;
  /** The lines as they came, each once, and what is shown of them. */
  lines: string[];
  quotes: Words[];
  facts: Finding['facts'];
  count: number;
  alertOrder: number | null;
  isSymptom: boolean;
  isPassing: boolean;
  isShown: boolean;
  object: NamedObject;
}

/**
 * The findings that lines of a text speak for. What a later line says is over is left out. Lines are read one by one
 * and need not be in memory together.
 */
export class PastedText {
  #scanned = 0;
  #found = new Map<FindingType, Found>();
  #eventCount = { count: 0, line: Number.NEGATIVE_INFINITY };
  readonly #scan: Scan;
  #secrets: () => ReadonlySet<string> = () => NO_SECRETS;

  /** `scan` finds the texts; that of all findings where none is given. */
  constructor(scan: Scan = scanAll()) {
    this.#scan = scan;
  }

  /** Characters that were looked through: the work that was done. */
  get scanned(): number {
    return this.#scanned;
  }

  /** Secrets that no line alone tells: a paste goes into tickets and chats. Asked for only where something is shown. */
  hide(secrets: () => ReadonlySet<string>): void {
    this.#secrets = secrets;
  }

  /** A line as it stands, and as it was before it was wrapped or escaped; gives what it says. */
  add(variants: readonly string[], place: Place): ReadonlySet<FindingType> {
    const inLine = new Set<FindingType>();
    for (const raw of variants) {
      const line = clean(raw.length > MAX_LINE ? raw.slice(0, MAX_LINE) : raw);
      this.#scanned += line.length;
      const count = countIn(line);
      if (count !== null) this.#eventCount = { count, line: place.line };
      for (const { type, text, isOver } of this.#scan(line)) {
        if (inLine.has(type) || place.known?.has(type)) continue;
        if ((place.isSetting && !text.isSetting) || (place.isPast && !isOver)) continue;
        inLine.add(type);
        if (isOver) this.#found.delete(type);
        else this.#say(type, text, line, place);
      }
    }
    return inLine;
  }

  /** A store that Query could not ask: its error means what it means there, whatever its words are. */
  addStore(words: string, place: Place): void {
    this.#say('store-unreachable', { has: ['"lasterror"'], source: '' }, words, place);
  }

  /** What a configuration shows by itself, whatever its words are. */
  addConfiguration({ prometheus, broken, first, keys }: Configuration, isAgent: boolean): void {
    const say = (type: FindingType, index: number, words: Words) => {
      const line = textOf(words);
      const own = typeof words === 'string' ? null : words;
      this.#say(type, { has: [line], source: '' }, line, { line: index + 1 }, own);
    };
    if (broken) say('config-refused', broken.line, broken.words);
    // What is broken may have been read in another way than it was meant.
    if (broken || !prometheus) return;
    const { remoteWrite, externalLabels, addedLabels } = prometheus;
    // A part of a file need not have what the file has.
    if (
      remoteWrite.length > 0 &&
      keys.has('global') &&
      addedLabels.length + Object.keys(externalLabels).length === 0
    )
      say('identity-missing', first, note('without', { has: 'remote_write', lacks: 'external_labels' }));
    const isEmptied = keys.has('remote_write') && remoteWrite.length === 0;
    if (isEmptied || (isAgent && keys.has('scrape_configs') && !keys.has('remote_write')))
      say('remote-write-absent', first, note('without', { has: 'scrape_configs', lacks: 'remote_write' }));
  }

  /** `own`: what medic says of it, where no line does. */
  #say(type: FindingType, text: Text, line: string, place: Place, own: Note | null = null): void {
    const { line: number, object, isShown = false } = place;
    const isPassing = text.passes === true && !isLasting(line) && !this.#isCounted(number);
    const found = this.#found.get(type);
    if (!found) {
      const column = Math.max(0, line.toLowerCase().indexOf(text.has[0])) + 1;
      const first: TextRef = { type: 'text', line: number, column };
      const alertOrder = orderOf(text);
      this.#found.set(type, {
        first,
        lines: [line],
        quotes: [own ?? this.#shown(line, text, place)],
        facts: KINDS[type].texts?.facts?.(line) ?? {},
        count: 1,
        alertOrder,
        isSymptom: text.isSymptom === true,
        isPassing,
        isShown,
        object: object?.() ?? {},
      });
      return;
    }
    found.count += 1;
    found.alertOrder = lesser(found.alertOrder, orderOf(text));
    found.isSymptom &&= text.isSymptom === true;
    found.isPassing &&= isPassing;
    found.isShown &&= isShown;
    if (found.quotes.length >= MAX_QUOTES || found.lines.includes(line)) return;
    const shown = this.#shown(line, text, place);
    if (found.quotes.includes(shown)) return;
    found.lines.push(line);
    found.quotes.push(shown);
  }

  /** What is shown of a line: no secret, and of a long object the part that tells. */
  #shown(line: string, { has }: Text, { whole, isRest = false }: Place): string {
    const record = withoutPieces(withoutSecrets(whole?.() ?? line), this.#secrets());
    const isObject = /^\s{0,40}[{[]/.test(record);
    if (record.length <= (isObject ? LONG_OBJECT : LONG_LINE)) return record;
    const lower = record.toLowerCase();
    const [at = 0] = has.map((words) => lower.indexOf(words)).filter((index) => index >= 0);
    const from = isRest && !whole ? at : Math.max(0, at - AROUND);
    const to = at + (has[0]?.length ?? 0) + AROUND;
    return `${from > 0 ? '… ' : ''}${record.slice(from, to)}${to < record.length ? ' …' : ''}`.toWellFormed();
  }

  #isCounted(line: number): boolean {
    return this.#eventCount.count >= MANY && line - this.#eventCount.line <= COUNT_REACH;
  }

  /** In the order of their first lines. `at` is the time of reading, `source` the name of the file. */
  findings(source: string, at: string): PastedFinding[] {
    const from = { cluster: '', path: source, at };
    return [...this.#found].map(([type, { first, quotes, facts, isPassing, ...found }]) => ({
      finding: present(type, first, {
        facts: { ...facts, ...(found.alertOrder !== null && { isAlert: 1 }) },
        evidence: quotes.map((line) => ({
          ...quote(from, line),
          source: `${source}:${first.line}`,
        })),
      }),
      isSymptom: found.isSymptom,
      ...{ count: found.count, alertOrder: found.alertOrder, isShown: found.isShown, object: found.object },
      isPassing: isPassing && found.count < MANY,
    }));
  }
}

const KINDS: Readonly<Record<FindingType, FindingKind>> = FINDING_TYPES;
const NO_SECRETS: ReadonlySet<string> = new Set();

const orderOf = ({ isAlert, order = 0 }: Text): number | null => (isAlert ? order : null);
const lesser = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.min(a, b);

/** Without what colours and steers a terminal, and what turns text around. */
export const clean = (line: string): string => withoutUnseen(line, '').replaceAll('\ufffd', '');
