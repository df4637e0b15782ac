import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { afterEach, describe, expect, it } from 'vitest';
import { redactor } from '../../evidence/redact.ts';
import type { Answer, EvidenceRequest, Transport } from '../../evidence/transport.ts';
import { liveTransport } from './transport.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function transportTo(server: string, user: object = {}): Transport {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: 'c', server, skipTLSVerify: true }],
    users: [{ name: 'u', ...user }],
    contexts: [{ name: 'c', cluster: 'c', user: 'u' }],
    currentContext: 'c',
  });
  const transport = liveTransport([{ name: 'c', server, config }], redactor('k'));
  closers.push(() => transport.close());
  return transport;
}

const REQUEST: EvidenceRequest = {
  cluster: 'c',
  path: '/x?y=1',
  format: 'json',
  maxBytes: 100_000,
  timeoutMs: 1000,
};

async function answerOf(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
  request: Partial<EvidenceRequest> = {},
): Promise<Answer> {
  return transportTo(await listen(createServer(respond))).send({ ...REQUEST, ...request });
}

const reason = (answer: Answer) => (answer.ok ? 'ok' : answer.reason);

describe('liveTransport', () => {
  it('gives parsed JSON, asks with the path and query, and sends the token', async () => {
    let seen: IncomingMessage | undefined;
    const server = await listen(
      createServer((request, response) => {
        seen = request;
        response.end('{"a":[1]}');
      }),
    );
    const answer = await transportTo(server, { token: 'abc' }).send(REQUEST);
    expect(answer).toMatchObject({ ok: true, body: { a: [1] }, truncated: false });
    expect(seen?.url).toBe('/x?y=1');
    expect(seen?.headers.authorization).toBe('Bearer abc');
  });

  it('unpacks gzip, and counts the bytes after unpacking', async () => {
    const zip = (text: string) => (_: IncomingMessage, response: ServerResponse) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(text));
    };
    expect(await answerOf(zip('{"a":1}'))).toMatchObject({ ok: true, body: { a: 1 } });
    expect(reason(await answerOf(zip(`"${'0'.repeat(50_000_000)}"`)))).toBe('too-large');
  });

  it('redacts before anything else sees the answer', async () => {
    const answer = await answerOf((_, response) => response.end('{"password":"S3cr3tValue"}'));
    expect(JSON.stringify(answer)).not.toContain('S3cr3tValue');
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [422, 'rejected'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('HTTP %i is %s, with the message of the Status object', async (status, expected) => {
    const answer = await answerOf((_, response) => {
      response.statusCode = status;
      response.end('{"kind":"Status","message":"the reason in words"}');
    });
    expect(answer).toMatchObject({
      ok: false,
      reason: expected,
      detail: `HTTP ${status}: the reason in words`,
    });
  });

  it.each([
    ['HTML instead of JSON', '<!DOCTYPE html><html>login</html>', 'json', 'HTML instead of JSON'],
    ['HTML instead of text', '\n<html><body>', 'text', 'HTML instead of text'],
    ['half a JSON', '{"items": [', 'json', 'not JSON'],
    ['nothing', '', 'json', 'not JSON'],
  ] as const)('%s is malformed', async (_, body, format, detail) => {
    const answer = await answerOf((__, response) => response.end(body), { format });
    expect(answer).toMatchObject({ ok: false, reason: 'malformed', detail });
  });

  it('gives an answer of 200 MB up at the limit, without taking it in', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1_000_000, 'x');
    const answer = await answerOf(
      (_, response) => {
        const more = (): void => {
          if (sent >= 200 || response.destroyed) return;
          sent += 1;
          if (response.write(chunk)) setImmediate(more);
          else response.once('drain', more);
        };
        more();
      },
      { timeoutMs: 5000 },
    );
    expect(reason(answer)).toBe('too-large');
    expect(sent).toBeLessThan(100);
  });

  it('cuts a log at its limit and uses it', async () => {
    const answer = await answerOf((_, response) => response.end('line\n'.repeat(100_000)), {
      format: 'text',
      truncate: true,
      maxBytes: 1000,
    });
    expect(answer).toMatchObject({ ok: true, truncated: true });
    expect(answer.ok && String(answer.body).length).toBe(1000);
  });

  it('a log without end is used as far as it came', async () => {
    const answer = await answerOf(
      (_, response) => {
        const timer = setInterval(() => response.write('one more line\n'), 20);
        response.on('close', () => clearInterval(timer));
      },
      { format: 'text', truncate: true, timeoutMs: 300 },
    );
    expect(answer).toMatchObject({ ok: true, truncated: true });
    expect(answer.ok && String(answer.body)).toContain('one more line');
  });

  it('an answer that drips is given up in time', async () => {
    const started = Date.now();
    const answer = await answerOf(
      (_, response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
      { timeoutMs: 300 },
    );
    expect(reason(answer)).toBe('timeout');
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('a server that swallows everything is a timeout', async () => {
    const server = await listen(createTcpServer(() => {}));
    expect(reason(await transportTo(server).send({ ...REQUEST, timeoutMs: 200 }))).toBe('timeout');
  });

  it('a port where nobody listens is refused', async () => {
    expect(reason(await transportTo('http://127.0.0.1:1').send(REQUEST))).toBe('refused');
  });

  it('a connection that is cut is unreachable', async () => {
    const server = await listen(createTcpServer((socket) => socket.destroy()));
    expect(reason(await transportTo(server).send(REQUEST))).toBe('unreachable');
  });

  it('something that speaks no HTTP is malformed', async () => {
    const server = await listen(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')));
    expect(reason(await transportTo(server).send(REQUEST))).toBe('malformed');
  });

  it('broken gzip is malformed', async () => {
    const answer = await answerOf((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('not gzip at all');
    });
    expect(reason(answer)).toBe('malformed');
  });

  it('a credential plugin that fails is a blind spot with its words', async () => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'false',
      interactiveMode: 'Never',
    };
    const answer = await transportTo('http://127.0.0.1:1', { exec }).send(REQUEST);
    expect(reason(answer)).toBe('credentials');
  });

  it('a credential plugin that never ends is given up', async () => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'sleep',
      args: ['60'],
      interactiveMode: 'Never',
    };
    const started = Date.now();
    const answer = await transportTo('http://127.0.0.1:1', { exec }).send(REQUEST);
    expect(reason(answer)).toBe('credentials');
    expect(Date.now() - started).toBeLessThan(7000);
  });

  it('a cluster that is not known is a blind spot', async () => {
    expect(reason(await transportTo('http://127.0.0.1:1').send({ ...REQUEST, cluster: 'other' }))).toBe(
      'credentials',
    );
  });
});
