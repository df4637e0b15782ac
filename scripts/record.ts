/**
 * `npm run record -- NAME … [--name LAB]`: makes the incident on a running lab, waits for its effect, records
 * the bundle, takes back what was made. The expected answer is written from the drill before anything is looked
 * at. `--all` records every incident that has no folder yet.
 */
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { VERSION } from '../src/cli/version.ts';
import { answerOf } from '../src/drill/answer.ts';
import { drillNamed } from '../src/drill/drills.ts';
import type { FaultContext } from '../src/drill/fault.ts';
import { INCIDENTS, type Incident } from '../src/drill/incidents.ts';
import { diagnoseLab, faultContext } from '../src/drill/lab.ts';
import { collectBundle } from '../src/usecases/collect.ts';

/** Answers may not grow the repository without bound. */
const MAX_BYTES = 500_000;
const EXAMPLES = join(import.meta.dirname, '..', 'examples', 'incidents');
const READY_WITHIN_MS = 300_000;

const { values, positionals } = parseArgs({
  options: { name: { type: 'string', default: 'medic' }, all: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const chosen = values.all
  ? INCIDENTS.filter(({ name }) => !existsSync(join(EXAMPLES, name)))
  : positionals.map((name) => {
      const incident = INCIDENTS.find((candidate) => candidate.name === name);
      if (!incident)
        throw new Error(`no such incident: ${name}; known: ${INCIDENTS.map((one) => one.name).join(', ')}`);
      return incident;
    });

const context = await faultContext(values.name);
for (const incident of chosen) await record(context, incident);

async function record(on: FaultContext, incident: Incident): Promise<void> {
  const drill = incident.drill === null ? null : drillNamed(incident.drill);
  const dir = join(EXAMPLES, incident.name);
  mkdirSync(dir, { recursive: true });
  const expected = answerOf(on, drill, { heldOut: incident.heldOut ?? false, madeBy: VERSION });
  writeFileSync(join(dir, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  await untilHealthy(on, 'before');
  if (drill && (await drill.make(on)) === null) throw new Error(`${drill.name}: its effect does not show`);
  const wait = incident.waitSeconds ?? 0;
  process.stdout.write(`${incident.name}: waiting ${wait} s\n`);
  await sleep(wait * 1000);
  const draft = join(dir, 'bundle.draft');
  const { bytes, redacted } = await collectBundle({ kubeconfig: on.lab.kubeconfig }, draft, VERSION);
  const holds = (await drill?.holds(on)) ?? true;
  await drill?.takeBack(on);
  if (!holds) throw new Error(`${incident.name}: it was over before it was recorded`);
  if (bytes > MAX_BYTES) throw new Error(`${incident.name}: ${bytes} bytes are more than ${MAX_BYTES}`);
  renameSync(draft, join(dir, 'bundle.gz'));
  const size = statSync(join(dir, 'bundle.gz')).size;
  process.stdout.write(`${incident.name}: ${size} bytes, redacted ${JSON.stringify(redacted)}\n`);
  await untilHealthy(on, 'after');
}

async function untilHealthy(on: FaultContext, when: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const { diagnosis } = await diagnoseLab(on, VERSION);
    if (diagnosis.verdict === 'healthy') return;
    if (Date.now() > deadline) throw new Error(`the lab is ${diagnosis.verdict} ${when} the recording`);
    await sleep(3000);
  }
}
