import { vi } from 'vitest';
import { MedicError } from '../errors.ts';
import type { Language } from '../messages/messages.ts';
import { commandContext, reportError } from './context.ts';

/** Runs a command as `main.ts` does, without a process of its own. */
export async function run(
  language: Language,
  command: (context: ReturnType<typeof commandContext>) => Promise<number>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    stderr += chunk;
    return true;
  });
  const out = (line: string) => {
    stdout += line.endsWith('\n') ? line : `${line}\n`;
  };
  const base = commandContext(language);
  const context = {
    ...base,
    out,
    say: (...[key, params]: Parameters<typeof base.say>) => out(base.text(key, params)),
  };
  try {
    return { code: await command(context), stdout, stderr };
  } catch (error) {
    if (!(error instanceof MedicError)) throw error;
    return { code: reportError(error, language), stdout, stderr };
  } finally {
    spy.mockRestore();
  }
}
