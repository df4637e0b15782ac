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
    expect(reason(await answerOf(zip(`"${'0'.repeat(50_000_000)}"`), { timeoutMs: 15_000 }))).toBe(
      'too-large',
    );
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

  const MIB = 1024 * 1024;

  /** A server that sends 1 GiB to whoever asks; `held` is what it has sent to those who still read. */
  async function flood(headers: Record<string, string> = {}) {
    const chunk = Buffer.alloc(MIB, 'x');
    const state = { held: 0, peak: 0, sent: 0, open: 0, mostOpen: 0 };
    const url = await listen(
      createServer((_, response) => {
        let sent = 0;
        state.open++;
        state.mostOpen = Math.max(state.mostOpen, state.open);
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        const more = (): void => {
          if (sent >= 1024 * MIB || response.destroyed) return;
          sent += MIB;
          state.sent += MIB;
          state.held += MIB;
          state.peak = Math.max(state.peak, state.held);
          if (response.write(chunk)) setImmediate(more);
          else response.once('drain', more);
        };
        response.once('close', () => {
          state.held -= sent;
          state.open--;
        });
        more();
      }),
    );
    return { url, state };
  }
  const LIMIT = 48 * MIB;
  const LARGE = { ...REQUEST, maxBytes: LIMIT, timeoutMs: 15_000 };

  it('ten answers of 1 GiB at once: one is taken in, up to the limit, and the beginnings of the others', async () => {
    const { url, state } = await flood();
    const transport = transportTo(url);
    const answers = await Promise.all(Array.from({ length: 10 }, () => transport.send(LARGE)));
    expect(answers.map(reason)).toEqual(Array(10).fill('too-large'));
    expect(state.mostOpen).toBe(10);
    // Besides what is read: what the two ends' sockets hold, some 7 MiB a connection.
    expect(state.peak).toBeLessThan(LIMIT + 9 * (4 + 8) * MIB);
    expect(state.sent).toBeLessThan(10 * (LIMIT + 8 * MIB));
  });

  it('an answer that says itself that it is too large is not read', async () => {
    const { url, state } = await flood({ 'content-length': String(1024 * MIB) });
    expect(reason(await transportTo(url).send(LARGE))).toBe('too-large');
    expect(state.sent).toBeLessThan(12 * MIB);
  });

  const body = `{"items":["${'ready '.repeat(MIB)}"]}`;

  it('large answers are all given, one after the other', async () => {
    const url = await listen(createServer((_, response) => response.end(body)));
    const transport = transportTo(url);
    const answers = await Promise.all(Array.from({ length: 5 }, () => transport.send(LARGE)));
    expect(answers.map(reason)).toEqual(Array(5).fill('ok'));
  });

  it('a large answer that stops keeps no other from its turn', async () => {
    let first = true;
    const url = await listen(
      createServer((_, response) => {
        if (first) response.write(body.slice(0, 5 * MIB));
        else response.end(body);
        first = false;
      }),
    );
    const transport = transportTo(url);
    const stopped = transport.send({ ...LARGE, timeoutMs: 1000 });
    const other = transport.send(LARGE);
    expect(reason(await stopped)).toBe('timeout');
    expect(reason(await other)).toBe('ok');
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
