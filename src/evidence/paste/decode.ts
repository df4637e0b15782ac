import { StringDecoder } from 'node:string_decoder';

/** So many bytes tell the encoding, and whether it is text at all. */
const PROBE = 8 * 1024;
/** Of ASCII in UTF-16 every second byte is zero; of Korean few are. */
const ZERO_SHARE = 0.2;
/** After a crash of a node a log has NULs where a block was not written: up to one of 4 KiB here, among clean text. */
const MAX_ZERO_SHARE = 0.6;
const LEAST_TEXT = 16;
const MAX_BROKEN_BESIDE_ZEROS = 0.01;
/** An archive of texts looks like that as well: POSIX ustar. */
const TAR = { magic: 'ustar', at: 257 };
/** Text in another encoding has characters that UTF-8 cannot have; what has more of them is no text. */
const MAX_BROKEN_SHARE = 0.4;

/** Thrown for bytes that are no text. */
export class NoText extends Error {}

/**
 * Makes text of bytes, wherever the pieces end: UTF-8, and UTF-16 as Windows' clipboard and consoles write it. What is
 * broken becomes U+FFFD. Holds less than a piece and 8 KiB.
 */
export class PasteDecoder {
  #head: Buffer | null = Buffer.alloc(0);
  #decoder: { write(bytes: Buffer): string; end(): string } | null = null;

  /** The text that is whole by now; throws `NoText`. */
  add(bytes: Buffer): string {
    if (this.#decoder) return withoutZeros(this.#decoder.write(bytes));
    const head = Buffer.concat([this.#head ?? Buffer.alloc(0), bytes]);
    this.#head = head;
    return head.length < PROBE ? '' : this.#start(head);
  }

  /** What is left at the end of the input; throws `NoText`. */
  end(): string {
    const rest = this.#decoder ? '' : this.#start(this.#head ?? Buffer.alloc(0));
    return rest + withoutZeros(this.#decoder?.end() ?? '');
  }

  #start(head: Buffer): string {
    this.#head = null;
    this.#decoder = decoderFor(head.subarray(0, PROBE));
    return withoutZeros(this.#decoder.write(head));
  }
}

const withoutZeros = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);

function decoderFor(probe: Buffer): { write(bytes: Buffer): string; end(): string } {
  const mark = probe.length < 2 ? 0 : probe.readUInt16BE(0);
  const zeros = [0, 0];
  for (let index = 0; index < probe.length; index++)
    if (probe[index] === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = Math.max(1, probe.length / 2);
  if (mark === 0xfffe || (odd / half > ZERO_SHARE && even / half < ZERO_SHARE / 10))
    return textIn(probe, 'utf-16le');
  if (mark === 0xfeff || (even / half > ZERO_SHARE && odd / half < ZERO_SHARE / 10))
    return textIn(probe, 'utf-16be');
  if (even + odd > 0) requireTextBeside(probe, even + odd);
  return textIn(probe, 'utf8');
}

/** Throws `NoText` unless bytes with so many zeros are a text with holes. */
function requireTextBeside(probe: Buffer, zeros: number): void {
  const text = probe.length - zeros;
  const isArchive = probe.toString('latin1', TAR.at, TAR.at + TAR.magic.length) === TAR.magic;
  if (isArchive || text < LEAST_TEXT || zeros > probe.length * MAX_ZERO_SHARE) throw new NoText();
  let broken = 0;
  for (const character of new StringDecoder('utf8').write(probe))
    if (character !== '\0' && isBroken(character)) broken += 1;
  if (broken > text * MAX_BROKEN_BESIDE_ZEROS) throw new NoText();
}

function textIn(probe: Buffer, encoding: 'utf8' | 'utf-16le' | 'utf-16be') {
  const make = () => (encoding === 'utf8' ? new StringDecoder('utf8') : sixteen(new TextDecoder(encoding)));
  let broken = 0;
  for (const character of make().write(probe)) if (character !== '\0' && isBroken(character)) broken += 1;
  if (broken > 8 && broken > probe.length * MAX_BROKEN_SHARE) throw new NoText();
  return make();
}

const sixteen = (decoder: InstanceType<typeof TextDecoder>) => ({
  write: (bytes: Buffer) => decoder.decode(bytes, { stream: true }),
  end: () => decoder.decode(),
});

/** U+FFFD, or a control character other than those that lay out or colour. */
function isBroken(character: string): boolean {
  const code = character.codePointAt(0) as number;
  return code === 0xfffd || (code < 32 && !(code >= 7 && code <= 13) && code !== 27);
}
