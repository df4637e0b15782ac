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
  what: string;
  /** Milliseconds. */
  wall: number[];
  /** Requests that the API server answered, less what the cluster itself asks in that time. */
  requests: number[];
  /** What it said of the cluster, in one line. */
  answer: string;
}

/** One program that takes its turn in each round. */
interface Turn extends Program {
  what: string;
  /** Exit codes with which it has done its work. */
  codes: readonly number[];
  /** More arguments with which its answer can be read, and how. */
  asked: readonly string[];
  read: (stdout: string) => string;
}

/** Measures ours and the peer's, one after the other in each round; ours is the first. What warms up is not counted. */
export async function sideBySide(
  lab: Pick<FaultContext, 'lab' | 'names' | 'kubectl' | 'hub'>,
  options: { medic: string; scratch: string; runs: number; signal: AbortSignal },
): Promise<Side[]> {
  const { signal, runs } = options;
  const count = () => requestsSoFar(lab.kubectl, lab.hub);
  const turns = [diagnosis(lab, options.medic), ...(await bundles(lab, options.scratch))];
  const sides: (Pick<Side, 'what' | 'answer'> & { taken: Taken[] })[] = [];
  for (const turn of turns) {
    const { stdout } = await runOnce({ ...turn, args: [...turn.args, ...turn.asked] }, { ...turn, signal });
    sides.push({ what: turn.what, answer: turn.read(stdout), taken: [] });
  }
  const idle: Taken[] = [];
  let [since, before] = [performance.now(), await count()];
  const took = async (ms: number): Promise<Taken> => {
    const [now, after] = [performance.now(), await count()];
    const taken = { ms, window: now - since, requests: after - before - OWN_REQUESTS };
    [since, before] = [now, after];
    return taken;
  };
  for (let run = 0; run < runs; run++) {
    for (const [index, turn] of turns.entries()) {
      const { ms } = await runOnce(turn, { ...turn, signal });
      sides[index]?.taken.push(await took(ms));
    }
    await sleep(IDLE_MS, undefined, { signal });
    idle.push(await took(IDLE_MS));
  }
  const perMs = sum(idle.map(({ requests }) => requests)) / sum(idle.map(({ window }) => window));
  return sides.map(({ what, answer, taken }) => ({
    ...{ what, answer },
    wall: taken.map(({ ms }) => ms),
    requests: taken.map(({ window, requests }) => Math.max(0, requests - perMs * window)),
  }));
}

interface Taken {
  /** What was measured, and from one count of the requests to the next, in milliseconds. */
  ms: number;
  window: number;
  requests: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function diagnosis({ lab, hub }: Pick<FaultContext, 'lab' | 'hub'>, medic: string): Turn {
  return {
    ...{
      what: 'medic diagnose',
      file: medic,
      codes: [0, 1, 3],
      asked: ['--output', 'json'],
      read: ourAnswer,
    },
    args: ['diagnose', '--kubeconfig', lab.kubeconfig, '--contexts', hub],
  };
}

/** As people run it, and without its redaction, which is the most of its work; ours redacts all that it reads. */
async function bundles(
  { lab, names, hub }: Pick<FaultContext, 'lab' | 'names' | 'hub'>,
  scratch: string,
): Promise<Turn[]> {
  const silent = { step: () => {}, detail: () => {}, done: () => {} };
  const folder = await buildModule(TROUBLESHOOT, cacheDir(), silent);
  const spec = join(scratch, 'support-bundle.yaml');
  writeFileSync(spec, JSON.stringify(supportBundle([...new Set(Object.values(names.namespaces))])));
  const args = [
    ...[`--kubeconfig=${lab.kubeconfig}`, `--context=${hub}`],
    ...['--interactive=false', '--auto-update=false', '-o', join(scratch, 'support-bundle'), spec],
  ];
  return [[], ['--redact=false']].map((more) => ({
    what: ['support-bundle', ...more].join(' '),
    ...{ file: join(folder, 'support-bundle'), args: [...args, ...more], cwd: scratch },
    ...{ codes: [0], asked: [], read: peersAnswer },
  }));
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
