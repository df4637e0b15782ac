import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this installation's own state. */
export function stateDir(): string {
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'fleetmedic');
}

/**
 * The secret that keys the digests of redacted values: made once, mode 0600, never in a bundle. Where the
 * folder cannot be written the key lasts for this run only: digests can then not be compared with others.
 */
export function redactionKey(): string {
  const file = join(stateDir(), 'redaction.key');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const key = randomBytes(32).toString('hex');
    try {
      mkdirSync(stateDir(), { recursive: true, mode: 0o700 });
      writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
      return key;
    } catch (error) {
      // Another process was first: its key counts.
      return (error as NodeJS.ErrnoException).code === 'EEXIST' ? readFileSync(file, 'utf8') : key;
    }
  }
}
