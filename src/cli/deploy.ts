import pc from 'picocolors';
import { refText, refusalText } from '../apply/api.ts';
import type { FieldChange } from '../apply/difference.ts';
import type { PlannedChange } from '../apply/plan.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { detailWords } from '../messages/messages.ts';
import { clean } from '../terminal.ts';
import { type ClusterPlan, type Deployed, deploy, type Stop } from '../usecases/deploy/deploy.ts';
import type { Obstacle } from '../usecases/deploy/preflight.ts';
import type { CommandContext } from './context.ts';
import { renderText } from './diagnose.ts';
import { loadFleetFile } from './fleet-file.ts';
import { terminalProgress } from './progress.ts';
import { VERSION } from './version.ts';

export interface DeployCommandOptions {
  file: string;
  kubeconfig?: string;
  dryRun?: boolean;
  prune?: boolean;
  timeout: number;
}

/** `medic deploy`: shows what changes, applies it in order, waits until it is ready. */
export async function deployCommand(
  context: CommandContext,
  options: DeployCommandOptions,
): Promise<ExitCode> {
  const fleet = loadFleetFile(context, options.file);
  const deployed = await deploy(
    fleet,
    {
      fleetFile: options.file,
      ...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig }),
      dryRun: options.dryRun === true,
      prune: options.prune === true,
      timeoutMs: options.timeout * 60_000,
      engine: VERSION,
      onPlans: (plans) => showPlans(context, plans, options),
    },
    terminalProgress(context),
  );
  return report(context, deployed, options);
}

function report(context: CommandContext, deployed: Deployed, options: DeployCommandOptions): ExitCode {
  switch (deployed.outcome) {
    case 'obstacles':
      for (const { cluster, obstacle } of deployed.obstacles) {
        warn(context.text('deploy.obstacle', { cluster, what: obstacleText(context, obstacle) }));
      }
      warn(context.text('deploy.nothingChanged'));
      return EXIT.usage;
    case 'blocked':
      showPlans(context, deployed.plans, options);
      warn(context.text('deploy.nothingChanged'));
      return EXIT.usage;
    case 'planned':
      context.say('deploy.dryRun');
      return EXIT.nothingWrong;
    case 'stopped':
      return stopped(context, deployed.stop, deployed, options);
    case 'deployed':
      context.say('deploy.done', {
        clusters: deployed.plans.length,
        seconds: Math.round(deployed.seconds),
      });
      if (deployed.removed > 0) context.say('deploy.removed', { count: deployed.removed });
      return EXIT.nothingWrong;
  }
}

const warn = (line: string): void => {
  process.stderr.write(`${clean(line)}\n`);
};

function stopped(
  context: CommandContext,
  stop: Stop,
  { diagnosed }: Extract<Deployed, { outcome: 'stopped' }>,
  options: DeployCommandOptions,
): ExitCode {
  process.stderr.write('\n');
  const { cluster } = stop;
  const detail = detailWords(context.language, stop.detail);
  warn(context.text(`deploy.stopped.${stop.why}`, { cluster, detail }));
  if (diagnosed) context.out(renderText(context, diagnosed, options.kubeconfig));
  warn(context.text('deploy.again'));
  return EXIT.somethingFound;
}

function obstacleText(context: CommandContext, { code, ...params }: Obstacle): string {
  return context.text(`deploy.obstacle.${code}`, params);
}

const MARKS: Readonly<Record<PlannedChange['action'], string>> = {
  create: '+',
  change: '~',
  unchecked: '+',
  unchanged: ' ',
  conflict: '!',
  refused: '!',
};

function showPlans(
  context: CommandContext,
  plans: readonly ClusterPlan[],
  { prune = false }: { prune?: boolean },
): void {
  for (const plan of plans) {
    const count = (...actions: PlannedChange['action'][]) =>
      plan.changes.filter(({ action }) => actions.includes(action)).length;
    context.say('deploy.plan', {
      cluster: plan.cluster,
      create: count('create', 'unchecked'),
      change: count('change'),
      unchanged: count('unchanged'),
    });
    for (const change of plan.changes) if (change.action !== 'unchanged') showChange(context, change);
    if (count('unchecked') > 0) context.say('deploy.plan.unchecked', { count: count('unchecked') });
    for (const ref of plan.gone) {
      context.out(pc.red(`  - ${clean(refText(ref))}`));
    }
    if (plan.gone.length > 0 && !prune) context.say('deploy.plan.gone', { count: plan.gone.length });
  }
}

function showChange(context: CommandContext, change: PlannedChange): void {
  const line = `  ${MARKS[change.action]} ${refText(change.ref)}`;
  switch (change.action) {
    case 'change':
      context.out(pc.yellow(line));
      for (const field of change.fields) showField(context, field);
      break;
    case 'conflict':
      context.out(pc.red(line));
      for (const { field, manager } of change.conflicts) {
        context.out(
          `      ${context.text('deploy.plan.conflict', { field: clean(field), manager: clean(manager) })}`,
        );
      }
      break;
    case 'refused':
      context.out(pc.red(line));
      context.out(`      ${clean(refusalText(change))}`);
      break;
    default:
      context.out(pc.green(line));
  }
}

const MAX_VALUE = 120;

function showField(context: CommandContext, { path, before, after }: FieldChange): void {
  context.out(`      ${clean(path)}: ${pc.red(short(before))} → ${pc.green(short(after))}`);
}

function short(value: unknown): string {
  const text = clean(value === undefined ? '–' : (JSON.stringify(value) ?? '–'));
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
