import { EXIT, type ExitCode } from '../errors.ts';
import type { Observed } from '../fleet/file/observed.ts';
import { untoldSentence } from '../report/settings.ts';
import { clean } from '../terminal.ts';
import { discoverFleet, saveFleetFile } from '../usecases/discover.ts';
import { openTransport, type Target } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';
import { terminalProgress } from './progress.ts';
import { forBundle } from './target.ts';

export interface DiscoverOptions extends Target {
  /** `-`, or nothing: standard output. */
  file?: string;
  force?: boolean;
}

/** `medic discover [-o FILE]`. Only the file goes to standard output; all else is said on standard error. */
export async function discoverCommand(context: CommandContext, options: DiscoverOptions): Promise<ExitCode> {
  const { file = '-', force = false, ...target } = options;
  forBundle(target);
  const { transport } = await openTransport(target);
  const progress = terminalProgress(context);
  try {
    progress.step('settings.look', { count: transport.clusters.length });
    const { text, unknown, observed } = await discoverFleet(transport, {
      head: [context.text('discover.head')],
      sentence: (one) => untoldSentence(context.language, one),
    });
    progress.done();
    if (file === '-') context.out(text);
    else saveFleetFile(file, text, { overwrite: force });
    const tell = (line: string) => process.stderr.write(`${clean(line)}\n`);
    tell(
      context.text('discover.done', {
        file: file === '-' ? context.text('discover.stdout') : file,
        clusters: observed.clusters.length,
        settings: observed.observations.length,
        untold: unknown.length,
      }),
    );
    const blind = blindClusters(observed);
    if (blind !== '') tell(context.text('diff.blind', { clusters: blind }));
    if (file !== '-') tell(context.text('discover.next', { file }));
    return blind === '' ? EXIT.nothingWrong : EXIT.blind;
  } finally {
    transport.close();
  }
}

export const blindClusters = ({ clusters }: Observed): string =>
  clusters
    .filter(({ blind }) => blind)
    .map(({ context }) => context)
    .join(', ');
