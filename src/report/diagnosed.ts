import type { Diagnosis } from '../diagnose/diagnosis.ts';
import type { Priors } from '../diagnose/priors.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** A diagnosis with what a report says around it. */
export interface Diagnosed {
  diagnosis: Diagnosis;
  fleet: Fleet;
  /** The time that was reasoned with: now, or when the bundle was recorded. */
  at: Date;
  priors: Priors;
  /** Version of medic. */
  engine: string;
  durationMs: number;
}
