import { execFile } from 'node:child_process';
import { MedicError } from '../errors.ts';

const MAX_OUTPUT = 64 * 1024 * 1024;

/** Runs a program to its end and gives its standard output; failure is a `lab/tool-failed` error. */
export async function run(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; input?: string; timeoutMs?: number } = {},
): Promise<string> {
  const { env, cwd, input, timeoutMs } = options;
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      [...args],
      { env: env ?? process.env, cwd, timeout: timeoutMs ?? 0, maxBuffer: MAX_OUTPUT, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const detail = lastLine(stderr) || lastLine(stdout) || error.message;
        reject(
          new MedicError(
            'lab/tool-failed',
            { command: [command, ...args].join(' ').slice(0, 200), detail },
            { cause: error },
          ),
        );
      },
    );
    child.stdin?.on('error', () => {}); // The program ended before it read its input: its exit code tells.
    child.stdin?.end(input ?? '');
  });
}

/** As `run`, but gives `null` where the program fails: for questions such as "is it there?". */
export async function tryRun(command: string, args: readonly string[]): Promise<string | null> {
  try {
    return await run(command, args);
  } catch (error) {
    if (error instanceof MedicError) return null;
    throw error;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
