import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyBlock, type Damage, damageBlock, ulid } from './block-files.ts';

/** Two labels by number, then two chunks: the first one begins at 5, the second one 1000 after it ends. */
const ENTRY = [2, 1, 2, 3, 4, 2, 10, 60, 8, 0xe8, 0x07, 60, 16];
const TOC_BYTES = 52;

/** A block whose index has one series, with the offsets of its sections and nothing else that matters here. */
function block(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'block-')), 'whole');
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  const index = Buffer.alloc(64 + TOC_BYTES);
  index.set([ENTRY.length, ...ENTRY], 16);
  // Symbols, series, label indices and their table, postings and their table.
  for (const [place, offset] of [5, 9, 0, 0, 48, 56].entries())
    index.writeBigUInt64BE(BigInt(offset), 64 + place * 8);
  writeFileSync(join(folder, 'index'), index);
  writeFileSync(join(folder, 'chunks', '000001'), Buffer.alloc(40));
  writeFileSync(join(folder, 'tombstones'), '');
  writeFileSync(join(folder, 'meta.json'), JSON.stringify({ minTime: 7, compaction: { level: 1 } }));
  return folder;
}

const damaged = (damage: Damage, file: string): Buffer => {
  const folder = block();
  damageBlock(folder, damage);
  return readFileSync(join(folder, file));
};

const entry = (index: Buffer) => [...index.subarray(17, 17 + ENTRY.length)];

describe('blocks', () => {
  it('have names that say when they were made', () => {
    expect(ulid(0, 0)).toBe('0'.repeat(26));
    // The example of the specification of ULIDs.
    expect(ulid(1469918176385, 33).slice(0, 10)).toBe('01ARYZ6S41');
    expect(ulid(1469918176385, 33).slice(-2)).toBe('11');
  });

  it('are copied as those of a sidecar with these labels', () => {
    const from = block();
    const name = ulid(1000, 2);
    const copy = copyBlock(from, join(from, '..'), name, { cluster: 'one' });
    const meta = JSON.parse(readFileSync(join(copy, 'meta.json'), 'utf8'));
    expect(meta).toMatchObject({ ulid: name, minTime: 7, compaction: { level: 1, sources: [name] } });
    expect(meta.thanos).toMatchObject({
      labels: { cluster: 'one' },
      files: [{ size_bytes: 40 }, { size_bytes: 116 }, {}],
    });
    expect(() => readFileSync(join(copy, 'tombstones'))).toThrow();
  });

  it('lose bytes of a chunk, or of the index', () => {
    expect(damaged('chunk-bytes', 'chunks/000001').indexOf('ZZZZZZZZ')).toBe(20);
    expect(damaged('index-bytes', 'index').indexOf('ZZZZZZZZ')).toBe(64 + 12);
  });

  it('lose their order, with a checksum that fits', () => {
    const labels = damaged('label-order', 'index');
    expect(entry(labels)).toEqual([2, 3, 4, 1, 2, ...ENTRY.slice(5)]);
    expect(labels.readUInt32BE(17 + ENTRY.length)).toBe(0x8f9394cf);
    const chunks = damaged('chunk-order', 'index');
    expect(entry(chunks)).toEqual([...ENTRY.slice(0, 9), 0x80, 0, ...ENTRY.slice(11)]);
  });
});
