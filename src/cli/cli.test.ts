import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import schema from '../../docs/schemas/diagnosis.v1.schema.json' with { type: 'json' };

const MAIN = join(import.meta.dirname, 'main.ts');
let dir = '';
const closers: (() => void)[] = [];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'medic-cli-'));
});
afterAll(() => {
  for (const close of closers) close();
  rmSync(dir, { recursive: true });
});

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  ms: number;
}

function medic(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const started = Date.now();
  return new Promise((resolve) => {
    const options = {
      env: { ...process.env, HOME: dir, XDG_STATE_HOME: dir, KUBECONFIG: '', LANG: 'C', ...env },
      maxBuffer: 1e8,
    };
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      const code = error ? ((error as { code?: number }).code ?? 1) : 0;
      resolve({ code: typeof code === 'number' ? code : 1, stdout, stderr, ms: Date.now() - started });
    });
  });
}

function kubeconfig(name: string, servers: Record<string, string>, user: object = {}): string {
  const path = join(dir, name);
  const names = Object.keys(servers);
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': names[0],
    clusters: names.map((one) => ({
      name: one,
      cluster: { server: servers[one], 'insecure-skip-tls-verify': true },
    })),
    users: [{ name: 'u', user }],
    contexts: names.map((one) => ({ name: one, context: { cluster: one, user: 'u' } })),
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
}

