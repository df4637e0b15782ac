/**
 * `npm run bench [-- --runs N] [--name LAB] [--sick FAULT] [--only PART] [--out FILE]`, with the design's targets beside
 * what was measured: whole-process times of the built command; the live diagnosis of a lab's hub by turns with a
 * troubleshoot.sh bundle of it, and that of all its clusters, each as the lab is and (`--sick`) with one of
 * `src/drill/faults` made in it, which is taken back in any case; the pure part of a diagnosis on large fleets. What
 * cannot be measured here is said, never guessed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fault, FaultContext } from '../src/drill/fault.ts';
import { faultContext, fits, make, takeBack } from '../src/drill/lab.ts';
import { FAULTS } from '../src/drill/registry.generated.ts';
import type { LabLayout } from '../src/lab/layout.ts';
import { layoutOf, readState } from '../src/lab/state.ts';
import { examplePath } from '../src/usecases/examples.ts';
import { measureFleets } from './bench-fleets.ts';
import { type Side, sideBySide } from './bench-peer.ts';
import { quantile, runOnce, spread } from './bench-processes.ts';

const ROOT = join(import.meta.dirname, '..');
const MEDIC = join(ROOT, 'medic');
/** Evidence of a thousand clusters takes longer to make than to diagnose. */
const MOST_FLEET_RUNS = 5;
const PARTS = ['commands', 'peer', 'live', 'fleets'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '30' },
    name: { type: 'string', default: 'medic' },
    sick: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`--runs ${values.runs}: a number from 1`);
if (values.only && !PARTS.includes(values.only))
  throw new Error(`--only ${values.only}: ${PARTS.join(', ')}`);
const isWanted = (part: string) => values.only === undefined || values.only === part;
const lab = upLab(values.name);
const fault = values.sick === undefined ? null : faultCalled(values.sick);

const SCRATCH = mkdtempSync(join(tmpdir(), 'medic-bench-'));
const stop = new AbortController();
for (const signal of SIGNALS) process.on(signal, () => stop.abort());
const lines: string[] = [];
try {
  spawnSync(MEDIC, ['--version']); // Builds what is stale, so that no run pays for it.
  if (isWanted('commands')) await benchCommands();
  if (isWanted('peer')) await benchPeer();
  if (isWanted('live')) await benchLive();
  if (isWanted('fleets')) await benchFleets();
} catch (error) {
  // A fault that could not be taken back is told also to who has ended it.
  if ((error as Error).name !== 'AbortError') throw error;
  process.exitCode = 130;
} finally {
  rmSync(SCRATCH, { recursive: true });
  if (values.out) writeFileSync(values.out, `${lines.join('\n')}\n`);
}

