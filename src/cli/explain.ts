import { EXIT, type ExitCode } from '../errors.ts';
import { explanationDocument } from '../report/json/explanation.ts';
import { explanationReport } from '../report/text/explanation.ts';
import { visible } from '../terminal.ts';
import { explainText } from '../usecases/explain.ts';
import type { CommandContext } from './context.ts';
import { STYLE } from './diagnose.ts';
import { VERSION } from './version.ts';

/** Progress is said once so much was read: short texts need none. */
const PROGRESS_BYTES = 64 * 1024 * 1024;

/** `medic explain [FILE | -]`. */
export async function explainCommand(
  context: CommandContext,
  options: { file?: string; output: 'text' | 'json' },
): Promise<ExitCode> {
  const { file = '-' } = options;
  const input = file === '-' ? { stream: process.stdin, name: '-' } : { file };
  let told = 0;
  const explained = await explainText(input, {
    engine: VERSION,
    now: new Date(),
    onBytes: (bytes) => {
      if (!process.stderr.isTTY || bytes - told < PROGRESS_BYTES) return;
      told = bytes;
      process.stderr.write(
        `\r${context.text('explain.reading', { megabytes: Math.round(bytes / 1024 / 1024) })}`,
      );
    },
  });
  if (told > 0) process.stderr.write('\r\u001b[K');
  if (options.output === 'json') {
    context.out(visible(JSON.stringify(explanationDocument(explained, context.language), null, 2)));
    return EXIT.nothingWrong;
  }
  const width = Math.min(process.stdout.columns || 100, 120);
  context.out(explanationReport(explained, { language: context.language, width, style: STYLE }));
  return EXIT.nothingWrong;
}
