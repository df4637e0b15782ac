import { setTimeout as sleep } from 'node:timers/promises';
import type { ExitCode } from '../errors.ts';
import { EXIT } from '../errors.ts';
import { watchText } from '../report/text/watch.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { openTransport, type Target } from '../usecases/open.ts';
import type { CommandContext } from './context.ts';
import { exitCodeOf, STYLE } from './diagnose.ts';
import { withFleet } from './target.ts';
import { VERSION } from './version.ts';

/** Draws over the last picture: cursor home, the new lines, nothing after them. */
const HOME = '\u001b[H';
const CLEAR_LINE = '\u001b[K';
const CLEAR_REST = '\u001b[J';
const OTHER_SCREEN = '\u001b[?1049h\u001b[?25l';
const OWN_SCREEN = '\u001b[?25h\u001b[?1049l';

/**
 * `medic watch`: the diagnosis again and again. On a terminal one picture; elsewhere a line for each change. Ends with
 * Ctrl-C, with the exit code of the last look.
 */
export async function watchCommand(
  context: CommandContext,
  options: Target & { fleet?: string; every: number; rounds?: number },
): Promise<ExitCode> {
  const { transport } = await openTransport(await withFleet(context, options));
  const isTerminal = process.stdout.isTTY === true;
  const ended = new AbortController();
  process.once('SIGINT', () => ended.abort());
  process.once('SIGTERM', () => ended.abort());
  let code: ExitCode = EXIT.blind;
  let last = '';
  if (isTerminal) process.stdout.write(`${OTHER_SCREEN}${HOME}${CLEAR_REST}${context.text('watch.looking')}`);
  try {
    for (let round = 0; !ended.signal.aborted && round < (options.rounds ?? Infinity); round++) {
      const diagnosed = await diagnoseFleet(transport, { engine: VERSION });
      code = exitCodeOf(diagnosed);
      const { columns = 100, rows = 40 } = process.stdout;
      const width = Math.min(columns, 140);
      const text = watchText(diagnosed, { language: context.language, width, style: STYLE }, options.every);
      const [head = ''] = text.split('\n', 1);
      if (isTerminal) {
        const lines = text
          .trimEnd()
          .split('\n')
          .slice(0, rows - 1);
        process.stdout.write(`${HOME}${lines.map((line) => `${line}${CLEAR_LINE}\n`).join('')}${CLEAR_REST}`);
      } else if (head !== last) context.out(`${diagnosed.at.toISOString()} ${head}`);
      last = head;
      if (round + 1 < (options.rounds ?? Infinity))
        await sleep(options.every * 1000, undefined, { signal: ended.signal }).catch(() => {});
    }
  } finally {
    if (isTerminal) process.stdout.write(OWN_SCREEN);
    transport.close();
  }
  return code;
}
