import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBundle, recording, writeBundle } from './bundle.ts';
import type { EvidenceRequest, Transport } from './transport.ts';

let dir = '';
let good = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bundle-'));
  good = join(dir, 'good.gz');
  const recorder = recording(source);
  await recorder.send(request('/b'));
  await recorder.send(request('/a'));
  await writeBundle(good, {
    recordedAt: new Date('2026-01-02T03:04:05Z'),
    madeBy: 'test',
    clusters: ['c1', 'c2'],
    redacted: { field: 1 },
    entries: recorder.recorded(),
  });
});
afterAll(() => rmSync(dir, { recursive: true }));

const source: Transport = {
  clusters: ['c1', 'c2'],
  now: () => new Date(0),
  close: () => {},
  send: async ({ path }) =>
    path === '/a'
      ? {
          ok: true,
          body: { list: [1, null, 'ü'] },
          truncated: false,
          at: '2026-01-02T03:04:05Z',
          durationMs: 3,
        }
      : { ok: false, reason: 'forbidden', detail: 'no', at: '2026-01-02T03:04:05Z', durationMs: 4 },
};

const request = (path: string): EvidenceRequest => ({
  cluster: 'c1',
  path,
  format: 'json',
  maxBytes: 1,
  timeoutMs: 1,
});

const write = (name: string, content: Buffer | string): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

const lines = () => gunzipSync(readFileSync(good)).toString('utf8').trimEnd().split('\n');

describe('bundle', () => {
  it('replays what was recorded, answers and failures alike', async () => {
    const bundle = await openBundle(good);
    expect(bundle.clusters).toEqual(['c1', 'c2']);
    expect(bundle.now()).toEqual(new Date('2026-01-02T03:04:05Z'));
    expect(await bundle.send(request('/a'))).toEqual(await source.send(request('/a')));
    expect(await bundle.send(request('/b'))).toEqual(await source.send(request('/b')));
    expect(await bundle.send(request('/c'))).toMatchObject({ ok: false, reason: 'not-recorded' });
  });

  it('is the same file for the same answers, whatever their order', async () => {
    const recorder = recording(source);
    await recorder.send(request('/a'));
    await recorder.send(request('/b'));
    const again = join(dir, 'again.gz');
    const entries = recorder.recorded();
    const at = new Date('2026-01-02T03:04:05Z');
    await writeBundle(again, {
      recordedAt: at,
      madeBy: 'test',
      clusters: ['c1', 'c2'],
      redacted: { field: 1 },
      entries,
    });
    expect(readFileSync(again).equals(readFileSync(good))).toBe(true);
  });

  it.each([
    ['a file that is not there', () => join(dir, 'none.gz'), 'bundle/missing'],
    ['a folder', () => dir, 'bundle/foreign'],
    ['text', () => write('text.gz', 'hello'), 'bundle/foreign'],
    ['an empty file', () => write('empty.gz', ''), 'bundle/truncated'],
    ['gzip of something else', () => write('other.gz', gzipSync('hello\nworld\n')), 'bundle/foreign'],
    [
      'JSON lines of another program',
      () => write('json.gz', gzipSync('{"format":"other"}\n')),
      'bundle/foreign',
    ],
    [
      'a newer format',
      () => write('newer.gz', gzipSync('{"format":"fleetmedic/bundle/v9"}\n')),
      'bundle/version',
    ],
    [
      'a manifest without a time',
      () => write('time.gz', gzipSync('{"format":"fleetmedic/bundle/v1"}\n')),
      'bundle/foreign',
    ],
    [
      'a file cut in the middle',
      () => write('cut.gz', readFileSync(good).subarray(0, 120)),
      'bundle/truncated',
    ],
    ['lines cut off', () => write('lines.gz', gzipSync(lines().slice(0, 2).join('\n'))), 'bundle/truncated'],
    [
      'a line that was lost',
      () => write('lost.gz', gzipSync([lines()[0], lines()[2], lines()[3]].join('\n'))),
      'bundle/truncated',
    ],
    ['half a line', () => write('half.gz', gzipSync(lines().join('\n').slice(0, -30))), 'bundle/truncated'],
    [
      'an entry of another shape',
      () => write('shape.gz', gzipSync([lines()[0], '{"x":1}', lines()[3]].join('\n'))),
      'bundle/truncated',
    ],
    [
      'something after the end',
      () => write('more.gz', gzipSync([...lines(), lines()[1], ''].join('\n'))),
      'bundle/trailing',
    ],
  ])('%s is a clear error', async (_, path, code) => {
    await expect(openBundle(path())).rejects.toMatchObject({ code });
  });

  it('a bomb is refused before it fills the memory', async () => {
    const bomb = write('bomb.gz', gzipSync(Buffer.alloc(600 * 1024 * 1024)));
    await expect(openBundle(bomb)).rejects.toMatchObject({ code: 'bundle/line-too-large' });
  }, 60_000);

  it('an unwritable file is a clear error', async () => {
    const bundle = { recordedAt: new Date(0), madeBy: '', clusters: [], redacted: {}, entries: [] };
    await expect(writeBundle(join(dir, 'no', 'such', 'folder'), bundle)).rejects.toMatchObject({
      code: 'output/unwritable',
    });
  });
});
