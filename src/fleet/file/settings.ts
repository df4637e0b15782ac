import type { FleetFile } from './schema.ts';

/** All fields there: what was left out of the file is filled from the profile. */
type Complete<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]-?: Complete<Exclude<T[K], undefined>> }
    : T;

type Section<K extends keyof FleetFile> = Complete<Exclude<FleetFile[K], undefined>>;

/** What a profile has a value for: everything but what names the fleet and its clusters. */
export type Defaults = Omit<Complete<FleetFile>, 'schema' | 'name' | 'clusters' | 'profile'>;

export type AgentSettings = Section<'agent'>;
export type RemoteWriteSettings = Section<'remoteWrite'> & { url: string };
export type Resources = AgentSettings['resources'];
export type SecretKey = Section<'objectStorage'>['secret'];
export type Subject = FleetSettings['access']['view'][number];
export type Profile = Section<'profile'>;

export interface ClusterSettings {
  name: string;
  /** `null` only in what medic does not deploy. */
  role: 'hub' | 'edge' | null;
  context: string;
  /** External labels of all samples of this cluster. */
  labels: Readonly<Record<string, string>>;
  namespace: string;
  storageClass: string | null;
  agent: AgentSettings;
  remoteWrite: RemoteWriteSettings;
}

/** A fleet with every setting decided. */
export interface FleetSettings extends Omit<Defaults, 'agent' | 'remoteWrite' | 'namespace'> {
  name: string;
  profile: Profile;
  clusters: readonly ClusterSettings[];
}

/** The one cluster to which the others write. */
export function hubOf(fleet: FleetSettings): ClusterSettings {
  const hub = fleet.clusters.find(({ role }) => role === 'hub');
  if (!hub) throw new Error('a checked fleet has a hub');
  return hub;
}
