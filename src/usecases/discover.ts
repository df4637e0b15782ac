import { writeFileSync } from 'node:fs';
import { collect } from '../collect/collect.ts';
import { collectSettings } from '../collect/settings/collect.ts';
import { observeSettings } from '../collect/settings/observe.ts';
import { MedicError } from '../errors.ts';
import type { Transport } from '../evidence/transport.ts';
import type { Observed, UnknownSetting } from '../fleet/file/observed.ts';
import { type WrittenFleet, writeFleetFile } from '../fleet/file/write.ts';

/**
 * The settings of what runs behind a transport. `contexts` gives the order of a file's clusters; without it the hub
 * comes first.
 */
export async function observeFleet(
  transport: Transport,
  contexts?: readonly string[],
  options: { deadlineMs?: number } = {},
): Promise<Observed> {
  const { evidence, fleet } = await collect(transport, options);
  const settings = await collectSettings(transport, evidence, fleet, options);
  return observeSettings(evidence, fleet, settings, contexts);
}

export interface Discovered extends WrittenFleet {
  observed: Observed;
}

/** A `fleet.yaml` of what runs, whatever deployed it. What could not be told is marked in the words that are given. */
export async function discoverFleet(
  transport: Transport,
  words: { head: readonly string[]; sentence: (unknown: UnknownSetting) => string },
): Promise<Discovered> {
  const observed = await observeFleet(transport);
  return { observed, ...writeFleetFile(observed, words) };
}

/** Writes a file that is not there yet, or, if asked to, over one that is. */
export function saveFleetFile(path: string, text: string, options: { overwrite: boolean }): void {
  try {
    writeFileSync(path, text, { flag: options.overwrite ? 'w' : 'wx' });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new MedicError('output/exists', { path }, { cause: error });
    throw new MedicError('output/unwritable', { path, detail: code }, { cause: error });
  }
}
