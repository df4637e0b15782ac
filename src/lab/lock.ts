import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MedicError } from '../errors.ts';
import { startTicks } from './processes.ts';
import { stateRoot } from './state.ts';

/** Runs `work` while no other command changes the same lab. A lock whose holder died is taken over. */
export async function withLock<T>(instance: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(stateRoot(), { recursive: true });
  const file = join(stateRoot(), `.${instance}.lock`);
  const own = `${process.pid} ${startTicks(process.pid)}`;
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, own);
  try {
    while (!take(mine, file)) {
      const holder = read(file);
      const [pid, ticks] = holder.split(' ');
      if (holder !== '' && startTicks(Number(pid)) === ticks) {
        throw new MedicError('lab/busy', { instance, pid: pid ?? '' });
      }
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    if (read(file) === own) rmSync(file, { force: true });
  }
}

/** A hard link is made or not made: the file appears with its content, or another holds the lock. */
function take(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
