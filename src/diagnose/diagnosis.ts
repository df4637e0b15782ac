import type { ModeId } from '../catalogue/ids.generated.ts';
import type { BlindSpot } from '../findings/blind-spots.ts';
import type { Change, Finding } from '../findings/finding.ts';
import type { Forecast } from '../findings/forecasts.ts';
import type { ComponentRef } from '../fleet/subjects.ts';

export type Verdict = 'healthy' | 'degraded' | 'down' | 'unknown';

/** The causes that best explain the findings. Text-free: reports add the words. */
export interface Diagnosis {
  verdict: Verdict;
  impact: Impact[];
  /** Every hypothesis of at least 0.05: the certain ones first, of them what hurts most; then by probability. */
  causes: Cause[];
  findings: Finding[];
  /** Ids of present findings that no confirmed cause explains. */
  unexplained: string[];
  ruledOut: RuledOut[];
  blindSpots: BlindSpot[];
  /** What runs out, and when: volumes, WALs, queues. */
  forecasts: Forecast[];
  next: NextLook[];
}

export interface Impact {
  cluster: string;
  status: 'fresh' | 'silent' | 'unknown';
  /** Seconds; `null` where no sample is known. */
  lastSampleAgeSeconds: number | null;
}

export interface Cause {
  mode: ModeId;
  variant: string | null;
  probability: number;
  confirmed: boolean;
  component: ComponentRef;
  severity: 'critical' | 'warning';
  since: string | null;
  /** Since when it is over, where only its damage is left; `null` for what is at work now. */
  over: string | null;
  change: Change | null;
  /** The finding that speaks for it. */
  sign: Finding;
  /** Ids of the present findings on its own subject. */
  findings: string[];
  /** Ids of all present findings that it explains. */
  explains: string[];
}

export interface RuledOut {
  mode: ModeId;
  component: ComponentRef;
  /** The finding that speaks against it. */
  because: Finding;
}

export interface NextLook {
  /** The finding that could not be told, or that nothing explains. */
  finding: Finding;
  /** Bits by which the look lowers the uncertainty; `null` where that cannot be said. */
  gain: number | null;
}