function say(line: string): void {
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

/** The lab of this name, if it is up. */
function upLab(name: string): LabLayout | null {
  const state = readState(name);
  const layout = state && layoutOf(state).lab;
  return layout && existsSync(layout.kubeconfig) ? layout : null;
}

function faultCalled(name: string): Fault {
  const found = FAULTS.find((one) => one.name === name);
  if (!found) throw new Error(`no such fault: ${name}`);
  if (!lab || !fits(found.lab ?? {}, values.name))
    throw new Error(`${name} cannot be made in lab ${values.name}`);
  return found;
}

interface Row {
  what: string;
  command: readonly string[];
  /** Milliseconds, as in the design. */
  target: string;
}

function rows(): { rows: Row[]; missing: string[] } {
  const missing: string[] = [];
  const found: Row[] = [{ what: 'medic --version', command: ['--version'], target: '≤ 150' }];
  for (const name of ['cluster-03-silent', 'healthy']) {
    const bundle = examplePath('incidents', name, 'bundle.gz');
    if (existsSync(bundle)) {
      found.push({
        what: `diagnose --bundle ${name}`,
        command: ['diagnose', '--bundle', bundle],
        target: '≤ 500 (p95, four clusters)',
      });
    } else missing.push(`recording ${name}`);
  }
  found.push({
    what: 'render, 100 clusters',
    command: ['render', '-f', fleetOfHundred(), '-o', join(SCRATCH, 'rendered')],
    target: '≤ 2000',
  });
  if (lab) {
    const one = ['diagnose', '--kubeconfig', lab.kubeconfig, '--contexts', lab.clusters[0]?.name ?? ''];
    found.push({ what: 'diagnose, live, 1 cluster', command: one, target: '≤ 1200 (p95)' });
    const all = ['diagnose', '--kubeconfig', lab.kubeconfig];
    found.push({
      what: `diagnose, live, ${lab.clusters.length} clusters`,
      command: all,
      target: '≤ 2000 (p95, four clusters)',
    });
  } else missing.push(`live diagnosis: no lab called ${values.name} is up (medic lab up)`);
  return { rows: found, missing };
}

/** A fleet of a hundred clusters in production's profile. */
function fleetOfHundred(): string {
  const clusters = Array.from({ length: 100 }, (_, index) => ({
    name: `cluster-${index}`,
    role: index === 0 ? 'hub' : 'edge',
  }));
  const ingress = { controller: 'ingress-nginx', receiveHost: 'receive.example' };
  const path = join(SCRATCH, 'fleet.yaml');
  writeFileSync(path, JSON.stringify({ name: 'bench', profile: 'production', clusters, ingress }));
  return path;
}

async function benchCommands(): Promise<void> {
  const { rows: list, missing } = rows();
  say(
    `${runs} runs each, milliseconds, whole process; Node ${process.versions.node}, ${process.platform}\n\n` +
      '| what | min | median | p95 | max | target |\n|---|---|---|---|---|---|',
  );
  for (const { what, command, target } of list) {
    // What was found is an answer; what is wrong with the command is none.
    const once = () => runOnce({ file: MEDIC, args: command }, { codes: [0, 1, 3], signal: stop.signal });
    await once();
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push((await once()).ms);
    say(`| ${what} | ${spread(times)} | ${target} |`);
  }
  for (const what of missing) say(`\nnot measured: ${what}`);
}

async function benchPeer(): Promise<void> {
  if (!lab) return say(`\nnot measured: side by side: no lab called ${values.name} is up (medic lab up)`);
  const context = await faultContext(values.name);
  const measure = () => sideBySide(context, { medic: MEDIC, scratch: SCRATCH, runs, signal: stop.signal });
  say(
    `\nOne cluster (the hub) side by side with a troubleshoot.sh bundle of it, by turns, ${runs} runs each, milliseconds,\n` +
      'whole process; requests as the API server counts them, less its own; target: p95 no slower than the bundle\n\n' +
      '| lab | what | min | median | p95 | max | ours in times of it, median | p95 | requests, median | answer |\n' +
      '|---|---|---|---|---|---|---|---|---|---|',
  );
  saySides('as it is', await measure());
  await whileSick(context, async (name) => saySides(name, await measure()));
}

/** All clusters of the lab at once; with a fault such as edge-unreachable one of them does not answer. */
async function benchLive(): Promise<void> {
  if (!lab) return say(`\nnot measured: live: no lab called ${values.name} is up (medic lab up)`);
  const command = ['diagnose', '--kubeconfig', lab.kubeconfig];
  const once = () => runOnce({ file: MEDIC, args: command }, { codes: [0, 1, 3], signal: stop.signal });
  const measure = async (state: string) => {
    await once();
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push((await once()).ms);
    say(`| ${state} | ${spread(times)} |`);
  };
  say(
    `\nLive diagnosis of all ${lab.clusters.length} clusters, ${runs} runs, milliseconds, whole process; target: p95 ≤ 2000 for\n` +
      'four clusters, ≤ 8000 where one does not answer at all\n\n| lab | min | median | p95 | max |\n|---|---|---|---|---|',
  );
  await measure('as it is');
  await whileSick(await faultContext(values.name), measure);
}

/** Makes the fault that was asked for, measures while it shows, and takes it back in any case. */
async function whileSick(context: FaultContext, measure: (state: string) => Promise<void>): Promise<void> {
  if (!fault) return say('\nnot measured: a sick lab (--sick FAULT)');
  try {
    await context.hands.revert(); // What a run left that was killed.
    const shownAfter = await make(context, fault, stop.signal);
    if (shownAfter === null) say(`\nnot measured: ${fault.name} did not show in ${fault.visibleAfter} s`);
    else await measure(fault.name);
  } finally {
    await takeBack(context, fault);
  }
}

function saySides(state: string, sides: readonly Side[]): void {
  const [ours] = sides;
  for (const { what, wall, requests, answer } of sides) {
    const times = (share: number) => (quantile(ours?.wall ?? [], share) / quantile(wall, share)).toFixed(2);
    const ratios = wall === ours?.wall ? '– | –' : `${times(0.5)} | ${times(0.95)}`;
    const asked = quantile(requests, 0.5).toFixed(0);
    say(`| ${[state, what, spread(wall), ratios, asked, answer].join(' | ')} |`);
  }
}

async function benchFleets(): Promise<void> {
  const fleetRuns = Math.min(runs, MOST_FLEET_RUNS);
  say(
    `\nPure diagnosis from evidence in memory, ${fleetRuns} runs each, milliseconds; target ≤ 2000 for 1,000 clusters,\n` +
      'at most twelve times as much for ten times as many, and ≤ 1024 MiB; heap: evidence, fleet and diagnosis\n\n' +
      '| what | clusters | causes | median | p95 | CPU, median | CPU, times that of a tenth | heap, MiB |\n' +
      '|---|---|---|---|---|---|---|---|',
  );
  let tenth: number | null = null;
  for await (const { what, clusters, causes, wall, cpu, heap } of measureFleets(fleetRuns)) {
    stop.signal.throwIfAborted();
    const median = quantile(cpu, 0.5);
    const times = tenth === null || clusters === 10 ? '–' : (median / tenth).toFixed(1);
    tenth = median;
    const cells = [quantile(wall, 0.5), quantile(wall, 0.95), median].map((value) => value.toFixed(0));
    const memory = Math.max(...heap).toFixed(0);
    say(`| ${[what, clusters, causes, ...cells, times, memory].join(' | ')} |`);
  }
  const most = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  say(`\nMost that the process held, with what made the evidence: ${most} MiB`);
}
