import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probePath, readProbe } from '../evidence/probe.ts';
import { cgroupsOf } from '../lab/cgroups.ts';
import { down } from '../lab/down.ts';
import type { ClusterLayout } from '../lab/layout.ts';
import { image } from '../lab/pipeline/image.ts';
import { kill, runningProcesses } from '../lab/processes.ts';
import type { Progress } from '../lab/progress.ts';
import { tryRun } from '../lab/shell.ts';
import { up } from '../lab/up.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { openTransport } from '../usecases/open.ts';
import type { FaultContext } from './fault.ts';
import { diagnoseLab, faultContext, make, takeBack } from './lab.ts';
import { FAULTS } from './registry.generated.ts';
import { expectedCause, score } from './score.ts';

/** Its own lab beside a developer's, with names that nobody has seen: printed, so that a run can be repeated. */
const INSTANCE = 'check';
const SEED = Number(process.env.MEDIC_LAB_SEED ?? Math.floor(Math.random() * 1_000_000));
const ROOT = join(import.meta.dirname, '..', '..');

const progress: Progress = {
  step: (key, params) => process.stdout.write(`  ${key} ${JSON.stringify(params ?? {})}\n`),
  detail: () => {},
  done: () => {},
};

let context: FaultContext;

beforeAll(async () => {
  process.stdout.write(`lab ${INSTANCE}, seed ${SEED}\n`);
  await down(INSTANCE, progress);
  try {
    await up({ instance: INSTANCE, edges: 1, seed: SEED }, progress);
  } catch (error) {
    // The bring-up alone is tried twice; no assertion ever is.
    process.stdout.write(`  the first bring-up failed: ${error instanceof Error ? error.message : error}\n`);
    await up({ instance: INSTANCE, edges: 1, seed: SEED }, progress);
  }
  context = await faultContext(INSTANCE);
  await untilHealthy(180_000);
});

afterAll(() => down(INSTANCE, progress));

/** Waits for a state of the lab; the assertion comes after. */
async function untilHealthy(withinMs: number): Promise<string> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { verdict } = (await diagnoseLab(context, 'test')).diagnosis;
    if (verdict === 'healthy' || Date.now() > deadline) return verdict;
    await sleep(2000);
  }
}

function pids(cluster: ClusterLayout): Record<string, number> {
  return Object.fromEntries(runningProcesses(cluster).map(({ name, pid }) => [name, pid]));
}

describe('a healthy lab', () => {
  it('has no cause, and every required look succeeded', async () => {
    const { diagnosis } = await diagnoseLab(context, 'test');
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.unexplained).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
    expect(diagnosis.impact.map(({ status }) => status)).toEqual(['fresh', 'fresh']);
  });

  it('the command says so with exit code 0', async () => {
    const args = ['diagnose', '--kubeconfig', context.lab.kubeconfig];
    const stdout = await new Promise<string>((resolve, reject) => {
      execFile(join(ROOT, 'medic'), args, (error, out) => (error ? reject(error) : resolve(out)));
    });
    expect(stdout).toMatch(/^HEALTHY/);
  });

  it('what is discovered of it differs in nothing from what runs', async () => {
    const path = join(context.lab.stateDir, 'discovered.yaml');
    const medic = (...args: string[]) =>
      new Promise<string>((resolve, reject) => {
        const all = [...args, '--kubeconfig', context.lab.kubeconfig];
        execFile(join(ROOT, 'medic'), all, (error, out) => (error ? reject(error) : resolve(out)));
      });
    await medic('discover', '-o', path, '--force');
    expect(readFileSync(path, 'utf8')).toContain('deployedBy: other');
    expect(await medic('diff', '-f', path)).toMatch(/what runs is what it says/);
  });

  it('up again changes nothing', async () => {
    const before = context.lab.clusters.map(pids);
    await up({ instance: INSTANCE }, progress);
    expect(context.lab.clusters.map(pids)).toEqual(before);
  });

  it('up mends a half-dead lab', async () => {
    const edge = context.lab.clusters[1] as ClusterLayout;
    const before = pids(edge);
    for (const name of ['kube-apiserver', 'kubelet']) kill(before[name] ?? 0);
    await up({ instance: INSTANCE }, progress);
    const after = pids(edge);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(after.kubelet).not.toBe(before.kubelet);
    expect(after.etcd).toBe(before.etcd);
    expect(await untilHealthy(120_000)).toBe('healthy');
  });
});

describe('faults made with kubectl', () => {
  const names = [
    'receive-scaled-to-zero',
    'receive-service-missing',
    'dns-down',
    'agent-url-wrong-path',
    'agent-config-invalid',
  ];
  it.each(names)('%s is named first, alone, and is gone after the revert', async (name) => {
    const fault = FAULTS.find((candidate) => candidate.name === name);
    if (!fault) throw new Error(`no such fault: ${name}`);
    expect(await make(context, fault)).not.toBeNull();
    const { diagnosis } = await diagnoseLab(context, 'test');
    await takeBack(context, fault);
    const { isFirst, found, falseCauses } = score([expectedCause(fault.expected, context)], diagnosis);
    expect(
      isFirst,
      JSON.stringify(diagnosis.causes.map(({ mode, component }) => [mode, component.name])),
    ).toBe(true);
    expect(found).toBe(1);
    expect(falseCauses).toEqual([]);
    expect(await untilHealthy(240_000)).toBe('healthy');
  });
});

