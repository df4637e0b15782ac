import { describe, expect, it } from 'vitest';
import { openBundle } from '../evidence/bundle.ts';
import type { Component, Fleet } from '../fleet/fleet.ts';
import { componentRef, subjectKey } from '../fleet/subjects.ts';
import { htmlReport } from '../report/html/page.ts';
import { topologyOf } from '../report/html/topology.ts';
import { junitReport } from '../report/junit.ts';
import { markdownReport } from '../report/markdown.ts';
import { statusText } from '../report/status/report.ts';
import { watchText } from '../report/text/watch.ts';
import { fleetStatus } from '../usecases/status.ts';
import { recording, replay, replayChanged } from './recordings.ts';

const PLAIN = {
  ...{ bold: (text: string) => text, dim: (text: string) => text, good: (text: string) => text },
  ...{ bad: (text: string) => text, warn: (text: string) => text },
};
const HOSTILE =
  '<script>alert(1)</script><img src=x onerror=alert(1)> `rm` | [a](javascript:b) \u001b[2J \u202e \u001b]0;title\u0007 a\u200bb';

/** Tags that are opened are closed, in order. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', self] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self) continue;
    if (close) {
      if (open.pop() !== name) return false;
    } else open.push(name);
  }
  return open.length === 0;
}

describe('formats of a report', () => {
  const hostile = () =>
    replayChanged('agent-config-invalid', (request, body) =>
      request.path.includes('/log?') && typeof body === 'string'
        ? body.replaceAll(/\n(\S+) .*/g, `\n$1 level=error msg="error loading config ${HOSTILE}"`)
        : body,
    );

  it('HTML lets nothing in and runs nothing', async () => {
    const page = htmlReport(await hostile(), 'en');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|\u001b|\u202e|\u200b|title\u0007/);
    expect(page).not.toMatch(/<[a-z][^>]*\s(src|href|on[a-z]+)=/);
    expect(page).toContain('&#60;script&#62;');
  });

  it('JUnit is XML whatever a log holds', async () => {
    const xml = junitReport(await hostile(), 'en');
    expect(isWellFormed(xml.replace(/^<\?xml.*\n/, ''))).toBe(true);
    expect(xml).not.toMatch(/<script|\u001b|\u202e|\u200b/);
    expect(xml).toContain('failures="1"');
  });

  it('JUnit skips what could not be told instead of passing it', async () => {
    const diagnosed = await replay('healthy', ({ path }) => path.endsWith('/metrics'));
    const xml = junitReport(diagnosed, 'en');
    expect(xml).toMatch(/failures="0" errors="[1-9]\d*" skipped="[1-9]\d*"/);
  });

  it('Markdown takes words of logs for nothing but words', async () => {
    const text = markdownReport(await hostile(), 'en');
    expect(text).not.toMatch(/\u001b|\u202e|\u200b|0;title/);
    const prose = text.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
    expect(prose).not.toMatch(/(?<!\\)<script/);
  });

  it.each(['en', 'ko'] as const)('every format has the cause first in %s', async (language) => {
    const diagnosed = await replay('cluster-03-silent');
    for (const text of [htmlReport(diagnosed, language), markdownReport(diagnosed, language)]) {
      expect(text.indexOf('coredns')).toBeGreaterThan(0);
      expect(text).not.toContain('undefined');
    }
    const watched = watchText(diagnosed, { language, width: 100, style: PLAIN }, 15);
    expect(watched.split('\n')[1]).toContain('coredns');
  });
});

