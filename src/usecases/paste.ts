import { configurationsIn, firingIn } from '../evidence/paste/configuration.ts';
import { ObjectContext } from '../evidence/paste/context.ts';
import { layoutOf } from '../evidence/paste/document.ts';
import { secretPieces } from '../evidence/paste/hidden.ts';
import {
  carriedLines,
  withoutDoubledQuotes,
  withoutQuoteMarks,
  wrappedRuns,
} from '../evidence/paste/records.ts';
import { storesIn } from '../evidence/paste/stores.ts';
import { clean, type PastedFinding, type PastedText, type Place } from '../findings/shared/pasted.ts';
import type { FindingType } from '../findings/types.generated.ts';
import type { NamedObject } from '../fleet/subjects.ts';

/** A line longer than this is looked at in pieces that overlap, so that a text on a border is still found. */
const PIECE = 12 * 1024;
const OVERLAP = 1024;
/** A record of JSON is read whole up to this length; what is longer is looked at in pieces. */
const MAX_RECORD = 1024 * 1024;
/** What a person pastes is kept until its end, and read as a whole; what is longer is a log, and read line by line. */
const MAX_WHOLE = 2 * 1024 * 1024;

/** An Agent says of itself that it is one: with its flags, or as a resource of the operator. */
const AGENT = /--agent\b|--enable-feature=\S{0,80}\bagent\b|kind:\s{0,3}PrometheusAgent|agent mode/i;

/** Reads a paste: characters in, wherever they are cut; findings out. Memory is bounded whatever comes. */
export class PasteReader {
  readonly #text: PastedText;
  readonly #objects = new ObjectContext();
  /** Pieces of the line that has no end yet. */
  #rest: string[] = [];
  #restLength = 0;
  #restIsCut = false;
  #endsInReturn = false;
  /** The lines so far; `null` once there are too many to keep. */
  #kept: string[] | null = [];
  #keptLength = 0;
  #lines = 0;

  constructor(text: PastedText) {
    this.#text = text;
  }

  get lines(): number {
    return this.#lines;
  }

  add(characters: string): void {
    if (characters === '') return;
    // A return at the end of one piece and a feed at the start of the next are one end of a line.
    const given = this.#endsInReturn && characters.startsWith('\n') ? characters.slice(1) : characters;
    this.#endsInReturn = characters.endsWith('\r');
    const parts = given.split(/\r\n|\n|\r/);
    parts.forEach((part, index) => {
      this.#extend(part);
      if (index < parts.length - 1) this.#endLine();
    });
  }

