/** Whole processes, each started cold, and what their times come to. */
import { spawn } from 'node:child_process';

export interface Program {
  file: string;
  args: readonly string[];
  cwd?: string;
}

/** A run that hangs is no measurement. */
const LONGEST_MS = 180_000;

/** Milliseconds until a program has ended, and what it wrote; it fails where the program ends with another code. */
export async function runOnce(
  { file, args, cwd }: Program,
  { signal, codes = [0] }: { signal: AbortSignal; codes?: readonly number[] },
): Promise<{ ms: number; stdout: string }> {
  const started = performance.now();
  const child = spawn(file, args, {
    ...{ cwd, signal, timeout: LONGEST_MS, killSignal: 'SIGKILL' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ms = performance.now() - started;
  signal.throwIfAborted(); // A terminal's Ctrl-C ends the program as well.
  if (code === null || !codes.includes(code))
    throw new Error(`${[file, ...args].join(' ')} ended with ${code}: ${complaint.trim()}`);
  return { ms, stdout: Buffer.concat(output).toString('utf8') };
}

/** The value below which this share of them lies (nearest rank); 0 gives the least. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Minimum, median, 95th percentile and maximum, in whole numbers, as cells of a table. */
export const spread = (values: readonly number[]): string =>
  [0, 0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(0)).join(' | ');
