import { readFileSync, statSync } from 'node:fs';
import { MedicError, reasonOf } from '../errors.ts';
import type { PlacedProblem } from '../fleet/file/problem.ts';
import { readFleetFile } from '../fleet/file/read.ts';
import { resolveFleet } from '../fleet/file/resolve.ts';
import type { FleetFile } from '../fleet/file/schema.ts';
import type { FleetSettings } from '../fleet/file/settings.ts';

/** A `fleet.yaml`: its settings with everything decided, or what is wrong with it. */
export type OpenedFleetFile =
  | { settings: FleetSettings; file: FleetFile; problems: readonly [] }
  | { settings: null; file: null; problems: readonly PlacedProblem[]; count: number };

/** Reads a `fleet.yaml` from disk; throws `fleet/missing` where there is no such file. */
export function openFleetFile(path: string): OpenedFleetFile {
  const read = readFleetFile(contentOf(path));
  return read.file === null
    ? { settings: null, ...read }
    : { settings: resolveFleet(read.file), file: read.file, problems: [] };
}

function contentOf(path: string): string {
  try {
    // A device or a pipe without end would never be read to its end.
    if (!statSync(path).isFile()) throw new Error('not a file');
    return readFileSync(path, 'utf8');
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? reasonOf(error);
    throw new MedicError('fleet/missing', { path, detail }, { cause: error });
  }
}
