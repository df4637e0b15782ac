import { EXIT, type ExitCode, MedicError } from '../errors.ts';
import { modeDocument, modesDocument } from '../report/json/modes.ts';
import { modeReport, modesReport } from '../report/text/modes.ts';
import { findModes } from '../usecases/modes.ts';
import type { CommandContext } from './context.ts';
import { STYLE } from './diagnose.ts';

/** `medic modes [ID]`. */
export async function modesCommand(
  context: CommandContext,
  options: { id?: string; output: 'text' | 'json' },
): Promise<ExitCode> {
  const { language } = context;
  const width = Math.min(process.stdout.columns || 100, 120);
  const { id = '' } = options;
  const { modes, near } = findModes(id);
  const [only] = modes;
  if (!only) {
    if (near.length === 0) throw new MedicError('modes/unknown', { id });
    throw new MedicError('modes/close', { id, near: near.join(', ') });
  }
  const isOne = modes.length === 1 && options.id !== undefined;
  if (options.output === 'json')
    context.out(
      JSON.stringify(isOne ? modeDocument(only, language) : modesDocument(modes, language), null, 2),
    );
  else
    context.out(
      isOne
        ? modeReport(only, { language, width, style: STYLE })
        : modesReport(modes, { language, width, style: STYLE }),
    );
  return EXIT.nothingWrong;
}
