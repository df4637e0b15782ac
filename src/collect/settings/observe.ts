import type { Evidence } from '../../evidence/evidence.ts';
import type { Observation, Observed, SettingPath, UnknownSetting } from '../../fleet/file/observed.ts';
import type { Fleet } from '../../fleet/fleet.ts';
import { agentSettings } from './agent.ts';
import { alertmanagerSettings } from './alertmanager.ts';
import { cacheSettings } from './cache.ts';
import { clusterSettings } from './cluster.ts';
import type { SettingsEvidence } from './evidence.ts';
import { grafanaSettings } from './grafana.ts';
import { imageSettings } from './images.ts';
import { ingressSettings } from './ingress.ts';
import { logSettings } from './logs.ts';
import { monitorSettings } from './monitors.ts';
import type { Noted } from './noted.ts';
import { objectStorageSettings } from './object-storage.ts';
import { protectionSettings } from './protection.ts';
import { querySettings } from './query.ts';
import { receiveSettings } from './receive.ts';
import { remoteWriteSettings } from './remote-write.ts';
import { rulerSettings } from './ruler.ts';
import { compactorSettings, storeSettings } from './store.ts';
import { type World, worldOf } from './world.ts';

/** One file a section of `fleet.yaml`; the order is that of the marks. */
const SECTIONS: readonly ((world: World) => Noted[])[] = [
  ...[clusterSettings, imageSettings, agentSettings, monitorSettings, remoteWriteSettings, receiveSettings],
  ...[objectStorageSettings, storeSettings, compactorSettings, querySettings, cacheSettings, rulerSettings],
  ...[alertmanagerSettings, grafanaSettings, logSettings, ingressSettings, protectionSettings],
];

/**
 * The settings of a fleet that runs, in the words of `fleet.yaml`. `contexts` gives the order of a file's clusters;
 * without it the hub comes first. Pure: the same evidence gives the same settings.
 */
export function observeSettings(
  evidence: Evidence,
  fleet: Fleet,
  settings: SettingsEvidence,
  contexts?: readonly string[],
): Observed {
  const world = worldOf(evidence, fleet, settings, contexts);
  const noted = SECTIONS.flatMap((section) => section(world));
  const observations: Observation[] = [];
  const unknown = new Map<string, UnknownSetting>();
  for (const note of noted) {
    if (note.seen) {
      const { seen: _, ...observation } = note;
      observations.push(observation);
    } else {
      const { seen: _, ...setting } = note;
      if (!isImplied(world, setting.path)) unknown.set(JSON.stringify(setting), setting);
    }
  }
  const clusters = world.clusters.map(({ name, context, role, blind }) => ({ name, context, role, blind }));
  return { clusters, observations, unknown: [...unknown.values()] };
}

/** That a cluster could not be looked at is one mark, and not one for each of its settings. */
function isImplied(world: World, [root, position, ...rest]: SettingPath): boolean {
  return root === 'clusters' && rest.length > 0 && world.clusters[Number(position)]?.blind === true;
}
