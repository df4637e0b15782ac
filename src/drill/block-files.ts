import {
  closeSync,
  cpSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** What is known to happen to blocks: bytes of a chunk or of the index differ, or the order is broken at its source. */
export type Damage = 'chunk-bytes' | 'index-bytes' | 'chunk-order' | 'label-order';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A block's name: it says when the block was made, by which the Compactor holds young ones back. */
export function ulid(millis: number, number: number): string {
  const digits = (value: number, length: number) =>
    Array.from({ length }, (_, place) => ALPHABET[Math.floor(value / 32 ** (length - 1 - place)) % 32]).join(
      '',
    );
  return `${digits(millis, 10)}${digits(number, 16)}`;
}

/** Copies a block under another name, as one that the sidecar of an earlier Prometheus has brought. */
export function copyBlock(
  from: string,
  into: string,
  name: string,
  labels: Readonly<Record<string, string>>,
): string {
  const target = join(into, name);
  cpSync(from, target, { recursive: true });
  rmSync(join(target, 'tombstones'), { force: true });
  const file = join(target, 'meta.json');
  const meta = JSON.parse(readFileSync(file, 'utf8')) as { compaction: object };
  const files = ['chunks/000001', 'index'].map((path) => ({
    rel_path: path,
    size_bytes: statSync(join(target, path)).size,
  }));
  const thanos = {
    ...{ version: 1, labels, downsample: { resolution: 0 }, source: 'sidecar' },
    ...{ segment_files: ['000001'], files: [...files, { rel_path: 'meta.json' }] },
  };
  const compaction = { ...meta.compaction, sources: [name] };
  writeFileSync(file, JSON.stringify({ ...meta, ulid: name, compaction, thanos }));
  return target;
}

export function damageBlock(block: string, damage: Damage): void {
  const file = join(block, damage === 'chunk-bytes' ? 'chunks/000001' : 'index');
  const bytes = readFileSync(file);
  if (damage === 'chunk-bytes') bytes.fill(0x5a, 20, 28);
  // Its table of contents, of which the checksum no longer fits.
  if (damage === 'index-bytes') bytes.fill(0x5a, bytes.length - 40, bytes.length - 32);
  if (damage === 'chunk-order') rewriteLastSeries(bytes, disorderChunks);
  if (damage === 'label-order') rewriteLastSeries(bytes, disorderLabels);
  // In place: a process that has the file mapped would die of one that is empty for a moment.
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
}

/**
 * Rewrites the entry of the last series in an index, with a checksum that fits: damage of this kind is made by a writer,
 * not by a disk. https://github.com/prometheus/prometheus/blob/main/tsdb/docs/format/index.md
 */
function rewriteLastSeries(index: Buffer, rewrite: (entry: Buffer) => void): void {
  const TOC_BYTES = 52;
  const toc = index.length - TOC_BYTES;
  const offsets = Array.from({ length: 6 }, (_, place) => Number(index.readBigUInt64BE(toc + place * 8)));
  const from = offsets[1] ?? 0;
  const until = Math.min(...offsets.filter((offset) => offset > from));
  const aligned = (offset: number) => Math.ceil(offset / 16) * 16;
  let last: Buffer | null = null;
  for (let at = aligned(from); at < until; ) {
    const { value: length, next } = uvarint(index, at);
    if (length === 0) break;
    last = index.subarray(next, next + length);
    at = aligned(next + length + 4);
  }
  if (last === null) throw new Error('the index has no series');
  rewrite(last);
  index.writeUInt32BE(crc32c(last), last.byteOffset - index.byteOffset + last.length);
}

/** The second chunk begins when the first one ends. */
function disorderChunks(entry: Buffer): void {
  const labels = uvarint(entry, 0);
  const chunks = uvarint(entry, skip(entry, labels.next, labels.value * 2));
  if (chunks.value < 2) throw new Error('the series has one chunk only');
  const gap = skip(entry, chunks.next, 3);
  const end = skip(entry, gap, 1);
  // Zero in as many bytes as before.
  entry.fill(0x80, gap, end - 1);
  entry[end - 1] = 0;
}

/** The first two labels change places. */
function disorderLabels(entry: Buffer): void {
  const { next: first } = uvarint(entry, 0);
  const second = skip(entry, first, 2);
  const end = skip(entry, second, 2);
  const swapped = Buffer.concat([entry.subarray(second, end), entry.subarray(first, second)]);
  swapped.copy(entry, first);
}

function uvarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let place = 0; ; place++) {
    const byte = bytes[at + place] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, next: at + place + 1 };
  }
}

function skip(bytes: Buffer, at: number, count: number): number {
  let next = at;
  for (let done = 0; done < count; done++) next = uvarint(bytes, next).next;
  return next;
}

/** CRC-32 by Castagnoli, which is TSDB's. */
function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
