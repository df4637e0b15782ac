/**
 * `npm run bench [-- --runs N] [--name LAB]`: whole-process times of the built command, and of the pure part of a
 * diagnosis on large fleets, with the design's targets beside them. What cannot be measured here is said, never guessed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { layoutOf, readState } from '../src/lab/state.ts';
import { examplePath } from '../src/usecases/examples.ts';
import { measureFleets } from './bench-fleets.ts';

const ROOT = join(import.meta.dirname, '..');
const MEDIC = join(ROOT, 'medic');
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, name: { type: 'string', default: 'medic' } },
});
const runs = Number(values.runs);
/** Evidence of a thousand clusters takes longer to make than to diagnose. */
const MOST_FLEET_RUNS = 5;
const SCRATCH = mkdtempSync(join(tmpdir(), 'medic-bench-'));

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
        target: '≤ 500 (four clusters)',
      });
    } else missing.push(`recording ${name}`);
  }
  found.push({
    what: 'render, 100 clusters',
    command: ['render', '-f', fleetOfHundred(), '-o', join(SCRATCH, 'rendered')],
    target: '≤ 2000',
  });
  const state = readState(values.name);
  const lab = state ? layoutOf(state).lab : null;
  if (lab && existsSync(lab.kubeconfig)) {
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

async function time(command: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(MEDIC, command, { stdio: 'ignore' });
  await new Promise((resolve) => child.on('close', resolve));
  return performance.now() - started;
}

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN).toFixed(0);

spawnSync(MEDIC, ['--version']); // Builds what is stale, so that no run pays for it.
const { rows: list, missing } = rows();
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`${runs} runs each, milliseconds, whole process; Node ${process.versions.node}, ${process.platform}\n`);
say('| what | min | median | p95 | max | target |');
say('|---|---|---|---|---|---|');
for (const { what, command, target } of list) {
  await time(command);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await time(command));
  times.sort((a, b) => a - b);
  say(`| ${what} | ${at(times, 0)} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${at(times, 1)} | ${target} |`);
}
for (const what of missing) say(`\nnot measured: ${what}`);

const fleetRuns = Math.min(runs, MOST_FLEET_RUNS);
say(
  `\nPure diagnosis from evidence in memory, ${fleetRuns} runs each, milliseconds; target ≤ 2000 for 1,000 clusters,`,
);
say('and at most twelve times as much for ten times as many\n');
say('| what | clusters | causes | median | p95 | CPU, median | CPU, times that of a tenth |');
say('|---|---|---|---|---|---|---|');
let tenth: number | null = null;
for await (const { what, clusters, causes, wall, cpu } of measureFleets(fleetRuns)) {
  wall.sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  const median = Number(at(cpu, 0.5));
  const times = tenth === null || clusters === 10 ? '–' : (median / tenth).toFixed(1);
  tenth = median;
  say(`| ${what} | ${clusters} | ${causes} | ${at(wall, 0.5)} | ${at(wall, 0.95)} | ${median} | ${times} |`);
}
rmSync(SCRATCH, { recursive: true });
