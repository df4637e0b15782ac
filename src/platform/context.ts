import type { ClusterSettings, FleetSettings } from '../fleet/file/settings.ts';

/** What a part is rendered from: the fleet, and the one cluster that it is for. */
export interface RenderContext {
  fleet: FleetSettings;
  cluster: ClusterSettings;
}

/** The layers of a cluster, in the order in which they are applied. */
export const LAYERS = ['definitions', 'foundation', 'workloads'] as const;
export type Layer = (typeof LAYERS)[number];
