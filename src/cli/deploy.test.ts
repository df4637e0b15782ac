import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deployCommand } from './deploy.ts';
import { run } from './run.testing.ts';
import { undeployCommand } from './undeploy.ts';

let dir = '';
const closers: (() => void)[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medic-deploy-'));
});
afterEach(() => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) close();
  rmSync(dir, { recursive: true });
});

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Options of a command for a fleet of one cluster, `hub-1`, whose context is `a`. */
function target(server: string, user: object = {}) {
  const [file, kubeconfig] = [join(dir, 'fleet.yaml'), join(dir, 'kubeconfig')];
  writeFileSync(file, 'name: shop\nclusters:\n  - { name: hub-1, role: hub, context: a }\n');
  const config = {
    clusters: [{ name: 'a', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'a', context: { cluster: 'a', user: 'u' } }],
  };
  writeFileSync(kubeconfig, JSON.stringify(config));
  return { file, kubeconfig };
}

const deploy = (options: ReturnType<typeof target>) =>
  run('en', (context) => deployCommand(context, { ...options, timeout: 15 }));
const undeploy = (options: ReturnType<typeof target>) =>
  run('en', (context) => undeployCommand(context, options));

const answers =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.statusCode = status;
    response.end(body);
  };
const STATUS = '{"kind":"Status","message":"Unauthorized","reason":"Unauthorized","code":401}';

describe('an API server that does not let medic in', () => {
  it.each([
    ['with a Status', STATUS, 'Unauthorized'],
    ['without a word', '', 'HTTP 401: Unauthorized'],
    ['with a page', '<html>sign in</html>', 'HTTP 401: HTML'],
  ])('401 %s: the cluster, the context, what it said and what to try', async (_, body, words) => {
    const options = target(await listen(createServer(answers(401, body))));
    expect(await deploy(options)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `hub-1: the API server refuses the credentials: ${words}; try: kubectl --context a get --raw /version\n`,
      ),
    });
    expect(await undeploy(options)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `medic: The API server of hub-1 refuses the credentials of context a: ${words}\n` +
          'Hint: Try: kubectl --context a get --raw /version\n',
      ),
    });
  });

  it('no credentials: what the plugin said', async () => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'false',
      interactiveMode: 'Never',
    };
    const options = target('https://127.0.0.1:1', { exec });
    expect((await deploy(options)).stderr).toContain('hub-1: cannot get credentials: false: exit 1');
    expect((await undeploy(options)).stderr).toContain('Cannot get credentials for hub-1 (context a)');
  });

  it('nobody there: the reason is never empty', async () => {
    const options = target('http://localhost:1');
    expect((await deploy(options)).stderr).toMatch(/does not answer: .*ECONNREFUSED/);
  });

  it('what is no API server', async () => {
    const options = target(await listen(createServer(answers(200, '<html>hello</html>'))));
    expect((await deploy(options)).stderr).toContain(
      'hub-1: cannot look at /version: Malformed: HTML instead',
    );
    expect((await undeploy(options)).stderr).toContain('what is deployed in hub-1: Malformed: HTML instead');
  });

  it.each([
    ['deploy', deploy, 'hub-1: the API server does not answer'],
    ['undeploy', undeploy, 'The API server of hub-1 (context a) does not answer'],
  ])('one that is silent is given up after one wait of 10 s: %s', async (_, command, words) => {
    let connections = 0;
    const options = target(
      await listen(
        createTcpServer((socket) => {
          connections++;
          socket.on('error', () => {});
        }),
      ),
    );
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const result = command(options);
    await vi.waitUntil(() => connections > 0, { timeout: 10_000 });
    await vi.advanceTimersByTimeAsync(10_000);
    const { code, stderr } = await result;
    expect(stderr).toContain(`${words}: no answer within 10000 ms`);
    expect(code).toBe(2);
    expect(connections).toBe(1);
  });
});

describe('medic undeploy', () => {
  it('removes nothing where one of the clusters could not be looked at', async () => {
    const methods: string[] = [];
    const inventory = {
      data: {
        fleet: 'shop',
        objects: JSON.stringify([
          { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'monitoring', name: 'x' },
        ]),
      },
    };
    const open = await listen(
      createServer((request, response) => {
        methods.push(request.method ?? '');
        response.end(JSON.stringify(inventory));
      }),
    );
    const closed = await listen(createServer(answers(401, STATUS)));
    const options = target(open);
    writeFileSync(
      options.file,
      'name: shop\nremoteWrite: { url: "http://receive.example/api/v1/receive" }\nclusters:\n' +
        '  - { name: hub-1, role: hub, context: a }\n  - { name: edge-1, role: edge, context: b }\n',
    );
    const config = {
      clusters: Object.entries({ a: open, b: closed }).map(([name, server]) => ({
        name,
        cluster: { server, 'insecure-skip-tls-verify': true },
      })),
      users: [{ name: 'u', user: {} }],
      contexts: ['a', 'b'].map((name) => ({ name, context: { cluster: name, user: 'u' } })),
    };
    writeFileSync(options.kubeconfig, JSON.stringify(config));
    expect((await undeploy(options)).stderr).toContain('The API server of edge-1 refuses');
    expect(methods).toEqual(['GET']);
  });
});
