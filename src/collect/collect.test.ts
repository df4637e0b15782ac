import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openBundle } from '../evidence/bundle.ts';
import type { EvidenceRequest, Transport } from '../evidence/transport.ts';
import { collect } from './collect.ts';

/** Answers all that was asked for, then all that this led to, and so on: the paths of each of these rounds. */
async function roundsOf(transport: Transport): Promise<string[][]> {
  let asked: { path: string; answer: () => void }[] = [];
  const send = async (request: EvidenceRequest) => {
    await new Promise<void>((answer) => asked.push({ path: request.path, answer }));
    return transport.send(request);
  };
  const rounds: string[][] = [];
  const collected = collect({ ...transport, send }).then(() => true);
  while (!(await Promise.race([collected, setImmediate(false)]))) {
    if (asked.length === 0) continue;
    rounds.push(asked.map(({ path }) => path));
    const waiting = asked;
    asked = [];
    for (const { answer } of waiting) answer();
  }
  return rounds;
}

const bundle = (name: string) =>
  openBundle(new URL(`../../examples/incidents/${name}/bundle.gz`, import.meta.url).pathname);

it('asks in four rounds: objects, parts, the ages of samples, logs', async () => {
  const rounds = await roundsOf(await bundle('cluster-03-silent'));
  const signs = ['/api/v1/pods?', '/proxy/metrics', 'timestamp', '/log?'];
  expect(rounds.map((paths, index) => paths.some((path) => path.includes(signs[index] ?? '-')))).toEqual([
    ...[true, true, true, true],
  ]);
});
