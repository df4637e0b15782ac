import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { EXIT, type ExitCode } from '../errors.ts';
import { findingId } from '../findings/finding.ts';
import { wrap } from '../report/text/wrap.ts';
import { findingSentence, subjectName } from '../report/words.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { examplePath } from '../usecases/examples.ts';
import { openTransport } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';
import { renderText, STYLE } from './diagnose.ts';
import { VERSION } from './version.ts';

/** The incident of the source document: cluster-03 was silent for 30 minutes when this was recorded. */
const INCIDENT = 'cluster-03-silent';
const MAX_LINES = 12;

/** `medic demo`. */
export async function demoCommand(context: CommandContext, options: { pause: boolean }): Promise<ExitCode> {
  const bundle = examplePath('incidents', INCIDENT, 'bundle.gz');
  const { transport } = await openTransport({ bundle });
  let answers = 0;
  const counting = {
    ...transport,
    send: (request: Parameters<typeof transport.send>[0]) => {
      answers += 1;
      return transport.send(request);
    },
  };
  const diagnosed = await diagnoseFleet(counting, { engine: VERSION });
  const { diagnosis, fleet } = diagnosed;
  const present = diagnosis.findings.filter(({ state }) => state === 'present');
  const isWaiting = options.pause && process.stdin.isTTY === true && process.stdout.isTTY === true;
  const width = Math.min(process.stdout.columns || 100, 100);
  const say = (text: string) => context.out(wrap(text, width));
  const step = async (key: Parameters<CommandContext['text']>[0]) => {
    if (isWaiting) await enter(context);
    context.out(`\n${STYLE.bold(context.text(key))}`);
  };

  context.out(STYLE.bad(STYLE.bold(context.text('demo.page'))));
  say(context.text('demo.intro'));

  await step('demo.step.look');
  say(context.text('demo.look', { answers, clusters: transport.clusters.length }));

  await step('demo.step.recognise');
  say(context.text('demo.recognise', { components: fleet.components.length, links: fleet.links.length }));
  for (const { name } of fleet.clusters) {
    const roles = fleet.components.filter(({ ref }) => ref.cluster === name).map(({ role }) => role);
    context.out(wrap([...new Set(roles)].join(', '), width, `  ${name}: `));
  }

  await step('demo.step.findings');
  say(context.text('demo.findings', { present: present.length, all: diagnosis.findings.length }));
  for (const finding of present.slice(0, MAX_LINES))
    context.out(wrap(findingSentence(context.language, finding), width, '  • '));

  await step('demo.step.explain');
  const cause = diagnosis.causes.find(({ confirmed }) => confirmed);
  const explained = cause
    ? present.filter((finding) => cause.explains.includes(findingId(finding))).length
    : 0;
  say(
    context.text('demo.explain', { explained, present: present.length, ruledOut: diagnosis.ruledOut.length }),
  );
  if (cause) context.out(`  → ${STYLE.bold(cause.mode)} · ${subjectName(cause.component)}`);

  await step('demo.step.report');
  context.out(
    STYLE.dim(
      context.text('demo.report', {
        medic: process.env.MEDIC_COMMAND || 'medic',
        bundle: relative(process.cwd(), bundle),
      }),
    ),
  );
  context.out(`\n${renderText(context, diagnosed)}`);

  await step('demo.step.own');
  // As it was called: a checkout has its launcher at its root.
  const medic = process.env.MEDIC_COMMAND || 'medic';
  const commands = [
    [`${medic} diagnose`, 'demo.own.diagnose'],
    [`${medic} diagnose --contexts hub,edge-1,edge-2`, 'demo.own.contexts'],
    [`${medic} collect -o evidence.gz`, 'demo.own.collect'],
    [`${medic} lab up --edges 2`, 'demo.own.lab'],
  ] as const;
  for (const [command, key] of commands)
    context.out(`  $ ${command.padEnd(46)}${STYLE.dim(`# ${context.text(key)}`)}`);
  return EXIT.nothingWrong;
}

async function enter(context: CommandContext): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  await terminal.question(STYLE.dim(`\n${context.text('demo.enter')}`));
  terminal.close();
}
