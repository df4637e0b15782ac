import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { canBeProbed, PROBE_SCRIPT, probePath, probeWords, readProbe, readProbePath } from './probe.ts';

const place = { namespace: 'monitoring', node: 'edge-node' };

it('a path says what was asked for', () => {
  const targets = [
    { host: 'receive.example', port: 19291 },
    { host: '10.0.0.7', port: 443 },
  ];
  expect(readProbePath(probePath(place, targets))).toEqual({ ...place, targets });
});

it.each(['-e', '$(id)', 'a b', 'a;b', 'a\nb', '', `${'a'.repeat(300)}`])(
  'no pod is started with the argument %j',
  (host) => {
    expect(canBeProbed({ host, port: 80 })).toBe(false);
    expect(readProbePath(probePath(place, [{ host, port: 80 }]))).toBeNull();
  },
);

it('a log that the script did not finish tells nothing', () => {
  expect(readProbe('== a 80\nopen\n')).toBeNull();
  expect(readProbe({ not: 'a text' })).toBeNull();
});

/** Lines as busybox 1.36 writes them: networking/nc.c, nslookup.c, libbb/xconnect.c. */
describe.each([
  ['open', '10.0.0.7 80', 'nc \nopen', { name: 'found', connection: 'open' }, ''],
  [
    'refused',
    '10.0.0.7 80',
    "nc nc: can't connect to remote host (10.0.0.7): Connection refused",
    { name: 'found', connection: 'refused' },
    'dial tcp 10.0.0.7:80: connect: connection refused',
  ],
  [
    'dropped',
    'receive.example 80',
    'dns Address: 10.0.0.7\nnc nc: timed out',
    { name: 'found', connection: 'dropped' },
    'dial tcp receive.example:80: i/o timeout',
  ],
  [
    'without a route',
    '10.0.0.7 80',
    "nc nc: can't connect to remote host (10.0.0.7): No route to host",
    { name: 'found', connection: 'unreachable' },
    'dial tcp 10.0.0.7:80: connect: no route to host',
  ],
  [
    'of no name',
    'receive.example 80',
    "dns ** server can't find receive.example: NXDOMAIN\nnc nc: bad address 'receive.example'",
    { name: 'unknown', connection: null },
    'lookup receive.example: no such host',
  ],
  [
    'of a silent DNS',
    'receive.example 80',
    "dns ;; connection timed out; no servers could be reached\nnc nc: bad address 'receive.example'",
    { name: 'silent', connection: null },
    'lookup receive.example: i/o timeout',
  ],
])('an end that is %s', (_, head, lines, outcome, words) => {
  it('is read, and told in the words of a client', () => {
    const [result] = readProbe(`== ${head}\n${lines}\ndone\n`) ?? [];
    expect(result).toMatchObject(outcome);
    expect(result && probeWords(result)).toBe(words);
  });
});

// The lab brings busybox; without it the lab's own test of the probe still tells.
it.skipIf(!existsSync('/bin/busybox'))(
  'the script itself tells an open end from one that refuses',
  async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const free = (closed.address() as { port: number }).port;
    await new Promise((resolve) => closed.close(resolve));
    const args = ['sh', '-c', PROBE_SCRIPT, 'probe', '127.0.0.1', String(port), '127.0.0.1', String(free)];
    const log = await new Promise<string>((resolve, reject) => {
      execFile('busybox', args, (error, out) => (error ? reject(error) : resolve(out)));
    });
    server.close();
    expect(readProbe(log)?.map(({ connection }) => connection)).toEqual(['open', 'refused']);
  },
);