describe('a probe', () => {
  it('tells what is open, refuses, or has no name, from where it stands, and leaves nothing behind', async () => {
    const { lab, names, kubectl, edge } = context;
    const namespace = names.namespaces.agent;
    const port = names.ports.application;
    const host = `${names.workloads.application}.${names.namespaces.application}.svc.cluster.local`;
    const ends = [
      { host, port },
      { host: '127.0.0.1', port: 9 },
      { host: 'no-such-name.fleetmedic.invalid', port: 80 },
    ];
    const node = lab.clusters.at(-1)?.nodeName ?? '';
    const probeImage = image(names, 'toolbox');
    const { transport } = await openTransport({ kubeconfig: lab.kubeconfig, probeImage });
    try {
      const path = probePath({ namespace, node }, ends);
      const answer = await transport.send({
        ...{ cluster: edge, path, format: 'text', maxBytes: 65_536, timeoutMs: 10_000 },
      });
      const found = readProbe(answer.ok ? answer.body : null);
      expect(found?.map(({ name, connection }) => `${name} ${connection}`)).toEqual([
        'found open',
        'found refused',
        'unknown null',
      ]);
    } finally {
      transport.close();
    }
    expect((await kubectl(edge, ['get', 'jobs', '-n', namespace, '-o', 'name'])).trim()).toBe('');
  });
});

describe('rights that are missing', () => {
  /** Kubeconfig of a service account with these rules; expired or unknown tokens are simply other texts. */
  async function kubeconfigFor(rules: object[], token?: string): Promise<string> {
    const { kubectl, hub } = context;
    const objects = [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'reader', namespace: 'default' } },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'reader' },
        rules,
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'reader' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' },
        subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'default' }],
      },
    ];
    await kubectl(
      hub,
      ['apply', '--server-side', '--force-conflicts', '-f', '-'],
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    );
    const real = (await kubectl(hub, ['create', 'token', 'reader', '-n', 'default'])).trim();
    const config = JSON.parse(readFileSync(context.lab.kubeconfig, 'utf8')) as {
      users: { name: string; user: object }[];
    };
    const own = config.users.find(({ name }) => name === `${hub}-admin`);
    if (own) own.user = { token: token ?? real };
    const path = join(mkdtempSync(join(tmpdir(), 'medic-lab-')), 'kubeconfig');
    writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
    return path;
  }

  async function diagnoseWith(kubeconfig: string) {
    const { transport } = await openTransport({ kubeconfig });
    try {
      return (await diagnoseFleet(transport, { engine: 'test' })).diagnosis;
    } finally {
      transport.close();
      rmSync(join(kubeconfig, '..'), { recursive: true });
    }
  }

  it('without pods/proxy the metrics are blind, and health is not claimed', async () => {
    const read = { verbs: ['get', 'list'], apiGroups: ['', 'apps', 'discovery.k8s.io', 'networking.k8s.io'] };
    const resources = [
      'pods',
      'services',
      'events',
      'nodes',
      'persistentvolumeclaims',
      'configmaps',
      'deployments',
      'statefulsets',
      'daemonsets',
      'endpointslices',
      'ingresses',
    ];
    const diagnosis = await diagnoseWith(await kubeconfigFor([{ ...read, resources }]));
    expect(diagnosis.verdict).toBe('unknown');
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
    const blind = diagnosis.blindSpots.filter(({ why }) => why === 'forbidden').map(({ what }) => what);
    expect(blind).toEqual(expect.arrayContaining(['metrics', 'stores', 'sampleAges']));
  });

  it('with no rights at all everything is blind', async () => {
    const diagnosis = await diagnoseWith(await kubeconfigFor([]));
    expect(diagnosis.verdict).toBe('unknown');
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(diagnosis.blindSpots.map(({ what, why }) => `${what} ${why}`)).toContain('pods forbidden');
  });

  it('a token that is not accepted is named as such', async () => {
    const diagnosis = await diagnoseWith(await kubeconfigFor([], 'not-a-token'));
    expect(diagnosis.verdict).toBe('unknown');
    expect(diagnosis.blindSpots.some(({ why }) => why === 'unauthorized')).toBe(true);
  });
});

describe('down', () => {
  /** Everything on this machine that carries the lab's name. */
  async function leftovers(): Promise<string[]> {
    const netns = (await tryRun('ip', ['netns', 'list'])) ?? '';
    const links = (await tryRun('ip', ['-o', 'link'])) ?? '';
    const processes = (await tryRun('ps', ['-eo', 'args'])) ?? '';
    const mine = (text: string, sign: string) => text.split('\n').filter((line) => line.includes(sign));
    return [
      ...mine(netns, `fm-${INSTANCE}-`),
      ...mine(links, `fm${context.lab.slot}`),
      ...mine(readFileSync('/proc/self/mountinfo', 'utf8'), context.lab.stateDir),
      ...mine(readFileSync('/proc/self/mountinfo', 'utf8'), `/fleetmedic-lab/${INSTANCE}/`),
      ...mine(processes, context.lab.stateDir),
      ...cgroupsOf(INSTANCE),
      ...(existsSync(context.lab.stateDir) ? readdirSync(context.lab.stateDir) : []),
    ];
  }

  it('leaves nothing behind', async () => {
    expect((await leftovers()).length).toBeGreaterThan(10);
    await down(INSTANCE, progress);
    expect(await leftovers()).toEqual([]);
  });

  it('leaves nothing behind after up was killed in the middle', async () => {
    const child = spawn(join(ROOT, 'medic'), ['lab', 'up', '--name', INSTANCE, '--seed', String(SEED)], {
      stdio: 'ignore',
    });
    await sleep(12_000);
    child.kill('SIGKILL');
    expect((await leftovers()).length).toBeGreaterThan(0);
    await down(INSTANCE, progress);
    expect(await leftovers()).toEqual([]);
  });
});
