import type { Mode } from '../catalogue/mode.ts';
import type { BlindSpot } from '../findings/blind-spots.ts';
import { type Finding, findingId } from '../findings/finding.ts';
import type { Forecast } from '../findings/forecasts.ts';
import { FINDING_TYPES } from '../findings/types.generated.ts';
import { type Fleet, type FleetIndex, indexFleet } from '../fleet/fleet.ts';
import { subjectKey } from '../fleet/subjects.ts';
import type { Cause, Diagnosis, NextLook, RuledOut } from './diagnosis.ts';
import {
  type Candidate,
  candidates,
  type FindingIndex,
  indexFindings,
  missed,
  type Refuted,
} from './hypotheses.ts';
import { type Hypothesis, posteriors } from './inference.ts';
import type { Priors } from './priors.ts';
import { impactOf, verdictOf } from './verdict.ts';

/** A cause is said with certainty from here. */
const CONFIRMED = 0.5;
/** Below it a hypothesis is not worth a line. */
const WORTH_SAYING = 0.05;
/** What a cause must at least make likely to count as explained by it: one pod less silences no cluster. */
const EXPLAINED = 0.15;
/**
 * What was not looked at is never confirmed: neither a surface mode whose root could be unseen, nor a mode whose
 * own sign could not be looked at.
 */
const BLIND_LIMIT = 0.49;

export interface Observations {
  findings: readonly Finding[];
  blindSpots: readonly BlindSpot[];
  forecasts?: readonly Forecast[];
}

/**
 * The causes that best explain the findings. Pure: the same input gives the same answer, in the same order.
 */
export function diagnose(
  observed: Observations,
  fleet: Fleet,
  catalogue: readonly Mode[],
  priors: Priors,
): Diagnosis {
  const index = indexFleet(fleet);
  const findings = indexFindings(observed.findings);
  const direct = candidates('present', catalogue, findings, index);
  const blind = blindCandidates(direct.candidates, catalogue, findings, index);
  const considered = [...direct.candidates, ...blind];
  const probabilities = infer(considered, findings, priors);
  const causes = considered
    .map((candidate, position) => causeOf(candidate, probabilities[position] ?? 0))
    .filter(({ probability }) => probability >= WORTH_SAYING)
    .sort(byWeight);
  const unexplained = unexplainedBy(causes, considered, findings);
  return {
    verdict: verdictOf(observed, fleet),
    impact: impactOf(observed, fleet),
    causes,
    findings: [...observed.findings],
    unexplained: unexplained.map(findingId),
    ruledOut: ruledOut(direct.refuted, considered, probabilities, catalogue, findings, index).filter(
      (one) => !causes.some((cause) => keyOfCause(cause) === keyOfCause(one)),
    ),
    blindSpots: [...observed.blindSpots],
    forecasts: [...(observed.forecasts ?? [])],
    next: nextLooks(considered, probabilities, unexplained),
  };
}

/**
 * Hypotheses whose sign nobody could look at, where they would explain what no visible cause does, or where the same
 * look would tell a visible cause from them.
 */
function blindCandidates(
  direct: readonly Candidate[],
  catalogue: readonly Mode[],
  findings: FindingIndex,
  fleet: FleetIndex,
): Candidate[] {
  const explained = explainedBy(direct, (chance) => chance > CONFIRMED);
  const unexplained = new Set(
    findings.all.filter((finding) => finding.state === 'present' && !explained.has(finding)),
  );
  const untold = new Set(direct.flatMap((candidate) => candidate.untold));
  if (unexplained.size === 0 && untold.size === 0) return [];
  const known = new Set(direct.map(keyOf));
  return candidates('unknown', catalogue, findings, fleet).candidates.filter(
    (candidate) =>
      candidate.mode.level === 'root' &&
      !known.has(keyOf(candidate)) &&
      (untold.has(candidate.sign) || [...candidate.explains.keys()].some((one) => unexplained.has(one))),
  );
}

