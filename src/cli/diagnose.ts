import pc from 'picocolors';
import { EXIT, type ExitCode } from '../errors.ts';
import type { Diagnosed } from '../report/diagnosed.ts';
import { textReport } from '../report/text/report.ts';
import type { Style } from '../report/text/writer.ts';
import { visible } from '../terminal.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { openTransport, type Target } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';
import { forBundle, withFleet } from './target.ts';
import { PROBE_IMAGE, VERSION } from './version.ts';

export interface DiagnoseOptions extends Target {
  fleet?: string;
  output: Format;
  probe?: boolean;
}

/** The image is only a wish until somebody asks for a probe. */
export function probing({
  probe,
  probeImage = PROBE_IMAGE,
  ...target
}: Target & { probe?: boolean }): Target {
  return probe ? { ...target, probeImage } : target;
}

/** What `-o` of `medic diagnose` takes. */
const FORMATS = ['text', 'json', 'markdown', 'html', 'junit'] as const;
type Format = (typeof FORMATS)[number];

/** `medic diagnose`. */
export async function diagnoseCommand(context: CommandContext, options: DiagnoseOptions): Promise<ExitCode> {
  forBundle(options);
  const { transport } = await openTransport(probing(await withFleet(context, options)));
  try {
    const diagnosed = await diagnoseFleet(transport, { engine: VERSION, probe: options.probe ?? false });
    context.out(await render(context, diagnosed, options.output, options.kubeconfig));
    return exitCodeOf(diagnosed);
  } finally {
    transport.close();
  }
}

async function render(
  context: CommandContext,
  diagnosed: Diagnosed,
  output: Format,
  kubeconfig?: string,
): Promise<string> {
  const { language } = context;
  switch (output) {
    case 'text':
      return renderText(context, diagnosed, kubeconfig);
    case 'json': {
      const { diagnosisDocument } = await import('../report/json/document.ts');
      return visible(JSON.stringify(diagnosisDocument(diagnosed, language), null, 2));
    }
    case 'markdown':
      return (await import('../report/markdown.ts')).markdownReport(diagnosed, language);
    case 'html':
      return (await import('../report/html/page.ts')).htmlReport(diagnosed, language);
    case 'junit':
      return (await import('../report/junit.ts')).junitReport(diagnosed, language);
  }
}

/** The report for the terminal that runs the command. */
export function renderText(context: CommandContext, diagnosed: Diagnosed, kubeconfig?: string): string {
  const width = Math.min(process.stdout.columns || 100, 120);
  const options = { language: context.language, width, style: STYLE };
  return textReport(diagnosed, kubeconfig === undefined ? options : { ...options, kubeconfig });
}

/** Colours only where the terminal has them: picocolors goes by NO_COLOR, FORCE_COLOR and the stream. */
export const STYLE: Style = { bold: pc.bold, dim: pc.dim, good: pc.green, bad: pc.red, warn: pc.yellow };

export function exitCodeOf({ diagnosis }: Diagnosed): ExitCode {
  if (diagnosis.verdict === 'healthy') return EXIT.nothingWrong;
  return diagnosis.verdict === 'unknown' ? EXIT.blind : EXIT.somethingFound;
}
