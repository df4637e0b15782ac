import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, 'main.ts');
const BUNDLE = join(import.meta.dirname, '..', 'collect', 'settings', 'fixtures', 'plain.bundle.gz');
let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'medic-discover-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function medic(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, HOME: dir, XDG_STATE_HOME: dir, KUBECONFIG: '', LANG: 'C', LC_ALL: '' };
    execFile(process.execPath, [MAIN, ...args], { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error ? Number((error as { code?: number }).code ?? 1) : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

async function discovered(name: string): Promise<string> {
  const file = join(dir, name);
  if (!existsSync(file)) await medic('discover', '--bundle', BUNDLE, '-o', file);
  return file;
}

describe('medic discover', () => {
  it.each([[[]], [['-o', '-']]])('writes nothing but the file to standard output: %j', async (more) => {
    const { code, stdout, stderr } = await medic('discover', '--bundle', BUNDLE, ...more);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# yaml-language-server: \$schema=.*\n# .*\n\nschema: fleetmedic\/fleet\/v1\n/);
    expect(stdout).toContain('# could not tell: objectStorage.endpoint (in a Secret, which is not read;');
    expect(stdout).toContain('# not written: clusters[0].namespace (');
    expect(stderr).toContain('standard output: 2 clusters');
  });

  it('writes the marks in Korean as well', async () => {
    const { stdout } = await medic('discover', '--bundle', BUNDLE, '--lang', 'ko');
    expect(stdout).toContain('# 확인하지 못함: objectStorage.endpoint (Secret 안에 있어 읽지 않음;');
  });

  it('overwrites a file only when asked to', async () => {
    const file = join(dir, 'mine.yaml');
    writeFileSync(file, 'mine');
    const refused = await medic('discover', '--bundle', BUNDLE, '-o', file);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await medic('discover', '--bundle', BUNDLE, '-o', file, '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('clusters:');
  });

  it('ends with 2 where the file cannot be written', async () => {
    const { code, stderr } = await medic('discover', '--bundle', BUNDLE, '-o', join(dir, 'no', 'such'));
    expect(code).toBe(2);
    expect(stderr).toContain('ENOENT');
  });

  it('ends with 3 where a cluster could not be looked at, with a file all the same', async () => {
    const kubeconfig = join(dir, 'kubeconfig');
    const config = {
      clusters: [{ name: 'a', cluster: { server: 'http://127.0.0.1:1' } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'a', context: { cluster: 'a', user: 'u' } }],
    };
    writeFileSync(kubeconfig, JSON.stringify(config));
    const { code, stdout, stderr } = await medic('discover', '--kubeconfig', kubeconfig);
    expect(code).toBe(3);
    expect(stdout).toContain('# could not tell: clusters[0] (connection refused; a)');
    expect(stderr).toContain('Could not be looked at: a');
  });
});

describe('medic diff', () => {
  it('of what was just discovered is empty', async () => {
    const file = await discovered('same.yaml');
    const { code, stdout } = await medic('diff', '-f', file, '--bundle', BUNDLE);
    expect(code).toBe(0);
    expect(stdout).toContain('what runs is what it says');
    expect(stdout).toContain('  objectStorage.endpoint (in a Secret, which is not read; vupeldal-kamusel)');
  });

  it('names what differs, where it stands in the file and where it was seen', async () => {
    const file = join(dir, 'other.yaml');
    const text = readFileSync(await discovered('same.yaml'), 'utf8');
    writeFileSync(file, text.replace('scrapeInterval: 10s', 'scrapeInterval: 30s'));
    const { code, stdout } = await medic('diff', '-f', file, '--bundle', BUNDLE);
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        'agent.scrapeInterval',
        '  declared: 30s',
        '  running:  10s  (Deployment muselram/mumervok-fowenfo, global.scrape_interval; vupeldal-kamusel, bavok-hasel)',
      ].join('\n'),
    );
    const json = await medic('diff', '-f', file, '--bundle', BUNDLE, '--output', 'json');
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
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

  it('ends with 3 where nothing differs and a cluster could not be looked at', async () => {
    const file = join(dir, 'more.yaml');
    const text = readFileSync(await discovered('same.yaml'), 'utf8');
    writeFileSync(file, text.replace('registry:', '  - { name: third, role: edge }\nregistry:'));
    const { code, stdout } = await medic('diff', '-f', file, '--bundle', BUNDLE);
    expect(stdout).toContain('Could not be looked at: third');
    expect(code).toBe(3);
  });

  it('ends with 2 where the file is none, each problem with its place', async () => {
    const file = join(dir, 'broken.yaml');
    writeFileSync(file, 'name: fleet\nclusters:\n  - { name: a, role: hub, nosuch: 1 }\n');
    const { code, stdout, stderr } = await medic('diff', '-f', file, '--bundle', BUNDLE);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(`${file}:3:27: clusters[0].nosuch is not a known field`);
    const missing = await medic('diff', '-f', join(dir, 'none.yaml'), '--lang', 'ko');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('medic discover -o fleet.yaml');
  });
});
