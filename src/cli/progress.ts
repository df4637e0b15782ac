import { cells } from '../report/text/cells.ts';
import { clean } from '../terminal.ts';
import type { CommandContext } from './context.ts';

/**
 * Progress of long work on standard error: on a terminal one line that changes, elsewhere a line at each step
 * and, so that a log stays short, a detail at most every ten seconds.
 */
export function terminalProgress(context: CommandContext, stream: NodeJS.WriteStream = process.stderr) {
  let label = '';
  let since = 0;
  let lastDetail = 0;
  const seconds = () => `${((Date.now() - since) / 1000).toFixed(0)} s`;
  const shorten = (text: string) => {
    const width = (stream.columns ?? 80) - 1;
    let cut = text;
    while (cells(cut) > width) cut = cut.slice(0, -1);
    return cut;
  };
  return {
    step(key: Parameters<CommandContext['text']>[0], params?: Parameters<CommandContext['text']>[1]) {
      label = context.text(key, params);
      since = Date.now();
      lastDetail = since;
      stream.write(stream.isTTY ? `\r\u001b[K${shorten(`· ${label} …`)}` : `${label} …\n`);
    },
    detail(given: string) {
      const text = clean(given);
      if (stream.isTTY) stream.write(`\r\u001b[K${shorten(`· ${label} … ${seconds()} ${text}`)}`);
      else if (Date.now() - lastDetail > 10_000) {
        lastDetail = Date.now();
        stream.write(`  ${seconds()} ${text}\n`);
      }
    },
    done() {
      stream.write(stream.isTTY ? `\r\u001b[K${shorten(`✓ ${label} (${seconds()})`)}\n` : `  ${seconds()}\n`);
    },
  };
}
