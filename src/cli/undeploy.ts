import { refText } from '../apply/api.ts';
import { EXIT, type ExitCode, MedicError } from '../errors.ts';
import { clean } from '../terminal.ts';
import { undeploy } from '../usecases/deploy/undeploy.ts';
import type { CommandContext } from './context.ts';
import { loadFleetFile } from './fleet-file.ts';
import { terminalProgress } from './progress.ts';

/** `medic undeploy`: what medic deployed goes; data goes only when told twice. */
export async function undeployCommand(
  context: CommandContext,
  options: { file: string; kubeconfig?: string; dryRun?: boolean; data?: boolean; confirm?: string },
): Promise<ExitCode> {
  const fleet = loadFleetFile(context, options.file);
  const { data = false, dryRun = false } = options;
  if (data && !dryRun && options.confirm !== fleet.name) {
    throw new MedicError('deploy/unconfirmed', { fleet: fleet.name });
  }
  const { clusters } = await undeploy(
    fleet,
    { data, dryRun, ...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig }) },
    terminalProgress(context),
  );
  for (const { cluster, removed, claims, failed } of clusters) {
    const count = removed.length;
    context.say(dryRun ? 'undeploy.would' : 'undeploy.removed', { cluster, count });
    if (dryRun) for (const ref of removed) context.out(`  - ${clean(refText(ref))}`);
    for (const ref of claims) {
      context.say(data ? 'undeploy.claim.removed' : 'undeploy.claim.kept', { claim: clean(refText(ref)) });
    }
    for (const { ref, detail } of failed) {
      context.say('undeploy.failed', { object: clean(refText(ref)), detail: clean(detail) });
    }
  }
  return clusters.some(({ failed }) => failed.length > 0) ? EXIT.somethingFound : EXIT.nothingWrong;
}