async function serve(respond: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const oneLineAndHint = /^medic: [^\n]+\nHint: [^\n]+\n$/;

describe('usage and configuration errors end with 2, one line and a hint', () => {
  it.each<[string, () => string[], NodeJS.ProcessEnv]>([
    ['no kubeconfig at all', () => ['diagnose'], {}],
    ['a kubeconfig that is not there', () => ['diagnose', '--kubeconfig', join(dir, 'none')], {}],
    ['a KUBECONFIG that is not there', () => ['diagnose'], { KUBECONFIG: '/nowhere/config' }],
    [
      'an unknown context',
      () => ['diagnose', '--kubeconfig', kubeconfig('k1', { a: 'http://127.0.0.1:1' }), '--contexts', 'b'],
      {},
    ],
    ['a kubeconfig without contexts', () => ['diagnose', '--kubeconfig', kubeconfig('k2', {})], {}],
    ['an unknown command', () => ['frobnicate'], {}],
    ['an unknown option', () => ['diagnose', '--frobnicate'], {}],
    ['an unknown format', () => ['diagnose', '--output', 'xml'], {}],
    ['an unknown language', () => ['diagnose', '--lang', 'fr'], {}],
    ['collect without a file', () => ['collect'], {}],
    ['a bundle that is not there', () => ['diagnose', '--bundle', join(dir, 'none.gz')], {}],
    ['a bundle of something else', () => ['diagnose', '--bundle', MAIN], {}],
    [
      'an unreadable kubeconfig',
      () => {
        writeFileSync(join(dir, 'broken'), '{"clusters": [');
        return ['diagnose', '--kubeconfig', join(dir, 'broken')];
      },
      {},
    ],
    [
      'a bundle and a kubeconfig at once',
      () => ['diagnose', '--bundle', MAIN, '--kubeconfig', kubeconfig('k3', { a: 'http://127.0.0.1:1' })],
      {},
    ],
    [
      'no context in a list',
      () => ['diagnose', '--kubeconfig', kubeconfig('k4', { a: 'http://127.0.0.1:1' }), '--contexts', ','],
      {},
    ],
    ['a folder for a kubeconfig', () => ['diagnose', '--kubeconfig', dir], {}],
    ['a device for a kubeconfig', () => ['diagnose', '--kubeconfig', '/dev/zero'], {}],
    ['a bad lab name', () => ['lab', 'status', '--name', '../etc'], {}],
    ['a lab that is not there', () => ['lab', 'kubeconfig', '--name', 'nosuch'], {}],
    ['a lab with too many edges', () => ['lab', 'up', '--edges', 'many'], {}],
  ])('%s', async (_, args, env) => {
    const { code, stdout, stderr } = await medic(args(), env);
    expect(stderr).toMatch(oneLineAndHint);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    [['deploy', '--timeout', 'abc'], '--timeout must be a whole number from 0: abc'],
    [['deploy', '--timeout='], '--timeout must be a whole number from 0: \n'],
    [['watch', '--every', '3'], '--every must be a whole number from 5: 3'],
    [['watch', '--rounds', '0'], '--rounds must be a whole number from 1: 0'],
    [['lab', 'up', '--hub-nodes', '1.5'], '--hub-nodes must be a whole number from 0: 1.5'],
  ])('a number that is none is told with its option: medic %s', async (args, words) => {
    const { code, stderr } = await medic(args);
    expect(stderr).toContain(words);
    expect(stderr).toMatch(oneLineAndHint);
    expect(code).toBe(2);
  });

  it.each([
    [['diagnose', '--probe'], '--probe'],
    [['diagnose', '--probe-image', 'other:1'], '--probe-image'],
    [['diagnose', '--fleet', '/nope.yaml'], '--fleet'],
    [['status', '--fleet', '/nope.yaml', '--contexts', 'a'], '--contexts, --fleet'],
    [['discover', '--kubeconfig', '/nope'], '--kubeconfig'],
    [['diff', '--kubeconfig', '/nope'], '--kubeconfig'],
  ])('a bundle takes no option that says how clusters are asked: medic %s', async (args, options) => {
    const { code, stderr, stdout } = await medic([...args, '--bundle', join(dir, 'any.gz')]);
    expect(stderr).toContain(`Not together with --bundle: ${options}\n`);
    expect(stderr).toMatch(oneLineAndHint);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('speaks Korean when asked, and by the locale', async () => {
    expect((await medic(['diagnose', '--lang', 'ko'])).stderr).toContain('도움말');
    expect((await medic(['diagnose'], { LC_ALL: 'ko_KR.UTF-8' })).stderr).toContain('도움말');
  });
});

describe('a command alone', () => {
  it.each([[[]], [['lab']]])('shows its help: medic %s', async (args) => {
    const { code, stderr } = await medic(args);
    expect(stderr).toContain('Usage: medic');
    expect(code).toBe(2);
  });
});

describe('credentials that cannot be had', () => {
  const plugin = (command: string, ...args: string[]) => ({
    exec: { apiVersion: 'client.authentication.k8s.io/v1', command, args, interactiveMode: 'Never' },
  });
  it.each<[string, string, object]>([
    ['a token that no header can carry', 'http', { token: 'a\nb' }],
    ['a certificate that is none', 'https', { 'client-certificate-data': 'AAAA', 'client-key-data': 'AAAA' }],
    ['a server of another protocol', 'ftp', {}],
    ['a plugin that is not there', 'https', plugin('/nowhere/plugin')],
    ['a plugin that fails', 'https', plugin('sh', '-c', 'echo expired >&2; exit 1')],
    ['a plugin that gives no JSON', 'https', plugin('echo', 'hello')],
    ['a plugin that gives no credential', 'https', plugin('echo', '{}')],
    ['a plugin without end', 'https', plugin('yes')],
    ['a plugin that hangs', 'https', plugin('sleep', '60')],
    ['a plugin that waits for input', 'https', plugin('cat')],
  ])('%s: a blind spot, in time', async (_, scheme, user) => {
    const config = kubeconfig(`credentials-${Math.random()}`, { a: `${scheme}://127.0.0.1:1` }, user);
    const { code, stdout, stderr, ms } = await medic([
      'diagnose',
      '--kubeconfig',
      config,
      '--output',
      'json',
    ]);
    const document = JSON.parse(stdout) as { verdict: string; blindSpots: { why: string }[] };
    expect(stderr).toBe('');
    expect(document.verdict).toBe('unknown');
    expect(document.blindSpots.map(({ why }) => why)).toEqual(['credentials']);
    expect(code).toBe(3);
    expect(ms).toBeLessThan(9000);
  });

  it('what a plugin gives is used', async () => {
    let seen = '';
    const url = await serve((request, response) => {
      seen ||= request.headers.authorization ?? '';
      response.statusCode = 403;
      response.end();
    });
    const credential = JSON.stringify({ status: { token: 'from-the-plugin' } });
    await medic(['diagnose', '--kubeconfig', kubeconfig('plugin', { a: url }, plugin('echo', credential))]);
    expect(seen).toBe('Bearer from-the-plugin');
  });
});

describe('what does not answer is a blind spot, in time', () => {
  it('answers that cost more than they are', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const many = `{"items":[${'{},'.repeat(2_000_000)}{}]}`;
    const url = await serve((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(request.url?.includes('nodes') ? deep : request.url?.includes('pods') ? many : '{}');
    });
    const { code, stdout } = await medic([
      'diagnose',
      '--kubeconfig',
      kubeconfig('deep', { a: url }),
      '--output',
      'json',
    ]);
    const { blindSpots } = JSON.parse(stdout) as { blindSpots: { what: string; why: string }[] };
    expect(blindSpots).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'nodes', why: 'malformed' }),
        expect.objectContaining({ what: 'pods', why: 'too-large' }),
      ]),
    );
    expect(code).toBe(3);
  });

  it('a cluster that refuses', async () => {
    const { code, stdout } = await medic([
      'diagnose',
      '--kubeconfig',
      kubeconfig('refuses', { a: 'http://127.0.0.1:1' }),
    ]);
    expect(stdout).toContain('UNKNOWN');
    expect(stdout).toContain('connection refused');
    expect(code).toBe(3);
  });

  it('a cluster that swallows packets, beside one that answers', async () => {
    const hole = createTcpServer(() => {});
    await new Promise<void>((resolve) => hole.listen(0, '127.0.0.1', resolve));
    closers.push(() => hole.close());
    const swallows = `http://127.0.0.1:${(hole.address() as AddressInfo).port}`;
    const forbids = await serve((_, response) => {
      response.statusCode = 403;
      response.end('{"kind":"Status","message":"pods is forbidden"}');
    });
    const { code, stdout, ms } = await medic([
      'diagnose',
      '--kubeconfig',
      kubeconfig('two', { swallows, forbids }),
      '--output',
      'json',
    ]);
    const document = JSON.parse(stdout);
    const reasons = document.blindSpots.map(
      (spot: { cluster: string; why: string }) => `${spot.cluster} ${spot.why}`,
    );
    expect(reasons).toContain('swallows timeout');
    expect(reasons).toContain('forbids forbidden');
    expect(document.causes.filter((cause: { confirmed: boolean }) => cause.confirmed)).toEqual([]);
    expect(code).toBe(3);
    expect(ms).toBeLessThan(10_000);
  });

  it.each([
    ['an expired token', 401, '{"kind":"Status","message":"Unauthorized"}', 'unauthorized'],
    ['forbidden verbs', 403, '{"kind":"Status","message":"forbidden"}', 'forbidden'],
    ['HTML where JSON is due', 200, '<html>please sign in</html>', 'malformed'],
    ['an error of the server', 500, 'boom', 'server-error'],
  ])('%s', async (_, status, body, why) => {
    const server = await serve((__, response) => {
      response.statusCode = status;
      response.end(body);
    });
    const { code, stdout, stderr } = await medic([
      'diagnose',
      '--kubeconfig',
      kubeconfig(`s${status}`, { a: server }),
      '--output',
      'json',
    ]);
    const document = JSON.parse(stdout);
    expect(document.blindSpots.map((spot: { why: string }) => spot.why)).toContain(why);
    expect(document.verdict).toBe('unknown');
    expect(document.causes).toEqual([]);
    expect(stderr).toBe('');
    expect(code).toBe(3);
  });

  it('a healthy cluster without any pipeline is not called healthy', async () => {
    const server = await serve((request, response) => {
      response.end(request.url === '/version' ? '{"gitVersion":"v1.30.0"}' : '{"kind":"List","items":[]}');
    });
    const { code, stdout } = await medic(['diagnose', '--kubeconfig', kubeconfig('empty', { a: server })]);
    expect(stdout).toContain('UNKNOWN');
    expect(code).toBe(3);
  });

  it('the document follows its schema', async () => {
    const { stdout } = await medic([
      'diagnose',
      '--kubeconfig',
      kubeconfig('schema', { a: 'http://127.0.0.1:1' }),
      '--output',
      'json',
    ]);
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('a reader that stops reading', () => {
  it('is no error', async () => {
    const script = '{ "$0" "$1" demo --no-pause | true; } 2>&1';
    const complaints = await new Promise<string>((resolve, reject) => {
      execFile('/bin/sh', ['-c', script, process.execPath, MAIN], (error, out) =>
        error ? reject(error) : resolve(out),
      );
    });
    expect(complaints).toBe('');
  });
});