const keyOf = ({ mode, component }: Pick<Candidate, 'mode' | 'component'>): string =>
  `${mode.id} ${subjectKey(component)}`;

const keyOfCause = ({ mode, component }: Pick<Cause, 'mode' | 'component'>): string =>
  `${mode} ${subjectKey(component)}`;

function infer(considered: readonly Candidate[], findings: FindingIndex, priors: Priors): number[] {
  const present = findings.all.filter(({ state }) => state === 'present');
  const position = new Map(present.map((finding, index) => [finding, index]));
  const leaks = present.map(({ type }) => FINDING_TYPES[type].leak);
  const hypotheses = considered.map((candidate): Hypothesis => {
    const explains = new Map<number, number>();
    for (const [finding, chance] of candidate.explains) {
      const index = position.get(finding);
      if (index !== undefined) explains.set(index, chance);
    }
    return { prior: priors.of(candidate.mode.id), explains, absence: absenceOf(candidate) };
  });
  return posteriors({ hypotheses, leaks }).map((probability, index) =>
    considered[index]?.isLimited || considered[index]?.sign.state === 'unknown'
      ? Math.min(probability, BLIND_LIMIT)
      : probability,
  );
}

/**
 * The chance that what is absent would be so. Signs on the subject itself count one by one. Of what follows
 * along the links only the surest counts: a fault that is still latent leaves all of it absent at once.
 */
function absenceOf({ mode, component, explains }: Candidate): number {
  const key = subjectKey(component);
  const signs = new Map(mode.signs.map((sign) => [sign.finding, sign]));
  let chance = 1;
  let surest = 0;
  for (const [{ type, subject, state }, value] of explains) {
    if (state !== 'absent') continue;
    const own = subjectKey(subject) === key ? signs.get(type) : undefined;
    if (own?.alternative) continue;
    if (own) chance *= 1 - value;
    else surest = Math.max(surest, value);
  }
  return Math.max(1e-6, chance * (1 - surest));
}

function causeOf(candidate: Candidate, probability: number): Cause {
  const explained = [...candidate.explains]
    .flatMap(([finding, chance]) => (chance >= EXPLAINED && finding.state === 'present' ? finding : []))
    .sort((a, b) => (findingId(a) < findingId(b) ? -1 : 1));
  const key = subjectKey(candidate.component);
  const hurts = explained.some(({ type }) => type === 'cluster-silent' || type === 'query-unanswered');
  const own = explained.filter(({ subject }) => subjectKey(subject) === key);
  const rounded = Math.round(probability * 1000) / 1000;
  return {
    mode: candidate.mode.id,
    variant: candidate.variant,
    probability: rounded,
    confirmed: rounded >= CONFIRMED,
    component: candidate.component,
    severity: hurts ? 'critical' : 'warning',
    since: sinceOf(candidate, own, explained),
    over: candidate.sign.over ?? null,
    change: candidate.sign.change ?? own.find(({ change }) => change !== null)?.change ?? null,
    sign: candidate.sign,
    findings: [...new Set([findingId(candidate.sign), ...own.map(findingId)])],
    explains: explained.map(findingId),
  };
}

/** A change so long before anything was seen is not when it began. */
const CHANGE_BEFORE_MS = 2 * 3600 * 1000;
/** A last sample may be a scrape interval older than the change that stopped the next. */
const SAME_TIME_MS = 60_000;

/**
 * When it began: the first of what its signs and effects tell, or the change just before. Signs are often told by
 * the last line of a log, or the last of many restarts.
 */
function sinceOf({ sign }: Candidate, own: readonly Finding[], explained: readonly Finding[]): string | null {
  const [first = null] = [sign, ...own, ...explained]
    .flatMap(({ since, change }) => (since !== null && since !== change?.at ? since : []))
    .sort();
  const changes = [sign, ...own].flatMap(({ change }) => change?.at ?? []).sort();
  const [change] = changes.filter(
    (at) => first === null || Math.abs(Date.parse(first) - Date.parse(at)) < CHANGE_BEFORE_MS,
  );
  if (first === null || change === undefined) return first ?? change ?? null;
  return Date.parse(change) - Date.parse(first) > SAME_TIME_MS ? first : change;
}

