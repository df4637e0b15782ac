import type { Verdict } from '../diagnose/diagnosis.ts';
import type { Effect } from './effects.ts';
import type { FaultContext, LabNeeds } from './fault.ts';

/** What happens to healthy pipelines, and could be taken for a fault: no cause is the right answer. */
export interface Control {
  /** Name of the file. */
  name: string;
  /** Without it any lab. */
  lab?: LabNeeds;
  /** What is done is done by the hands, which take it back. */
  happens(context: FaultContext): Promise<void>;
  /** Whether it is so, found without our diagnosis: asked before the diagnosis and after it. */
  effect: Effect;
  /** Seconds after which `effect` must have told it. */
  visibleAfter: number;
  /** It passes by itself: it is diagnosed at once, and not when it has lasted for a while. */
  isMoment?: true;
  /** Verdicts that are honest; `healthy` alone where nothing is said. Something may really be missing for the time. */
  verdicts?: readonly Verdict[];
}

export const defineControl = (control: Control): Control => control;

/** What a part that is not there for a moment may be called, as long as nothing is called the cause. */
export const WHILE_STARTING: readonly Verdict[] = ['healthy', 'degraded', 'unknown'];
