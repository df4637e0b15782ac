import { EXIT, type ExitCode } from '../errors.ts';
import { type RenderFormat, renderToFolder } from '../usecases/render.ts';
import type { CommandContext } from './context.ts';
import { loadFleetFile } from './fleet-file.ts';

/** `medic render`: the fleet's objects as files. */
export async function renderCommand(
  context: CommandContext,
  options: { file: string; output: string; format: RenderFormat },
): Promise<ExitCode> {
  const { clusters, objects, files, secrets } = await renderToFolder(
    loadFleetFile(context, options.file),
    options.output,
    options.format,
  );
  context.say('render.done', { folder: options.output, clusters, objects, files });
  if (secrets.length > 0) context.say('render.secrets');
  for (const { cluster, namespace, name, keys } of secrets) {
    context.say('render.secret', { cluster, namespace, name, keys: keys.join(', ') });
  }
  return EXIT.nothingWrong;
}