/** Of what is certain, what silences a cluster or Query comes first, and last what is over; then the most probable. */
function byWeight(a: Cause, b: Cause): number {
  const rank = ({ confirmed, severity, over }: Cause) =>
    confirmed ? (over !== null ? 1 : severity === 'critical' ? 3 : 2) : 0;
  if (rank(a) !== rank(b)) return rank(b) - rank(a);
  if (a.probability !== b.probability) return b.probability - a.probability;
  const key = ({ mode, component }: Cause) => `${mode} ${subjectKey(component)}`;
  return key(a) < key(b) ? -1 : 1;
}

function unexplainedBy(
  causes: readonly Cause[],
  considered: readonly Candidate[],
  findings: FindingIndex,
): Finding[] {
  const confirmed = new Set(
    causes.filter((cause) => cause.confirmed).map((cause) => `${cause.mode} ${subjectKey(cause.component)}`),
  );
  const explaining = considered.filter(({ mode, component }) => confirmed.has(keyOf({ mode, component })));
  const explained = explainedBy(explaining, (chance) => chance >= EXPLAINED);
  return findings.all.filter((finding) => finding.state === 'present' && !explained.has(finding));
}

/** The findings that one of the candidates makes likely enough. */
function explainedBy(some: readonly Candidate[], isEnough: (chance: number) => boolean): Set<Finding> {
  const explained = new Set<Finding>();
  for (const { explains } of some)
    for (const [finding, chance] of explains) if (isEnough(chance)) explained.add(finding);
  return explained;
}

/** What was thought of and does not hold: refuted, explained away, or looked for and not there. */
function ruledOut(
  refuted: readonly Refuted[],
  considered: readonly Candidate[],
  probabilities: readonly number[],
  catalogue: readonly Mode[],
  findings: FindingIndex,
  fleet: FleetIndex,
): RuledOut[] {
  if (findings.all.every(({ state }) => state !== 'present')) return [];
  const result: RuledOut[] = refuted.map(({ mode, component, because }) => ({
    mode: mode.id,
    component,
    because,
  }));
  considered.forEach(({ mode, component, sign }, index) => {
    if ((probabilities[index] ?? 0) < WORTH_SAYING && sign.state === 'present') {
      result.push({ mode: mode.id, component, because: sign });
    }
  });
  // Looked for and not there, though it would have explained something of what is.
  for (const { mode, component, sign } of missed(catalogue, findings, fleet, CONFIRMED + Number.EPSILON))
    result.push({ mode: mode.id, component, because: sign });
  return result;
}

/** The looks that would lower the uncertainty, the best first. */
function nextLooks(
  considered: readonly Candidate[],
  probabilities: readonly number[],
  unexplained: readonly Finding[],
): NextLook[] {
  const looks = new Map<Finding, NextLook>();
  considered.forEach(({ sign, untold, unasked }, index) => {
    const gain = entropy(probabilities[index] ?? 0);
    for (const finding of [sign, ...untold, ...unasked]) {
      if (finding.state !== 'unknown') continue;
      const known = looks.get(finding);
      if (!known || (known.gain ?? 0) < gain) looks.set(finding, { finding, gain });
    }
  });
  const ranked = [...looks.values()].sort((a, b) => (b.gain ?? 0) - (a.gain ?? 0)).slice(0, 5);
  if (ranked.length > 0) return ranked;
  // Everything that is known to be looked at was: then a person looks where nothing explains what is seen.
  return unexplained.slice(0, 3).map((finding) => ({ finding, gain: null }));
}

/** Bits that the answer to a yes-or-no question is worth. */
function entropy(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0;
  const bits = -probability * Math.log2(probability) - (1 - probability) * Math.log2(1 - probability);
  return Math.round(bits * 1000) / 1000;
}
