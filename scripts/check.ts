/**
 * `./check [--no-lab]`: types, lint, dead code, generated files, unit and replay tests, the built command, lab
 * tests. Says what it skipped and why. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules', '.bin');
/** The tools are scripts for this Node, not for the machine's older one. */
const ENV = {
  ...process.env,
  PATH: [dirname(process.execPath), BIN, process.env.PATH].join(delimiter),
  NO_COLOR: '1',
  LANG: 'C.UTF-8',
};

let passed = 0;
let failed = 0;
const skipped: string[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { cwd: ROOT, env: ENV, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** One step that passes or fails as a whole. */
async function step(name: string, command: string, args: readonly string[]): Promise<void> {
  const started = Date.now();
  const code = await run(command, args);
  if (code === 0) passed += 1;
  else failed += 1;
  say(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

interface TestResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
}

/** A project of tests: every test counts. A run that ends without results counts as one failure. */
async function tests(project: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'medic-check-'));
  const file = join(dir, 'results.json');
  const started = Date.now();
  await run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as TestResults;
    passed += results.numPassedTests;
    failed += results.numFailedTests;
    // A file that cannot be loaded fails without a failed test.
    if (!results.success && results.numFailedTests === 0) failed += 1;
    if (results.numPendingTests > 0)
      skipped.push(`${results.numPendingTests} tests of ${project} that say so themselves`);
    say(
      `${results.success ? 'ok' : 'FAILED'}  tests: ${project}  ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  } catch {
    failed += 1;
    say(`FAILED  tests: ${project}: no results`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Why the lab tests cannot run here; `null` if they can. */
function whyNoLab(): string | null {
  if (process.argv.includes('--no-lab')) return '--no-lab';
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  return null;
}

await step('types', 'tsc', ['-p', '.']);
await step('lint', 'biome', ['ci', '--error-on-warnings', '.']);
await step('dead code', 'knip', []);
await step('generated files', process.execPath, ['scripts/generate.ts', '--check']);
await step('build', process.execPath, ['scripts/build.ts']);
await tests('unit');
await step('medic --version', './medic', ['--version']);
await step('medic demo', './medic', ['demo', '--no-pause']);
const noLab = whyNoLab();
if (noLab === null) await tests('lab');
else skipped.push(`lab tests (${noLab})`);

for (const what of skipped) say(`skipped: ${what}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
