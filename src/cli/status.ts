import type { ExitCode } from '../errors.ts';
import { statusDocument } from '../report/json/status.ts';
import { statusText } from '../report/status/report.ts';
import { visible } from '../terminal.ts';
import { openTransport, type Target } from '../usecases/open.ts';
import { fleetStatus } from '../usecases/status.ts';
import type { CommandContext } from './context.ts';
import { exitCodeOf, STYLE } from './diagnose.ts';
import { forBundle, withFleet } from './target.ts';
import { VERSION } from './version.ts';

/** `medic status`. */
export async function statusCommand(
  context: CommandContext,
  options: Target & { fleet?: string; output: 'text' | 'json' },
): Promise<ExitCode> {
  const { language } = context;
  forBundle(options);
  const { transport } = await openTransport(await withFleet(context, options));
  try {
    const report = await fleetStatus(transport, { engine: VERSION, language });
    const width = Math.min(process.stdout.columns || 100, 140);
    context.out(
      options.output === 'json'
        ? visible(JSON.stringify(statusDocument(report, language), null, 2))
        : statusText(report, { language, width, style: STYLE }),
    );
    return exitCodeOf(report.diagnosed);
  } finally {
    transport.close();
  }
}
