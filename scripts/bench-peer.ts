/**
 * The live diagnosis of a lab's hub beside a troubleshoot.sh bundle of the same cluster, by turns. The peer's task is
 * what a person would give it for a first look: all resources, the pipeline's logs (as many lines as ours reads), the
 * status of its pods. Requests are counted by the API server that answers them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultContext } from '../src/drill/fault.ts';
import { buildModule } from '../src/lab/install/build.ts';
import { TROUBLESHOOT } from '../src/lab/install/programs.ts';
import type { Kubectl } from '../src/lab/kubectl.ts';
import { cacheDir } from '../src/lab/state.ts';
import { type Program, runOnce } from './bench-processes.ts';

/** As many as the diagnosis asks for of a container. */
const LOG_LINES = 120;
/** How long nothing of ours runs in each round: what the API server is asked then, the cluster asks itself. */
const IDLE_MS = 1500;
/** The page that the count is read from is itself a request, and counts itself after it was written. */
const OWN_REQUESTS = 1;

/** One side's figures, a value a run. */
export interface Side {
  /** Milliseconds. */
  wall: number[];
  /** Requests that the API server answered, less what the cluster itself asks in that time. */
  requests: number[];
  /** What it said of the cluster, in one line. */
  answer: string;
}

/** Measures both sides, one after the other in each round. The first round is not counted. */
export async function sideBySide(
  lab: Pick<FaultContext, 'lab' | 'names' | 'kubectl' | 'hub'>,
  options: { medic: string; scratch: string; runs: number; signal: AbortSignal },
): Promise<{ ours: Side; peers: Side }> {
  const { signal, runs } = options;
  const count = () => requestsSoFar(lab.kubectl, lab.hub);
  const turns = {
    ours: { ...diagnosis(lab, options.medic), codes: [0, 1, 3], taken: [] as Taken[] },
    peers: { ...(await bundle(lab, options.scratch)), codes: [0], taken: [] as Taken[] },
  };
  const idle: Taken[] = [];
  const answers = {
    ours: ourAnswer(
      (
        await runOnce(
          { ...turns.ours, args: [...turns.ours.args, '--output', 'json'] },
          { ...turns.ours, signal },
        )
      ).stdout,
    ),
    peers: peersAnswer((await runOnce(turns.peers, { ...turns.peers, signal })).stdout),
  };
  let before = await count();
  const took = async (ms: number): Promise<Taken> => {
    const after = await count();
    const taken = { ms, requests: after - before - OWN_REQUESTS };
    before = after;
    return taken;
  };
  for (let run = 0; run < runs; run++) {
    for (const turn of [turns.ours, turns.peers]) {
      const { ms } = await runOnce(turn, { ...turn, signal });
      turn.taken.push(await took(ms));
    }
    await sleep(IDLE_MS, undefined, { signal });
    idle.push(await took(IDLE_MS));
  }
  const perMs = sum(idle.map(({ requests }) => requests)) / sum(idle.map(({ ms }) => ms));
  const side = (taken: readonly Taken[], answer: string): Side => ({
    wall: taken.map(({ ms }) => ms),
    requests: taken.map(({ ms, requests }) => Math.max(0, requests - perMs * ms)),
    answer,
  });
  return { ours: side(turns.ours.taken, answers.ours), peers: side(turns.peers.taken, answers.peers) };
}

interface Taken {
  ms: number;
  requests: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function diagnosis({ lab, hub }: Pick<FaultContext, 'lab' | 'hub'>, medic: string): Program {
  return { file: medic, args: ['diagnose', '--kubeconfig', lab.kubeconfig, '--contexts', hub] };
}

async function bundle(
  { lab, names, hub }: Pick<FaultContext, 'lab' | 'names' | 'hub'>,
  scratch: string,
): Promise<Program> {
  const silent = { step: () => {}, detail: () => {}, done: () => {} };
  const folder = await buildModule(TROUBLESHOOT, cacheDir(), silent);
  const spec = join(scratch, 'support-bundle.yaml');
  writeFileSync(spec, JSON.stringify(supportBundle([...new Set(Object.values(names.namespaces))])));
  return {
    file: join(folder, 'support-bundle'),
    args: [
      ...[`--kubeconfig=${lab.kubeconfig}`, `--context=${hub}`],
      ...['--interactive=false', '--auto-update=false', '-o', join(scratch, 'support-bundle'), spec],
    ],
    cwd: scratch,
  };
}

/** The peer's task; YAML is a superset of JSON. */
function supportBundle(namespaces: readonly string[]) {
  const outcomes = [
    { fail: { when: '!= Healthy', message: 'not healthy' } },
    { pass: { message: 'healthy' } },
  ];
  return {
    apiVersion: 'troubleshoot.sh/v1beta2',
    kind: 'SupportBundle',
    metadata: { name: 'bench' },
    spec: {
      collectors: [
        { clusterInfo: {} },
        { clusterResources: {} },
        ...namespaces.map((namespace) => ({
          logs: { name: `logs/${namespace}`, namespace, limits: { maxLines: LOG_LINES } },
        })),
      ],
      analyzers: [{ clusterPodStatuses: { namespaces, outcomes } }],
    },
  };
}

/** All requests that a cluster's API server has answered since it started, by its own metric. */
async function requestsSoFar(kubectl: Kubectl, cluster: string): Promise<number> {
  const page = await kubectl(cluster, ['get', '--raw', '/metrics']);
  const lines = page.split('\n').filter((line) => line.startsWith('apiserver_request_total{'));
  if (lines.length === 0) throw new Error(`the API server of ${cluster} has no apiserver_request_total`);
  return sum(lines.map((line) => Number(line.slice(line.lastIndexOf(' ') + 1))));
}

interface OurAnswer {
  verdict: string;
  causes: { mode: string; confirmed: boolean }[];
}

function ourAnswer(stdout: string): string {
  const { verdict, causes } = JSON.parse(stdout) as OurAnswer;
  const modes = causes.filter(({ confirmed }) => confirmed).map(({ mode }) => mode);
  return modes.length === 0 ? verdict : `${verdict}: ${modes.join(', ')}`;
}

interface PeersAnswer {
  analyzerResults: { severity: string }[] | null;
}

function peersAnswer(stdout: string): string {
  const results = (JSON.parse(stdout) as PeersAnswer).analyzerResults ?? [];
  if (results.length === 0) throw new Error('the support bundle has no analysis');
  const failed = results.filter(({ severity }) => severity === 'error').length;
  return `${failed} of ${results.length} pods not healthy`;
}
