/**
 * `npm run trial -- [--name LAB] [FAULT …]`: makes each fault on a running lab with kubectl, waits until its
 * effect should be visible, diagnoses once, takes it back, and waits until the lab is healthy again. Prints a
 * table; the expected answers stand in `src/drill/faults/`, written before the run.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ModeId } from '../src/catalogue/ids.generated.ts';
import { VERSION } from '../src/cli/version.ts';
import type { Cause, Diagnosis } from '../src/diagnose/diagnosis.ts';
import { isApart } from '../src/drill/apart.ts';
import type { Fault, FaultContext } from '../src/drill/fault.ts';
import { diagnoseLab, faultContext, fits, make, takeBack } from '../src/drill/lab.ts';
import { FAULTS } from '../src/drill/registry.generated.ts';
import { expectedCause, score } from '../src/drill/score.ts';
import { openBundle } from '../src/evidence/bundle.ts';
import type { Diagnosed } from '../src/report/diagnosed.ts';
import { diagnosisDocument } from '../src/report/json/document.ts';
import { collectBundle } from '../src/usecases/collect.ts';
import { diagnoseFleet } from '../src/usecases/diagnose.ts';

const HEALTHY_WITHIN_MS = 300_000;
/** What is told of a loss for some time after it: nothing is ill any more. */
const OF_THE_PAST: readonly ModeId[] = ['remote-write/backlog-lost', 'agent/wal-corrupt'];

const { values, positionals } = parseArgs({
  options: {
    name: { type: 'string', default: 'medic' },
    dump: { type: 'string' },
    // Writes what was seen into this folder, and diagnoses that: so it can be looked at again.
    record: { type: 'string' },
    // Takes back what a run left that was killed.
    revert: { type: 'boolean', default: false },
    // Only those that are kept apart; without it, and without names, only the others.
    apart: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const unknown = positionals.filter((name) => !FAULTS.some((fault) => fault.name === name));
if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}`);

const context = await faultContext(values.name);
await context.hands.revert();
const isChosen = (name: string) =>
  positionals.length === 0 ? isApart(name) === values.apart : positionals.includes(name);
const chosen = values.revert
  ? []
  : FAULTS.filter((fault) => fits(fault, values.name) && isChosen(fault.name));
const say = (line: string) => process.stdout.write(`${line}\n`);
await untilHealthy(context);
say(
  '| fault | expected | first cause | probability | right | other confirmed | effect after | diagnosis | healthy after revert |',
);
say('|---|---|---|---|---|---|---|---|---|');
let wrong = 0;
for (const fault of chosen) wrong += (await trial(context, fault)) ? 0 : 1;
say(`\n${chosen.length - wrong} of ${chosen.length} right`);
process.exitCode = wrong === 0 ? 0 : 1;

async function trial(on: FaultContext, fault: Fault): Promise<boolean> {
  const before = await diagnoseLab(on, VERSION);
  const shownAfter = await make(on, fault);
  const diagnosed = values.record
    ? await recorded(on, join(values.record, fault.name))
    : await diagnoseLab(on, VERSION);
  if (values.dump)
    appendFileSync(
      values.dump,
      `${JSON.stringify({ fault: fault.name, ...diagnosisDocument(diagnosed, 'en') })}\n`,
    );
  await takeBack(on, fault);
  const seconds = await untilHealthy(on);
  // What was told before it was made is no answer to it.
  const isOld = (cause: Cause) =>
    OF_THE_PAST.includes(cause.mode) &&
    before.diagnosis.causes.some(
      ({ mode, component }) => mode === cause.mode && component.name === cause.component.name,
    );
  const causes = diagnosed.diagnosis.causes.filter((cause) => !isOld(cause));
  const { isFirst, falseCauses } = score([expectedCause(fault.expected, on)], { causes });
  const isRight = shownAfter !== null && isFirst && falseCauses.length === 0 && seconds !== null;
  const cells = [
    fault.name,
    `${fault.expected.mode} @ ${fault.expected.role}`,
    causes[0] ? describe(causes[0]) : `none (${diagnosed.diagnosis.verdict})`,
    causes[0]?.probability.toFixed(3) ?? '–',
    isFirst ? 'yes' : 'NO',
    falseCauses.map(describe).join(', ') || '–',
    shownAfter === null ? 'NOT' : `${shownAfter} s`,
    `${Math.round(diagnosed.durationMs)} ms`,
    seconds === null ? 'NOT' : `${seconds} s`,
  ];
  say(`| ${cells.join(' | ')} |`);
  return isRight;
}

async function recorded(on: FaultContext, file: string): Promise<Diagnosed> {
  mkdirSync(dirname(file), { recursive: true });
  await collectBundle({ kubeconfig: on.lab.kubeconfig }, `${file}.gz`, VERSION);
  return diagnoseFleet(await openBundle(`${file}.gz`), { engine: VERSION });
}

function describe({ mode, variant, component }: Cause): string {
  return `${mode}${variant ? ` (${variant})` : ''} @ ${component.cluster} ${component.kind}/${component.name}`;
}

/** Whether all that is told is a loss that is over. */
function isPast({ causes, verdict }: Diagnosis): boolean {
  return (
    verdict === 'degraded' && causes.length > 0 && causes.every(({ mode }) => OF_THE_PAST.includes(mode))
  );
}

/** Seconds until the diagnosis finds nothing; `null` if that never came. */
async function untilHealthy(on: FaultContext): Promise<number | null> {
  const started = Date.now();
  while (Date.now() - started < HEALTHY_WITHIN_MS) {
    const { diagnosis } = await diagnoseLab(on, VERSION);
    if (diagnosis.verdict === 'healthy' || isPast(diagnosis))
      return Math.round((Date.now() - started) / 1000);
    await sleep(3000);
  }
  const { diagnosis } = await diagnoseLab(on, VERSION);
  process.stderr.write(
    `still ${diagnosis.verdict}: ${diagnosis.findings
      .filter(({ state }) => state === 'present')
      .map(({ type, evidence }) => `${type} ${evidence[0]?.quote}`)
      .join(
        '; ',
      )} ${diagnosis.blindSpots.map((spot) => `${spot.what} ${spot.object} ${spot.detail}`).join('; ')}\n`,
  );
  return null;
}
