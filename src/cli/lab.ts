import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { EXIT, type ExitCode } from '../errors.ts';
import { down } from '../lab/down.ts';
import { fleetFileOf } from '../lab/pipeline/rendered/fleet-file.ts';
import { type LabWishes, layoutOf, type Pipeline, readState, requireState } from '../lab/state.ts';
import { type LabStatus, status } from '../lab/status.ts';
import { install, up } from '../lab/up.ts';
import { labDocument } from '../report/json/lab.ts';
import type { CommandContext } from './context.ts';
import { terminalProgress } from './progress.ts';

/** `medic lab …`: thin over the lab's room. */
export async function labInstall(
  context: CommandContext,
  { pipeline }: { pipeline: Pipeline },
): Promise<ExitCode> {
  const bin = await install(terminalProgress(context), pipeline);
  context.say('lab.install.ready', { dir: bin });
  return EXIT.nothingWrong;
}

export async function labUp(
  context: CommandContext,
  options: { name: string } & Omit<LabWishes, 'instance'>,
): Promise<ExitCode> {
  const { name, ...rest } = options;
  const lab = await up({ instance: name, ...rest }, terminalProgress(context));
  const clusters = lab.clusters.map((cluster) => cluster.name).join(', ');
  context.say('lab.up.ready', { instance: name, clusters });
  if (readState(name)?.pipeline === 'empty') {
    context.say('lab.up.fleet', { file: fleetFileOf(lab), kubeconfig: lab.kubeconfig });
    return EXIT.nothingWrong;
  }
  context.say('lab.up.next', { kubeconfig: lab.kubeconfig });
  return EXIT.nothingWrong;
}

export async function labStatus(
  context: CommandContext,
  options: { name: string; json?: boolean },
): Promise<ExitCode> {
  if (options.json) requireState(options.name);
  else if (!readState(options.name)) {
    context.say('lab.status.none');
    return EXIT.nothingWrong;
  }
  const result = await status(
    options.name,
    await install(terminalProgress(context), readState(options.name)?.pipeline),
  );
  if (options.json) {
    context.out(JSON.stringify(labDocument(result), null, 2));
    return EXIT.nothingWrong;
  }
  context.say('lab.status.head', { instance: result.instance, seed: result.seed ?? '–' });
  for (const cluster of result.clusters) {
    const problems = problemsOf(context, cluster);
    context.say('lab.status.cluster', {
      mark: problems.length === 0 ? '✓' : '✗',
      name: cluster.name,
      role: cluster.role,
      apiServer: cluster.apiServer,
      state: [...problems, samples(context, cluster)].join('; '),
    });
  }
  return EXIT.nothingWrong;
}

type ClusterStatus = LabStatus['clusters'][number];

function problemsOf(context: CommandContext, cluster: ClusterStatus): string[] {
  const problems: string[] = [];
  if (cluster.missingProcesses.length > 0) {
    problems.push(context.text('lab.status.missing', { what: cluster.missingProcesses.join(', ') }));
  }
  if (cluster.notReady === null) problems.push(context.text('lab.status.noApi'));
  else if (cluster.notReady.length > 0) {
    problems.push(context.text('lab.status.notReady', { what: cluster.notReady.join(', ') }));
  }
  return problems;
}

function samples(context: CommandContext, cluster: ClusterStatus): string {
  return cluster.lastSampleAgeSeconds === null
    ? context.text('lab.status.silent')
    : context.text('lab.status.samples', { age: Math.round(cluster.lastSampleAgeSeconds) });
}

export async function labKubeconfig(context: CommandContext, options: { name: string }): Promise<ExitCode> {
  context.out(layoutOf(requireState(options.name)).lab.kubeconfig);
  return EXIT.nothingWrong;
}

/** Runs a program as the lab's owner would; gives its exit code. */
export async function labExec(
  context: CommandContext,
  options: { name: string; command: readonly string[] },
): Promise<number> {
  const state = requireState(options.name);
  const { lab } = layoutOf(state);
  const bin = await install(terminalProgress(context), state.pipeline);
  const [program = 'sh', ...args] = options.command;
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, KUBECONFIG: lab.kubeconfig, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`medic: ${program}: ${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

export async function labDown(context: CommandContext, options: { name: string }): Promise<ExitCode> {
  await down(options.name, terminalProgress(context));
  context.say('lab.down.done', { instance: options.name });
  return EXIT.nothingWrong;
}
