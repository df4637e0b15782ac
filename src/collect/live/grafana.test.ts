import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { recording } from '../../evidence/bundle.ts';
import { grafanaPath } from '../../evidence/grafana.ts';
import { redactor } from '../../evidence/redact.ts';
import type { Transport } from '../../evidence/transport.ts';
import { type GrafanaWay, grafanaTransport } from './grafana.ts';

const TOKEN = 'fine-Token_of.the~house';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Asks one path of Grafana; `passed` has what was left to the transport of the API servers. */
async function ask(way: GrafanaWay | null, path: string) {
  const passed: string[] = [];
  const inner: Transport = {
    clusters: ['hub'],
    now: () => new Date(0),
    close: () => {},
    send: async (request) => {
      passed.push(request.path);
      return { ok: true, body: null, truncated: false, at: '', durationMs: 0 };
    },
  };
  const ways = new Map(way ? [['hub', way]] : []);
  const recorder = recording(grafanaTransport(inner, ways, redactor('key')));
  const request = { cluster: 'hub', path, format: 'json' as const, maxBytes: 2000, timeoutMs: 2000 };
  return { answer: await recorder.send(request), passed, recorded: JSON.stringify(recorder.recorded()) };
}

const token = async () => `${TOKEN}\n`;
const SEARCH = grafanaPath('/api/search?type=dash-db');

describe('asking Grafana', () => {
  it('carries the token to its address, under its path, and to nobody else', async () => {
    const seen: unknown[] = [];
    const url = await serve(({ url: path, method, headers }, response) => {
      seen.push([method, path, headers.authorization]);
      response.end('[]');
    });
    const { answer, passed } = await ask({ url: `${url}/grafana/`, token }, SEARCH);
    expect(answer).toMatchObject({ ok: true, body: [] });
    expect(seen).toEqual([['GET', '/grafana/api/search?type=dash-db', `Bearer ${TOKEN}`]]);
    expect(passed).toEqual([]);
  });

  it('leaves all else to the API servers, without a token', async () => {
    const { passed } = await ask({ url: 'http://127.0.0.1:1', token }, '/api/v1/pods');
    expect(passed).toEqual(['/api/v1/pods']);
  });

  it.each([200, 400, 500])(
    'keeps the token out of answers, errors and recordings: HTTP %i',
    async (status) => {
      const url = await serve(({ headers }, response) => {
        response.writeHead(status);
        response.end(JSON.stringify({ message: `you said ${headers.authorization}`, [TOKEN]: [TOKEN] }));
      });
      const { answer, recorded } = await ask({ url, token }, SEARCH);
      expect(answer.ok).toBe(status === 200);
      expect(recorded).toContain('redacted');
      expect(recorded).not.toContain(TOKEN);
    },
  );

  it('follows no redirect', async () => {
    const seen: string[] = [];
    const other = await serve((_, response) => {
      seen.push('elsewhere');
      response.end('[]');
    });
    const url = await serve((_, response) => {
      response.writeHead(302, { location: other });
      response.end();
    });
    const { answer } = await ask({ url, token }, SEARCH);
    expect(answer).toMatchObject({ ok: false, reason: 'rejected' });
    expect(seen).toEqual([]);
  });

  it('is blind without a way, a token, or a Grafana that answers, and says why', async () => {
    const url = 'http://127.0.0.1:1';
    const refused = await ask({ url, token }, SEARCH);
    expect(refused.answer).toMatchObject({ ok: false, reason: 'refused' });
    const unset = async () => {
      throw new Error('the variable X is not set');
    };
    const without = await ask({ url, token: unset }, SEARCH);
    expect(without.answer).toMatchObject({ reason: 'credentials', detail: 'the variable X is not set' });
    const strange = await ask({ url, token: async () => 'a\r\nX-Other: b' }, SEARCH);
    expect(strange.answer).toMatchObject({ ok: false, reason: 'credentials' });
    expect(strange.recorded).not.toContain('X-Other');
    const none = await ask(null, SEARCH);
    expect(none.answer).toMatchObject({ ok: false, reason: 'credentials' });
    expect(none.passed).toEqual([]);
  });

  it('gives up an answer that is too large', async () => {
    const url = await serve((_, response) => response.end(JSON.stringify('x'.repeat(5000))));
    const { answer } = await ask({ url, token }, SEARCH);
    expect(answer).toMatchObject({ ok: false, reason: 'too-large' });
  });
});