  end(): void {
    if (this.#restLength > 0 || this.#restIsCut) this.#endLine();
    if (this.#kept) this.#readWhole(this.#kept);
    this.#kept = null;
  }

  findings(source: string, at: string): PastedFinding[] {
    return this.#text
      .findings(source, at)
      .map((found) => ({ ...found, object: this.#objects.complete(found.object) }));
  }

  #extend(part: string): void {
    if (part === '') return;
    this.#rest.push(part);
    this.#restLength += part.length;
    const isRecord = /^\s*[{[]/.test(this.#rest[0] as string) && !this.#restIsCut;
    if (this.#restLength <= (isRecord ? MAX_RECORD : PIECE)) return;
    // A line without an end is looked at as it comes, or it would fill the memory.
    const line = this.#rest.join('');
    this.#spill();
    this.#pieces(line, this.#lines + 1, { isRest: this.#restIsCut });
    this.#rest = [line.slice(-OVERLAP)];
    this.#restLength = OVERLAP;
    this.#restIsCut = true;
  }

  #endLine(): void {
    const line = this.#rest.join('');
    const isCut = this.#restIsCut;
    this.#rest = [];
    this.#restLength = 0;
    this.#restIsCut = false;
    this.#lines += 1;
    if (isCut) this.#pieces(line, this.#lines, { isRest: true });
    else if (this.#kept === null) this.#line(withoutQuoteMarks(line), this.#lines);
    else {
      this.#kept.push(line);
      this.#keptLength += line.length + 1;
      if (this.#keptLength > MAX_WHOLE) this.#spill();
    }
  }

  /** It is no paste of a person's: what was kept is read as a log, and what comes as well. */
  #spill(): void {
    this.#kept?.forEach((line, index) => {
      this.#line(withoutQuoteMarks(line), index + 1);
    });
    this.#kept = null;
  }

  #readWhole(raw: readonly string[]): void {
    const lines = raw.map((line) => clean(withoutQuoteMarks(line)));
    let secrets: ReadonlySet<string> | null = null;
    this.#text.hide(() => {
      secrets ??= secretPieces(lines);
      return secrets;
    });
    const whole = lines.join('\n');
    const firing = firingIn(whole);
    const lineOf = numbering(lines);
    if (firing !== null) {
      for (const alert of firing) this.#line(alert, lineOf(alert.replace(/^\{/, '')));
      return;
    }
    const stores = storesIn(lines, whole);
    for (const { line, error } of stores)
      this.#text.addStore(error, { line: line + 1, object: () => this.#objects.read('') });
    const carried = lines.length > 1 ? carriedLines(whole) : null;
    if (carried !== null) {
      for (const line of lines) this.#objects.read(line);
      for (const line of carried) this.#line(line, lineOf(JSON.stringify(line).slice(1, -1)));
      return;
    }
    const { silent: unsaid, settings, past, narrated, isDocument } = layoutOf(lines);
    const silent = new Set([...unsaid, ...stores.map(({ line }) => line)]);
    const configurations = configurationsIn(lines);
    const isAgent = lines.some((line) => AGENT.test(line));
    const isSet = new Set(settings);
    for (const configuration of configurations) {
      for (let index = configuration.first; index <= configuration.last; index++) isSet.add(index);
      if (!isDocument) this.#text.addConfiguration(configuration, isAgent);
    }
    const isTold = (index: number) => !silent.has(index) && !isSet.has(index) && !past.has(index);
    const nothing: ReadonlySet<FindingType> = new Set();
    const said = lines.map((line, index) =>
      silent.has(index)
        ? nothing
        : this.#line(line, index + 1, {
            ...{ isSetting: isSet.has(index), isPast: past.has(index) },
            isShown: isDocument || narrated.has(index),
          }),
    );
    for (const [first, last] of wrappedRuns(lines)) {
      const run = lines.slice(first, last + 1);
      if (!run.every((_, place) => isTold(first + place))) continue;
      const known = new Set(said.slice(first, last + 1).flatMap((types) => [...types]));
      const variants = [run.join(''), run.join(' ')];
      const object = this.#objects.read(variants[0] as string);
      this.#text.add(variants, { line: first + 1, object: () => object, isShown: isDocument, known });
    }
  }

  /** One line of a text, taken out of what it is wrapped in. */
  #line(
    line: string,
    number: number,
    way: Pick<Place, 'isShown' | 'isSetting' | 'isPast'> = {},
  ): ReadonlySet<FindingType> {
    const outer = this.#about(line);
    const carried = carriedLines(line);
    if (carried === null) return this.#pieces(line, number, { object: outer, ...way });
    return new Set(
      carried.flatMap((inner) => {
        const own = this.#about(inner);
        return [...this.#pieces(inner, number, { object: () => ({ ...outer(), ...own() }), ...way })];
      }),
    );
  }

  /** What a line is about: read now where a paste is read as a whole, and only when asked for in a long log. */
  #about(line: string): () => NamedObject {
    const start = line.length > PIECE ? line.slice(0, PIECE) : line;
    if (this.#kept === null) return () => this.#objects.read(start);
    const object = this.#objects.read(start);
    return () => object;
  }

  #pieces(line: string, number: number, place: Omit<Place, 'line'> = {}): ReadonlySet<FindingType> {
    const said = new Set<FindingType>();
    // What an object holds that is secret only its names tell: it is cleaned as a whole.
    const whole = line.length > PIECE &&
      /^\s*[{[]/.test(line) &&
      place.isRest !== true && { whole: () => line };
    for (let start = 0; start === 0 || start + OVERLAP < line.length; start += PIECE - OVERLAP) {
      const piece = line.slice(start, start + PIECE);
      const variants = piece.includes('""') ? [piece, withoutDoubledQuotes(piece)] : [piece];
      const isRest = place.isRest === true || start > 0;
      for (const type of this.#text.add(variants, { ...whole, ...place, isRest, line: number }))
        said.add(type);
    }
    return said;
  }
}

/**
 * The lines in which records begin, from 1, asked for in their order: each is looked for after the last. Where one is
 * written in another way, it and those after it are told by the last that was found.
 */
function numbering(lines: readonly string[]): (record: string) => number {
  let last = 0;
  let isLost = false;
  return (record) => {
    const start = record.slice(0, 60);
    const found = isLost ? -1 : lines.findIndex((line, index) => index >= last && line.includes(start));
    if (found < 0) isLost = true;
    else last = found;
    return last + 1;
  };
}
