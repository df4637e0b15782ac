/** What was seen of the settings of a fleet that runs, in the words of `fleet.yaml`. */
export interface Observed {
  /** In the order of the paths' `clusters[…]`. */
  clusters: readonly ObservedCluster[];
  observations: readonly Observation[];
  unknown: readonly UnknownSetting[];
}

export interface ObservedCluster {
  /** A name that `fleet.yaml` takes, made of the context's. */
  name: string;
  context: string;
  /** `null` where the cluster could not be looked at, and nothing else tells. */
  role: 'hub' | 'edge' | null;
  /** Whether something that every cluster tells could not be seen. */
  blind: boolean;
}

export type SettingPath = readonly (string | number)[];

/**
 * One setting that runs. Settings of a cluster are always under `clusters[…]`; one of the whole fleet may be
 * observed in several clusters, and differ.
 */
export interface Observation {
  path: SettingPath;
  /** In the form that `fleet.yaml` takes. */
  value: unknown;
  source: ObservedSource;
  /** Other values in a file that mean the same: `null` for what the cluster or the software then takes. */
  accepts?: readonly unknown[];
}

export interface ObservedSource {
  /** Context of the cluster. */
  cluster: string;
  /** Key of the component (`subjectKey`), or the API path, that says so. */
  object: string;
  /** Flag, field or metric that it was read from. */
  field: string;
  /** Nobody set it: the software's own default. */
  isDefault: boolean;
}

/** Why a setting could not be told although everything that was asked for was seen. */
export const UNTOLD_REASONS = [
  /** It is in a Secret, and Secrets are not read. */
  'secret',
  /** Nothing that runs shows it. */
  'not-visible',
  /** `fleet.yaml` has no words for what runs. */
  'not-expressible',
  /** The file has room for one value, and clusters or parts differ. */
  'differs',
  /** It contradicts the rest of the file, or is wrong by itself: the file would be refused. */
  'contradicts',
] as const;
export type UntoldReason = (typeof UNTOLD_REASONS)[number];

/** A setting that exists and could not be told. */
export interface UnknownSetting {
  path: SettingPath;
  /** One of `UNTOLD_REASONS`, or why a look was blind (the reasons are the transport's). */
  why: UntoldReason | (string & {});
  /** What there is instead, as it runs; `null` where there is nothing to show. */
  detail: string | null;
  cluster: string;
}

/** A value at a path of a tree; `undefined` where there is none. */
export function valueAt(tree: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null && Object.hasOwn(current, step)
        ? (current as Record<string | number, unknown>)[step]
        : undefined,
    tree,
  );
}
