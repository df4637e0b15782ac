import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAUSE_ANNOTATION } from '../findings/workload/replicas.ts';
import { labLayout } from '../lab/layout.ts';
import { labNames } from '../lab/pipeline/names.ts';
import type { KubernetesObject } from '../lab/pipeline/objects.ts';
import { CONTROLS } from './controls.generated.ts';
import { controlDrill, DRILLS, drillNamed, pairDrill } from './drills.ts';
import { objectIs } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { handsOf } from './hands.ts';
import { INCIDENTS } from './incidents.ts';
import { PAIRS } from './pairs.ts';
import { FAULTS } from './registry.generated.ts';
import { PAUSED } from './workloads.ts';

// The drills' pauses take no time: the clock is set forward.
vi.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
  },
}));

const CLUSTERS = ['hub', 'edge'];

/** A lab on paper: its API servers have what is put into them, and everything that is asked of them is written down. */
function paperLab(objects: readonly KubernetesObject[] = []) {
  const journal = join(mkdtempSync(join(tmpdir(), 'drills-')), 'journal.jsonl');
  const held = new Map(
    objects.map((object) => [`${object.kind.toLowerCase()} ${object.metadata.name}`, object]),
  );
  const kubectl = async (_: string, [verb = '', kind = '', name = '']: readonly string[], input?: string) => {
    const key = `${kind.toLowerCase()} ${name}`;
    if (verb === 'get') return held.has(key) ? JSON.stringify(held.get(key)) : '';
    if (verb === 'create' || verb === 'replace') {
      const object = JSON.parse(input ?? '') as KubernetesObject;
      held.set(`${object.kind.toLowerCase()} ${object.metadata.name}`, object);
    }
    if (verb === 'delete') held.delete(key);
    return '';
  };
  const names = labNames(7, CLUSTERS.length);
  const spec = { instance: 'paper', slot: 0, stateRoot: '/nowhere', clusterNames: CLUSTERS, hubNodes: 2 };
  const hands = handsOf(kubectl, journal);
  const context: FaultContext = {
    ...{ lab: labLayout(spec), names, kubectl, bin: '/nowhere', hands, hub: 'hub', edge: 'edge' },
  };
  return { context, held, journal };
}

describe('drills', () => {
  it('no two have the same name, and each is found by it', () => {
    const names = DRILLS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const drill of DRILLS) expect(drillNamed(drill.name)).toBe(drill);
    expect(() => drillNamed('no-such-drill')).toThrow('no such drill');
  });

  it('what is recorded is one of them', () => {
    for (const { drill } of INCIDENTS) if (drill !== null) expect(drillNamed(drill).name).toBe(drill);
  });

  it('what is taken back is taken back in one way', async () => {
    const { context, journal } = paperLab();
    await context.hands.create('hub', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x', namespace: 'y' },
    });
    expect(existsSync(journal)).toBe(true);
    await drillNamed('labels-added').takeBack(context);
    expect(existsSync(journal)).toBe(false);
  });
});

