import { EXIT, type ExitCode } from '../errors.ts';
import type { Difference } from '../fleet/file/compare.ts';
import { pathText } from '../fleet/file/problem.ts';
import { diffDocument } from '../report/json/diff.ts';
import { sourcesText, untoldSetting, valueText } from '../report/settings.ts';
import { clean, visible } from '../terminal.ts';
import { type Diffed, diffFleet } from '../usecases/diff.ts';
import { openTransport } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';
import { blindClusters } from './discover.ts';
import { loadFleet } from './fleet-file.ts';
import { forBundle } from './target.ts';

export interface DiffOptions {
  file: string;
  kubeconfig?: string;
  bundle?: string;
  output: 'text' | 'json';
}

/** `medic diff [-f FILE]`. The file says which contexts to look at. */
export async function diffCommand(context: CommandContext, options: DiffOptions): Promise<ExitCode> {
  const { file, bundle, kubeconfig, output } = options;
  forBundle({ bundle, kubeconfig });
  const fleet = loadFleet(context, file);
  const contexts = fleet.settings.clusters.map((cluster) => cluster.context);
  const live = { contexts, ...(kubeconfig !== undefined && { kubeconfig }) };
  const { transport } = await openTransport(bundle === undefined ? live : { bundle });
  try {
    const diffed = await diffFleet(transport, fleet);
    if (output === 'json') {
      const { clusters } = diffed.observed;
      const document = diffDocument({ ...diffed, fleet: fleet.settings.name, clusters });
      context.out(visible(JSON.stringify(document, null, 2)));
    } else {
      context.out(text(context, file, diffed).map(clean).join('\n'));
    }
    return exitCodeOf(diffed);
  } finally {
    transport.close();
  }
}

function exitCodeOf({ differences, observed }: Diffed): ExitCode {
  if (differences.length > 0) return EXIT.somethingFound;
  return blindClusters(observed) === '' ? EXIT.nothingWrong : EXIT.blind;
}

function text(context: CommandContext, file: string, diffed: Diffed): string[] {
  const { differences, compared, unknown, observed } = diffed;
  const blind = blindClusters(observed);
  const head =
    compared === 0 && blind !== ''
      ? context.text('diff.nothing', { file })
      : differences.length === 0
        ? context.text('diff.same', { file, compared })
        : context.text('diff.differs', { file, compared, count: differences.length });
  return [
    head,
    ...(blind === '' ? [] : [context.text('diff.blind', { clusters: blind })]),
    ...differences.flatMap((difference) => ['', ...rows(context, difference)]),
    ...(unknown.length === 0 ? [] : ['', context.text('diff.untold', { count: unknown.length })]),
    ...unknown.map((one) => `  ${untoldSetting(context.language, one)}`),
  ];
}

function rows(context: CommandContext, { path, declared, running, sources }: Difference): string[] {
  const { language } = context;
  return [
    pathText(path),
    `  ${context.text('diff.declared', { value: valueText(language, declared) })}`,
    `  ${context.text('diff.running', {
      value: valueText(language, running),
      where: sourcesText(language, sources),
    })}`,
  ];
}
