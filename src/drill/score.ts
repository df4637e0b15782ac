import type { Cause, Diagnosis } from '../diagnose/diagnosis.ts';
import type { Expected, FaultContext } from './fault.ts';
import { type ExpectedCause, matchesExpected } from './recordings.ts';

/** The expected answer with the names of one lab. */
export function expectedCause(expected: Expected, context: FaultContext): ExpectedCause {
  return {
    mode: expected.mode,
    cluster: expected.cluster(context),
    role: expected.role,
    ...(expected.name && { name: expected.name(context) }),
    ...(expected.variant !== undefined && { variant: expected.variant }),
  };
}

export interface Score {
  /** The first cause is an expected one. */
  isFirst: boolean;
  /** Expected causes that are confirmed. */
  found: number;
  /** Confirmed causes that are not expected. */
  falseCauses: Cause[];
}

/**
 * Compares causes with the expected ones; what another fault hides (`also`) need not be named, and is no false cause where
 * it is.
 */
export function score(
  expected: readonly ExpectedCause[],
  { causes }: Pick<Diagnosis, 'causes'>,
  also: readonly ExpectedCause[] = [],
): Score {
  const isExpected = (cause: Cause) => expected.some((one) => matchesExpected(one, cause));
  const isThere = (cause: Cause) => also.some((one) => matchesExpected(one, cause));
  const confirmed = causes.filter((cause) => cause.confirmed);
  const [first] = causes;
  return {
    isFirst: first !== undefined && isExpected(first),
    found: expected.filter((one) => confirmed.some((cause) => matchesExpected(one, cause))).length,
    falseCauses: confirmed.filter((cause) => !isExpected(cause) && !isThere(cause)),
  };
}