describe('controls', () => {
  it('there are as many as the project promises', () => {
    expect(CONTROLS.length).toBeGreaterThanOrEqual(25);
  });

  it.each(CONTROLS)('$name is named as its file, and has no cause', ({ name, visibleAfter, ...control }) => {
    expect(readdirSync(join(import.meta.dirname, 'controls'))).toContain(`${name}.ts`);
    expect(visibleAfter).toBeGreaterThan(0);
    const drill = controlDrill({ name, visibleAfter, ...control });
    expect([drill.expected, drill.also, drill.faults]).toEqual([[], [], []]);
    expect(drill.verdicts).toContain('healthy');
  });

  it.each(readdirSync(join(import.meta.dirname, 'controls')))('%s changes nothing past its hands', (file) => {
    const text = readFileSync(join(import.meta.dirname, 'controls', file), 'utf8');
    const verbs = /kubectl\(\s*\w+,\s*\[\s*'(\w+)'/g;
    // A status that is written by hand goes with the pod that the hands made.
    const own = [...text.matchAll(verbs)].map(([, verb]) => verb).filter((verb) => verb !== 'get');
    expect(own).toEqual(file === 'pod-evicted-left.ts' ? ['patch'] : []);
  });

  const simple = ['job-finished', 'jobs-suspended', 'pods-left-behind', 'neighbour-noisy-log', 'quota-far'];
  it.each([...simple, 'policy-allowing', 'service-unused', 'neighbour-prometheus'])(
    '%s is gone when it is taken back',
    async (name) => {
      const { context, held } = paperLab();
      await CONTROLS.find((control) => control.name === name)?.happens(context);
      expect(held.size).toBeGreaterThan(0);
      await drillNamed(name).takeBack(context);
      expect([...held.keys()]).toEqual([]);
    },
  );

  it('a declared pause is declared as users are told to', async () => {
    expect(PAUSED).toBe(PAUSE_ANNOTATION);
    const { names } = paperLab().context;
    const metadata = { name: names.workloads.compactor, namespace: names.namespaces.pipeline };
    const pod = { metadata: {}, spec: { containers: [{ name: 'c', args: [] }] } };
    const compactor = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata,
      spec: { replicas: 1, template: pod, selector: { matchLabels: {} } },
    };
    const { context, held } = paperLab([compactor]);
    await CONTROLS.find(({ name }) => name === 'compactor-paused')?.happens(context);
    const key = `statefulset ${metadata.name}`;
    expect(held.get(key)).toMatchObject({
      metadata: { annotations: { [PAUSED]: expect.stringMatching(/./) } },
      spec: { replicas: 0 },
    });
  });
});

describe('a control', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('that never shows is none', async () => {
    const { context } = paperLab();
    const drill = controlDrill({
      ...{ name: 'x', visibleAfter: 30, happens: async () => {}, effect: async () => false },
    });
    expect(await drill.make(context)).toBeNull();
    expect(await drill.holds(context)).toBe(false);
  });

  it.each([
    { isMoment: true, atLeast: 10, atMost: 12 },
    { isMoment: false, atLeast: 40, atMost: 90 },
  ])('is looked at when it has lasted, or at once: $isMoment', async ({ isMoment, atLeast, atMost }) => {
    const started = Date.now();
    const seconds = () => (Date.now() - started) / 1000;
    const drill = controlDrill({
      ...{ name: 'x', visibleAfter: 30, happens: async () => {} },
      effect: async () => seconds() >= 10,
      ...(isMoment && { isMoment: true }),
    });
    expect(await drill.make(paperLab().context)).toBe(10);
    expect(seconds()).toBeGreaterThanOrEqual(atLeast);
    expect(seconds()).toBeLessThanOrEqual(atMost);
  });

  it('of which nobody can tell whether it is so does not hold', async () => {
    const drill = controlDrill({
      ...{ name: 'x', visibleAfter: 30, happens: async () => {} },
      effect: async () => {
        throw new Error('no answer');
      },
    });
    expect(await drill.holds(paperLab().context)).toBe(false);
  });
});

describe('pairs', () => {
  it('there are as many as the project promises, and some of which one hides the other', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(25);
    expect(PAIRS.filter(({ hidden }) => hidden).length).toBeGreaterThanOrEqual(8);
  });

  it.each(PAIRS)('$name is of two faults that fit one lab', ({ faults, hidden, name }) => {
    const found = faults.map((one) => FAULTS.find((fault) => fault.name === one));
    expect(found).not.toContain(undefined);
    expect(new Set(faults).size).toBe(2);
    const pipelines = found.flatMap((fault) => fault?.lab?.pipeline ?? []);
    expect(new Set(pipelines).size).toBeLessThanOrEqual(1);
    if (hidden) {
      expect(faults).toContain(hidden.fault);
      expect(hidden.because).toMatch(/\w/);
    }
    const drill = drillNamed(name);
    expect(drill.expected.length + drill.also.length).toBe(2);
    expect(drill.also.length).toBe(hidden ? 1 : 0);
  });

  it('the lab has what either needs', () => {
    expect(drillNamed('target-http-error-and-hub-node-lost').lab).toEqual({ pipeline: 'plain', hubNodes: 2 });
    expect(drillNamed('rules-not-selected-and-ingress-missing').lab).toEqual({ pipeline: 'rendered' });
    expect(drillNamed('agent-protocol-mismatch-behind-edge-firewall-blocked').lab).toEqual({
      pipeline: 'plain',
      isNewer: true,
    });
  });

  it('of a fault that is not there is an error', () => {
    const pair = { name: 'x', faults: ['no-such-fault', 'dns-down'] as const };
    expect(() => pairDrill(pair)).toThrow('no such fault: no-such-fault');
  });
});

it('an effect of an object is asked where the object is', async () => {
  const metadata = { name: 'x', namespace: 'y' };
  const { context } = paperLab([{ apiVersion: 'v1', kind: 'ConfigMap', metadata }]);
  const at = () => ({ cluster: 'hub', kind: 'configmap', name: 'x', namespace: 'y' });
  expect(await objectIs<KubernetesObject>(at, (object) => object.kind === 'ConfigMap')(context)).toBe(true);
});