describe('topology', () => {
  it('shows the cause and the way that is broken', async () => {
    const { fleet, diagnosis } = await replay('cluster-03-silent');
    const { boxes, arrows } = topologyOf(fleet, diagnosis);
    expect(boxes.filter(({ state }) => state === 'cause').map(({ label }) => label)).toEqual(['coredns']);
    expect(arrows.filter(({ state }) => state === 'sick').map(({ kind }) => kind)).toContain('remote-write');
  });

  it('has nothing sick on a healthy fleet, and no two boxes on one place', async () => {
    const { fleet, diagnosis } = await replay('healthy');
    const { boxes, arrows } = topologyOf(fleet, diagnosis);
    expect(boxes.length).toBeGreaterThan(5);
    expect([...boxes, ...arrows].filter(({ state }) => state !== 'well')).toEqual([]);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(boxes.length);
  });

  it('draws the sick clusters of a large fleet and counts the others', async () => {
    const { fleet, diagnosis } = await replay('healthy');
    const many: Fleet = { ...fleet, clusters: [...fleet.clusters], components: [...fleet.components] };
    for (let index = 0; index < 100; index++) {
      const name = `more-${index}`;
      const ref = componentRef({
        cluster: name,
        namespace: 'm',
        kind: 'StatefulSet',
        name: 'agent',
        role: 'agent',
      });
      many.clusters.push({ name, identity: name });
      many.components.push({
        ...(fleet.components[0] as Component),
        ref,
        key: subjectKey(ref),
        role: 'agent',
      });
    }
    const { lanes, hidden } = topologyOf(many, diagnosis);
    expect(lanes.length).toBeLessThanOrEqual(8);
    expect(hidden).toBe(many.clusters.length - lanes.length);
  });
});

describe('status', () => {
  const statusOf = async (name: string, language: 'en' | 'ko' = 'en') =>
    fleetStatus(await openBundle(recording(name).bundle), { engine: 'test', language });

  it('has no ✗ and no ? on a healthy fleet', async () => {
    const { round, checklist } = await statusOf('healthy');
    const rows = [...round, ...checklist].flatMap((section) => section.rows);
    expect(rows.filter(({ mark }) => mark === 'bad' || mark === 'blind')).toEqual([]);
    expect(rows.length).toBeGreaterThan(30);
  });

  it('marks the section that is wrong', async () => {
    const { round } = await statusOf('cluster-03-silent');
    const wrong = round.flatMap(({ id, rows }) =>
      rows.flatMap(({ mark, cluster }) => (mark === 'bad' ? `${id} ${cluster}` : [])),
    );
    expect(wrong).toEqual(['remote-write cluster-03', 'metrics cluster-03']);
  });

  it('looks at the endpoints of DNS, too', async () => {
    const { checklist } = await statusOf('cluster-03-silent');
    const rows = checklist.find(({ id }) => id === 'endpoints-of-all')?.rows ?? [];
    const wrong = rows.filter(({ mark }) => mark === 'bad');
    expect(wrong.map(({ cluster, what, words }) => [cluster, what, words])).toEqual([
      ['cluster-03', 'kube-dns', 'no ready endpoint'],
    ]);
    expect(rows.filter(({ cluster }) => cluster === 'cluster-02').map(({ words }) => words)).toEqual([
      '1 of 1 Services have ready endpoints',
    ]);
  });

  it('says what a cluster is that does not answer', async () => {
    const { round } = await statusOf('edge-unreachable');
    expect(round[0]?.rows.filter(({ mark }) => mark === 'bad')).toHaveLength(1);
  });

  it('claims nothing of the samples of a cluster whose label could not be seen', async () => {
    const { round } = await statusOf('edge-unreachable');
    const rows = round.find(({ id }) => id === 'metrics')?.rows ?? [];
    // Of two that answer, of one that does not, and of a label that nobody is known for.
    expect(rows.map(({ mark }) => mark)).toEqual(['good', 'good', 'blind', 'info']);
  });

  it.each(['en', 'ko'] as const)('prints every section in %s', async (language) => {
    const report = await statusOf('healthy', language);
    const text = statusText(report, { language, width: 100, style: PLAIN });
    for (const { title } of [...report.round, ...report.checklist]) expect(text).toContain(title);
  });
});
