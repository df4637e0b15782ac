import type { Verdict } from '../diagnose/diagnosis.ts';
import type { Control } from './control.ts';
import { CONTROLS } from './controls.generated.ts';
import type { Expected, Fault, FaultContext, LabNeeds } from './fault.ts';
import { make, settle, shownAfter, takeBack } from './lab.ts';
import { PAIRS, type Pair } from './pairs.ts';
import { FAULTS } from './registry.generated.ts';

/** What is made on a lab, diagnosed there and taken back: a fault, two at once, or nothing bad. */
export interface Drill {
  kind: 'fault' | 'pair' | 'control';
  name: string;
  lab: LabNeeds;
  /** The faults that are made; none of a control. */
  faults: readonly string[];
  /** All causes that the answer must have; none of a control. */
  expected: readonly Expected[];
  /** Causes that are there and cannot be seen: they may be named, and need not be. */
  also: readonly Expected[];
  /** Of a control: the verdicts that are right. */
  verdicts: readonly Verdict[];
  /** Seconds until its effect was there; `null` where it never came. */
  make(context: FaultContext): Promise<number | null>;
  /** Whether it is so at this moment; `true` where only `make` can tell. */
  holds(context: FaultContext): Promise<boolean>;
  takeBack(context: FaultContext): Promise<void>;
}

const SICK: readonly Verdict[] = ['degraded', 'down'];

export const faultDrill = (fault: Fault): Drill => ({
  kind: 'fault',
  name: fault.name,
  lab: fault.lab ?? {},
  faults: [fault.name],
  expected: [fault.expected],
  also: [],
  verdicts: SICK,
  make: (context) => make(context, fault),
  holds: async () => true,
  takeBack: (context) => takeBack(context, fault),
});

/** What both need; what neither says was tried on plain labs. */
const labOfBoth = ([first, second]: readonly [Fault, Fault]): LabNeeds => ({
  pipeline: first.lab?.pipeline ?? second.lab?.pipeline ?? 'plain',
  ...((first.lab?.hubNodes ?? second.lab?.hubNodes) && { hubNodes: 2 }),
  ...((first.lab?.sizedVolumes ?? second.lab?.sizedVolumes) && { sizedVolumes: true }),
  ...((first.lab?.isNewer ?? second.lab?.isNewer) && { isNewer: true }),
});

export function pairDrill({ name, faults: names, hidden }: Pair): Drill {
  const faults = names.map(faultNamed) as [Fault, Fault];
  const isHidden = (fault: Fault) => fault.name === hidden?.fault;
  const visible = faults.filter((fault) => !isHidden(fault));
  return {
    kind: 'pair',
    name,
    lab: labOfBoth(faults),
    faults: names,
    expected: visible.map(({ expected }) => expected),
    also: faults.filter(isHidden).map(({ expected }) => expected),
    verdicts: SICK,
    make: async (context) => {
      const seconds: (number | null)[] = [];
      for (const fault of faults) {
        const started = Date.now();
        await fault.inject(context);
        seconds.push(isHidden(fault) ? 0 : await shownAfter(context, fault, started));
        if (seconds.includes(null)) return null;
      }
      await settle();
      return seconds.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    },
    holds: async () => true,
    takeBack: async (context) => {
      for (const fault of faults.toReversed()) await fault.revert?.(context);
      await context.hands.revert();
    },
  };
}

export const controlDrill = (control: Control): Drill => ({
  kind: 'control',
  name: control.name,
  lab: control.lab ?? {},
  faults: [],
  expected: [],
  also: [],
  verdicts: control.verdicts ?? ['healthy'],
  make: async (context) => {
    await control.happens(context);
    const seconds = await shownAfter(context, control);
    if (seconds !== null && !control.isMoment) await settle();
    return seconds;
  },
  holds: (context) => control.effect(context).catch(() => false),
  takeBack: ({ hands }) => hands.revert(),
});

/** All of them; no two have the same name. */
export const DRILLS: readonly Drill[] = [
  ...FAULTS.map(faultDrill),
  ...PAIRS.map(pairDrill),
  ...CONTROLS.map(controlDrill),
];

function faultNamed(name: string): Fault {
  const fault = FAULTS.find((candidate) => candidate.name === name);
  if (!fault) throw new Error(`no such fault: ${name}`);
  return fault;
}

/** Throws where there is none of that name. */
export function drillNamed(name: string): Drill {
  const drill = DRILLS.find((candidate) => candidate.name === name);
  if (!drill) throw new Error(`no such drill: ${name}`);
  return drill;
}
