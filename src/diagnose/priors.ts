import type { ModeId } from '../catalogue/ids.generated.ts';

/** Chance that a cause is at work on one component at the moment of looking, before anything was seen. */
export interface Priors {
  of(mode: ModeId): number;
  /** Where they are from: `flat`, `seeds`, or a team's own history. Part of the diagnosis' digest. */
  name: string;
}

/** For every cause without a count of its own. Low: a given part is rarely broken in a given way. */
export const FLAT = 0.004;

/**
 * Monthly counts of the five classes in the source document (general-troubleshooting, "월 평균"), spread over
 * the modes that belong to each. The first class, timeouts of remote write, has no mode of its own here yet:
 * its root causes are counted elsewhere.
 */
const SEED_COUNTS: Partial<Record<ModeId, number>> = {
  'workload/oom-killed': 8,
  'objstore/credentials-invalid': 5 / 2,
  'objstore/bucket-missing': 5 / 2,
  'receive/hashring-mismatch': 3,
};

/** The mean of the counts that the classes have stands for the flat prior. */
const MEAN_COUNT = 5;

export const seedPriors: Priors = {
  name: 'seeds',
  of: (mode) => FLAT * Math.max(0.5, (SEED_COUNTS[mode] ?? MEAN_COUNT) / MEAN_COUNT),
};

export const flatPriors: Priors = { name: 'flat', of: () => FLAT };
