import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Language } from '../messages/messages.ts';
import { type DiffOptions, diffCommand } from './diff.ts';
import { type DiscoverOptions, discoverCommand } from './discover.ts';
import { run } from './run.testing.ts';

const BUNDLE = join(import.meta.dirname, '..', 'collect', 'settings', 'fixtures', 'plain.bundle.gz');
let dir = '';
/** What `medic discover` writes of the recording. */
let text = '';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'medic-discover-'));
  text = (await discover({ bundle: BUNDLE })).stdout;
});
afterAll(() => rmSync(dir, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const discover = (options: DiscoverOptions, language: Language = 'en') =>
  run(language, (context) => discoverCommand(context, options));
const diff = (options: Partial<DiffOptions> & { file: string }, language: Language = 'en') =>
  run(language, (context) => diffCommand(context, { output: 'text', bundle: BUNDLE, ...options }));

function fileOf(name: string, content: string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

describe('medic discover', () => {
  it('writes nothing but the file to standard output', async () => {
    const { code, stdout, stderr } = await discover({ bundle: BUNDLE, file: '-' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# yaml-language-server: \$schema=.*\n# .*\n\nschema: fleetmedic\/fleet\/v1\n/);
    expect(stdout).toContain('# could not tell: objectStorage.endpoint (in a Secret, which is not read;');
    expect(stdout).toContain('# not written: clusters[0].namespace (');
    expect(stderr).toContain('standard output: 2 clusters');
  });

  it('writes the marks in Korean as well', async () => {
    const { stdout } = await discover({ bundle: BUNDLE }, 'ko');
    expect(stdout).toContain('# 확인하지 못함: objectStorage.endpoint (Secret 안에 있어 읽지 않음;');
  });

  it('overwrites a file only when asked to', async () => {
    const file = fileOf('mine.yaml', 'mine');
    const refused = await discover({ bundle: BUNDLE, file });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await discover({ bundle: BUNDLE, file, force: true })).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('ends with 2 where the file cannot be written', async () => {
    const { code, stderr } = await discover({ bundle: BUNDLE, file: join(dir, 'no', 'such') });
    expect(code).toBe(2);
    expect(stderr).toContain('ENOENT');
  });

  it('ends with 3 where a cluster could not be looked at, with a file all the same', async () => {
    const config = {
      clusters: [{ name: 'a', cluster: { server: 'http://127.0.0.1:1', 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'a', context: { cluster: 'a', user: 'u' } }],
    };
    const kubeconfig = fileOf('kubeconfig', JSON.stringify(config));
    const { code, stdout, stderr } = await discover({ kubeconfig });
    expect(code).toBe(3);
    expect(stdout).toContain('# could not tell: clusters[0] (connection refused; a)');
    expect(stdout).not.toContain('nothing that runs shows it');
    expect(stdout).not.toContain('role:');
    expect(stderr).toContain('Could not be looked at: a');
  });
});

describe('medic diff', () => {
  it('of what was just discovered is empty', async () => {
    const { code, stdout } = await diff({ file: fileOf('same.yaml', text) });
    expect(code).toBe(0);
    expect(stdout).toContain('what runs is what it says');
    expect(stdout).toContain('  objectStorage.endpoint (in a Secret, which is not read; vupeldal-kamusel)');
  });

  it('names what differs, where it stands in the file and where it was seen', async () => {
    const file = fileOf('other.yaml', text.replace('scrapeInterval: 10s', 'scrapeInterval: 30s'));
    const { code, stdout } = await diff({ file });
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        'agent.scrapeInterval',
        '  declared: 30s',
        '  running:  10s  (Deployment muselram/mumervok-fowenfo, global.scrape_interval; vupeldal-kamusel, bavok-hasel)',
      ].join('\n'),
    );
  });

  it('ends with 3 where nothing differs and a cluster could not be looked at', async () => {
    const third = text.replace('registry:', '  - { name: third, role: edge }\nregistry:');
    const { code, stdout } = await diff({ file: fileOf('more.yaml', third) });
    expect(stdout).toContain('Could not be looked at: third');
    expect(code).toBe(3);
  });

  it('ends with 2 where the file is none, each problem with its place', async () => {
    const file = fileOf('broken.yaml', 'name: fleet\nclusters:\n  - { name: a, role: hub, nosuch: 1 }\n');
    const { code, stdout, stderr } = await diff({ file });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(`${file}:3:27: clusters[0].nosuch is not a known field`);
    const missing = await diff({ file: join(dir, 'none.yaml') }, 'ko');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('medic discover -o fleet.yaml');
  });
});

describe('a fleet file that is wrong', () => {
  it.each<[string, string | Buffer, number, string]>([
    [
      'bytes',
      Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256)),
      1,
      'this is not text',
    ],
    ['nothing', '', 1, ':1:1: the file is empty'],
    ['very deep', `name: ${'['.repeat(100_000)}`, 1, 'nested far deeper'],
    ['a word, very long', `name: x\n${'k'.repeat(500)}: 1\n`, 2, '…'],
    [
      'much of it',
      `${Array.from({ length: 300 }, (_, index) => `k${index}: 1\n`).join('')}`,
      11,
      '… and 292 more',
    ],
  ])('%s: a few short lines', async (_, content, lines, words) => {
    const file = join(dir, 'wrong.yaml');
    writeFileSync(file, content);
    const { code, stderr } = await diff({ file });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    const written = stderr.trimEnd().split('\n');
    expect(written.length).toBe(lines + 2); // The error and its hint.
    expect(Math.max(...written.map((line) => line.length))).toBeLessThan(300);
  });
});

/** Once as users run it: options, streams, exit code. */
describe('as a process', () => {
  it('medic diff --output json prints nothing else', async () => {
    const file = fileOf('process.yaml', text.replace('scrapeInterval: 10s', 'scrapeInterval: 30s'));
    const args = [join(import.meta.dirname, 'main.ts'), 'diff', '-f', file, '--bundle', BUNDLE, '-o', 'json'];
    const { code, stdout, stderr } = await new Promise<{ code: unknown; stdout: string; stderr: string }>(
      (resolve) => {
        execFile(process.execPath, args, (error, out, err) => {
          resolve({ code: (error as { code?: unknown } | null)?.code ?? 0, stdout: out, stderr: err });
        });
      },
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'fleetmedic/diff/v1',
      differences: [
        {
          path: 'agent.scrapeInterval',
          declared: '30s',
          running: '10s',
          sources: [{ cluster: 'vupeldal-kamusel' }, { cluster: 'bavok-hasel' }],
        },
      ],
    });
  });
});
