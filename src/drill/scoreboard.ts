import type { Cause } from '../diagnose/diagnosis.ts';
import { type ExpectedCause, matchesExpected } from './recordings.ts';

/** One case that was diagnosed: what is right, and what was said. */
export interface Case {
  name: string;
  heldOut: boolean;
  expected: readonly ExpectedCause[];
  /** What is hidden by the others: right where it is named, and not missed where it is not. */
  also?: readonly ExpectedCause[];
  causes: readonly Cause[];
}

/** A share with the number of cases and a 95 % interval (Wilson's score interval). */
export interface Share {
  hits: number;
  of: number;
  low: number;
  high: number;
}

export interface Scores {
  first: Share;
  firstThree: Share;
  /** Cases whose expected causes are all confirmed. */
  fullRecall: Share;
  /** Confirmed causes that are right, over the cases of full recall. */
  precision: Share;
  /** Two faults at once: both named, nothing else. */
  bothAndNothingElse: Share;
  /** Confirmed causes on cases without a fault. */
  falseOnHealthy: Share;
  brier: { value: number; of: number };
  bins: { from: number; to: number; of: number; right: number; meanProbability: number }[];
  confusion: { name: string; expected: string; said: string }[];
}

export function scoresOf(cases: readonly Case[]): Scores {
  const sick = cases.filter(({ expected }) => expected.length > 0);
  const healthy = cases.filter(({ expected }) => expected.length === 0);
  const single = sick.filter(({ expected }) => expected.length === 1);
  const pairs = sick.filter(({ expected }) => expected.length > 1);
  const whole = sick.filter((one) => missing(one).length === 0);
  const said = whole.flatMap((one) => confirmed(one).map((cause) => isTrue(one, cause)));
  const firsts = sick.map((one) => {
    const [cause] = one.causes;
    return { probability: cause?.probability ?? 0, right: cause !== undefined && isRight(one, cause) };
  });
  return {
    first: share(single, (one) => one.causes.slice(0, 1).some((cause) => isRight(one, cause))),
    firstThree: share(single, (one) => one.causes.slice(0, 3).some((cause) => isRight(one, cause))),
    fullRecall: share(sick, (one) => missing(one).length === 0),
    precision: share(said, (right) => right),
    bothAndNothingElse: share(
      pairs,
      (one) => missing(one).length === 0 && confirmed(one).every((cause) => isTrue(one, cause)),
    ),
    falseOnHealthy: share(healthy, (one) => confirmed(one).length > 0),
    brier: { value: brier(firsts), of: firsts.length },
    bins: binsOf(firsts),
    confusion: sick.flatMap((one) => {
      const [first] = one.causes;
      if (first && isRight(one, first)) return [];
      const expected = one.expected.map(({ mode }) => mode).join(' + ');
      return [{ name: one.name, expected, said: first?.mode ?? '–' }];
    }),
  };
}

const isRight = ({ expected }: Case, cause: Cause): boolean =>
  expected.some((one) => matchesExpected(one, cause));
const isTrue = (one: Case, cause: Cause): boolean =>
  isRight(one, cause) || (one.also ?? []).some((hidden) => matchesExpected(hidden, cause));
const confirmed = ({ causes }: Case): Cause[] => causes.filter((cause) => cause.confirmed);
const missing = (one: Case): ExpectedCause[] =>
  one.expected.filter((wanted) => !confirmed(one).some((cause) => matchesExpected(wanted, cause)));

function share<T>(items: readonly T[], isHit: (item: T) => boolean): Share {
  return wilson(items.filter(isHit).length, items.length);
}

const Z = 1.96;

/** Source: Wilson, 1927. With no cases nothing is known: 0 to 1. */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { hits, of, low: 0, high: 1 };
  const p = hits / of;
  const centre = p + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return {
    hits,
    of,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}

interface First {
  probability: number;
  right: boolean;
}

/** An omitted cause counts as a probability of 0. */
function brier(firsts: readonly First[]): number {
  if (firsts.length === 0) return 0;
  const errors = firsts.map(({ probability, right }) => (probability - Number(right)) ** 2);
  return errors.reduce((sum, one) => sum + one, 0) / firsts.length;
}

const EDGES = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 1.000001];

function binsOf(firsts: readonly First[]): Scores['bins'] {
  return EDGES.slice(0, -1).flatMap((from, index) => {
    const to = EDGES[index + 1] ?? 1;
    const inside = firsts.filter(({ probability }) => probability >= from && probability < to);
    if (inside.length === 0) return [];
    const sum = inside.reduce((total, { probability }) => total + probability, 0);
    const right = inside.filter((one) => one.right).length;
    return [{ from, to: Math.min(1, to), of: inside.length, right, meanProbability: sum / inside.length }];
  });
}
