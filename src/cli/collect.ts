import { EXIT, type ExitCode } from '../errors.ts';
import { collectBundle } from '../usecases/collect.ts';
import type { Target } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';
import { probing } from './diagnose.ts';
import { withFleet } from './target.ts';
import { VERSION } from './version.ts';

/** `medic collect -o FILE`. */
export async function collectCommand(
  context: CommandContext,
  options: Target & { file: string; fleet?: string; probe?: boolean },
): Promise<ExitCode> {
  const collected = await collectBundle(probing(await withFleet(context, options)), options.file, VERSION);
  const redacted = Object.values(collected.redacted).reduce((total, count) => total + count, 0);
  context.say('collect.done', {
    file: collected.file,
    kilobytes: Math.ceil(collected.bytes / 1000),
    answers: collected.answers,
    redacted,
    blind: collected.blind,
  });
  return collected.blind > 0 && collected.answers === 0 ? EXIT.blind : EXIT.nothingWrong;
}
