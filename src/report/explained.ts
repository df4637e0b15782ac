import type { TextCause } from '../diagnose/explain.ts';
import type { Priors } from '../diagnose/priors.ts';
import type { Finding } from '../findings/finding.ts';
import type { NamedObject } from '../fleet/subjects.ts';

/** What a text speaks for, with what a report says around it. */
export interface Explained {
  causes: TextCause[];
  findings: Finding[];
  /** Findings that no cause accounts for. */
  unexplained: Finding[];
  /** What the text is about, as far as it says so. */
  object: NamedObject;
  /** How many lines say each finding. */
  counts: ReadonlyMap<Finding, number>;
  input: { name: string; bytes: number; lines: number };
  /** Characters that were looked through. */
  work: number;
  at: Date;
  priors: Priors;
  engine: string;
}
