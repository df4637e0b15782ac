import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Change, metricValuesOf } from '../catalogue/changed.testing.ts';
import { openBundle } from '../evidence/bundle.ts';
import type { Answer, EvidenceRequest, Transport } from '../evidence/transport.ts';
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

/** What is asked for of the Agent of a recording, some of whose answers say something else. */
async function askedOfAgent(name: string, agent: string, change: Change): Promise<string[]> {
  const transport = await bundle(name);
  const paths: string[] = [];
  const send = async (request: EvidenceRequest): Promise<Answer> => {
    if (`${request.cluster} ${request.path}`.includes(agent)) paths.push(request.path);
    const answer = await transport.send(request);
    return answer.ok ? { ...answer, body: change(request, answer.body) } : answer;
  };
  await collect({ ...transport, send });
  return paths;
}

describe('the log of an Agent whose way is free', () => {
  const AGENT = 'pods/mudalvok-merram-0';
  const reloaded = (secondsAgo: number) =>
    metricValuesOf(/nornorwen-merxi .*mudalvok-merram-0:17876/, {
      prometheus_config_last_reload_success_timestamp_seconds:
        Date.parse('2026-11-22T02:46:53Z') / 1000 - secondsAgo,
    });
  const asksForLog = async (change: Change) => {
    const paths = await askedOfAgent(
      'agent-backlog-lost',
      `nornorwen-merxi /api/v1/namespaces/pihapi/${AGENT}`,
      change,
    );
    return paths.some((path) => path.includes('/log?'));
  };

  it('is asked for after it took a new configuration: what its queues held may be lost', async () => {
    expect(await asksForLog(reloaded(120))).toBe(true);
  });

  it('is not asked for where nothing changed lately', async () => {
    expect(await asksForLog(reloaded(7200))).toBe(false);
  });
});

describe('how many series are new with each scrape', () => {
  const asksForAdded = async (series: number) => {
    const paths = await askedOfAgent(
      'agent-cardinality-high',
      'query?',
      metricValuesOf(/nornorwen-merxi /, { prometheus_agent_active_series: series }),
    );
    return paths.some((path) => path.includes('scrape_series_added'));
  };

  it('is asked for where a writer holds far more than it takes in', async () => {
    expect(await asksForAdded(46_000)).toBe(true);
  });

  it('is not asked for where it holds what it takes in', async () => {
    expect(await asksForAdded(12_000)).toBe(false);
  });
});
