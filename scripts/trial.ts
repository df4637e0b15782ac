/**
 * `npm run trial -- [--name LAB] [--controls | --pairs] [NAME …]`: makes each drill on a running lab with kubectl,
 * waits until its effect should be visible, diagnoses once, takes it back, and waits until the lab is healthy again.
 * Prints a table; the expected answers stand in `src/drill/` (`faults/`, `pairs.ts`, and `controls/`, of which none has
 * a cause), written before the run. Without names and options: faults.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ModeId } from '../src/catalogue/ids.generated.ts';
import { VERSION } from '../src/cli/version.ts';
import type { Cause, Diagnosis, Verdict } from '../src/diagnose/diagnosis.ts';
import { answerOf } from '../src/drill/answer.ts';
import { isApart } from '../src/drill/apart.ts';
import { DRILLS, type Drill } from '../src/drill/drills.ts';
import type { Expected, FaultContext } from '../src/drill/fault.ts';
import { diagnoseLab, faultContext, fits } from '../src/drill/lab.ts';
import { expectedCause, type Score, score } from '../src/drill/score.ts';
import { MedicError } from '../src/errors.ts';
import { openBundle } from '../src/evidence/bundle.ts';
import type { Diagnosed } from '../src/report/diagnosed.ts';
import { diagnosisDocument } from '../src/report/json/document.ts';
import { collectBundle } from '../src/usecases/collect.ts';
import { diagnoseFleet } from '../src/usecases/diagnose.ts';

/** What was killed for want of memory is told for a quarter of an hour. */
const HEALTHY_WITHIN_MS = 1_000_000;
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
    // What nobody should be called for, in the place of faults.
    controls: { type: 'boolean', default: false },
    // Two faults at once, in the place of one.
    pairs: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const unknown = positionals.filter((name) => !DRILLS.some((drill) => drill.name === name));
if (unknown.length > 0) throw new Error(`no such drill: ${unknown.join(', ')}`);
if (values.controls && values.pairs) throw new Error('either --controls or --pairs');
const kind = values.controls ? 'control' : values.pairs ? 'pair' : 'fault';

const context = await faultContext(values.name);
await context.hands.revert();
const isChosen = (drill: Drill) =>
  positionals.length === 0
    ? drill.kind === kind && isApart(drill.name) === values.apart
    : positionals.includes(drill.name);
const chosen = values.revert ? [] : DRILLS.filter((drill) => fits(drill.lab, values.name) && isChosen(drill));
const say = (line: string) => process.stdout.write(`${line}\n`);
await untilHealthy(context);
say(
  '| drill | expected | first cause | probability | right | other confirmed | effect after | diagnosis | healthy after revert |',
);
say('|---|---|---|---|---|---|---|---|---|');
let wrong = 0;
for (const drill of chosen) wrong += (await trial(context, drill)) ? 0 : 1;
say(`\n${chosen.length - wrong} of ${chosen.length} right`);
process.exitCode = wrong === 0 ? 0 : 1;

async function trial(on: FaultContext, drill: Drill): Promise<boolean> {
  const before = await diagnoseLab(on, VERSION);
  const made = await attempt(() => drill.make(on));
  if ('failure' in made) {
    // What it rests on did not come: that says nothing about the diagnosis, and the others can still be made.
    await drill.takeBack(on);
    await untilHealthy(on);
    say(`| ${drill.name} | NOT MADE: ${made.failure} |  |  | NO |  |  |  |  |`);
    return false;
  }
  const diagnosed = values.record
    ? await recorded(on, drill, join(values.record, drill.name))
    : await diagnoseLab(on, VERSION);
  const shownAfter = (await drill.holds(on)) ? made.value : null;
  if (values.dump)
    appendFileSync(
      values.dump,
      `${JSON.stringify({ fault: drill.name, ...diagnosisDocument(diagnosed, 'en') })}\n`,
    );
  await drill.takeBack(on);
  const seconds = await untilHealthy(on);
  // What was told before it was made is no answer to it.
  const isOld = (cause: Cause) =>
    OF_THE_PAST.includes(cause.mode) &&
    before.diagnosis.causes.some(
      ({ mode, component }) => mode === cause.mode && component.name === cause.component.name,
    );
  const causes = diagnosed.diagnosis.causes.filter((cause) => !isOld(cause));
  const { verdict } = diagnosed.diagnosis;
  const causesOf = (expected: readonly Expected[]) => expected.map((one) => expectedCause(one, on));
  const scored = score(causesOf(drill.expected), { causes }, causesOf(drill.also));
  const { falseCauses } = scored;
  const isSaid = says(drill, scored, verdict);
  const cells = [
    drill.name,
    drill.expected.map(({ mode, role }) => `${mode} @ ${role}`).join(' + ') || 'no cause',
    causes[0] ? describe(causes[0]) : `none (${verdict})`,
    causes[0]?.probability.toFixed(3) ?? '–',
    isSaid ? 'yes' : 'NO',
    falseCauses.map(describe).join(', ') || '–',
    shownAfter === null ? 'NOT' : `${shownAfter} s`,
    `${Math.round(diagnosed.durationMs)} ms`,
    seconds === null ? 'NOT' : `${seconds} s`,
  ];
  say(`| ${cells.join(' | ')} |`);
  return shownAfter !== null && isSaid && falseCauses.length === 0 && seconds !== null;
}

/** Whether the answer has what it must have: the first cause; of two, both; of a control, none, in honest words. */
function says(drill: Drill, { isFirst, found, falseCauses }: Score, verdict: Verdict): boolean {
  if (drill.kind === 'control') return falseCauses.length === 0 && drill.verdicts.includes(verdict);
  return isFirst && (drill.kind === 'fault' || found === drill.expected.length);
}

async function attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { failure: string }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof MedicError) return { failure: String(error.params.detail ?? error.message) };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Into a folder as those of `examples/incidents/` are. */
async function recorded(on: FaultContext, drill: Drill, dir: string): Promise<Diagnosed> {
  mkdirSync(dir, { recursive: true });
  const answer = answerOf(on, drill, { heldOut: isApart(drill.name), madeBy: VERSION });
  writeFileSync(join(dir, 'expected.json'), `${JSON.stringify(answer, null, 2)}\n`);
  const bundle = join(dir, 'bundle.gz');
  await collectBundle({ kubeconfig: on.lab.kubeconfig }, bundle, VERSION);
  return diagnoseFleet(await openBundle(bundle), { engine: VERSION });
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
