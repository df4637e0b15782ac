import type { Transport } from '../evidence/transport.ts';
import { type Comparison, compareSettings } from '../fleet/file/compare.ts';
import { levelled } from '../fleet/file/level.ts';
import type { Observed, UnknownSetting } from '../fleet/file/observed.ts';
import type { FleetFile } from '../fleet/file/schema.ts';
import type { FleetSettings } from '../fleet/file/settings.ts';
import { observeFleet } from './discover.ts';

export interface Diffed extends Comparison {
  observed: Observed;
  /** What runs and could not be told: it was not compared. */
  unknown: UnknownSetting[];
}

/** What runs behind a transport against what a `fleet.yaml` says. */
export async function diffFleet(
  transport: Transport,
  { settings, file }: { settings: FleetSettings; file: FleetFile },
): Promise<Diffed> {
  const contexts = settings.clusters.map(({ context }) => context);
  const observed = await observeFleet(transport, contexts);
  return { ...compareSettings(settings, observed, file), observed, unknown: levelled(observed) };
}
