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
    .map((candidate, position) => causeOf(candidate, probabilities[position] ?? 0, findings))
    .filter(({ probability }) => probability >= WORTH_SAYING)
    .sort(byWeight);
  const unexplained = unexplainedBy(causes, considered, findings);
  return {
    verdict: verdictOf(observed, fleet),
    impact: impactOf(observed, fleet),
    causes,
    findings: [...observed.findings],
    unexplained,
    ruledOut: ruledOut(direct.refuted, considered, probabilities, catalogue, findings, index),
    blindSpots: [...observed.blindSpots],
    forecasts: [...(observed.forecasts ?? [])],
    next: nextLooks(considered, probabilities, unexplained, findings),
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
  const ids = new Set(
    findings.all
      .filter(({ state }) => state === 'present')
      .map(findingId)
      .filter((id) => !explained.has(id)),
  );
  const untold = new Set(direct.flatMap((candidate) => candidate.untold.map(findingId)));
  if (ids.size === 0 && untold.size === 0) return [];
  const known = new Set(direct.map(keyOf));
  return candidates('unknown', catalogue, findings, fleet).candidates.filter(
    (candidate) =>
      candidate.mode.level === 'root' &&
      !known.has(keyOf(candidate)) &&
      (untold.has(findingId(candidate.sign)) || [...candidate.explains.keys()].some((id) => ids.has(id))),
  );
}

const keyOf = ({ mode, component }: Pick<Candidate, 'mode' | 'component'>): string =>
  `${mode.id} ${subjectKey(component)}`;

function infer(considered: readonly Candidate[], findings: FindingIndex, priors: Priors): number[] {
  const present = findings.all.filter(({ state }) => state === 'present');
  const position = new Map(present.map((finding, index) => [findingId(finding), index]));
  const leaks = present.map(({ type }) => FINDING_TYPES[type].leak);
  const hypotheses = considered.map((candidate): Hypothesis => {
    const explains = new Map<number, number>();
    for (const [id, chance] of candidate.explains) {
      const index = position.get(id);
      if (index !== undefined) explains.set(index, chance);
    }
    return { prior: priors.of(candidate.mode.id), explains, absence: absenceOf(candidate, findings) };
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
function absenceOf({ mode, component, explains }: Candidate, findings: FindingIndex): number {
  const own = new Map(mode.signs.map((sign) => [`${sign.finding}@${subjectKey(component)}`, sign]));
  let chance = 1;
  let surest = 0;
  for (const [id, value] of explains) {
    if (findings.byId.get(id)?.state !== 'absent' || own.get(id)?.alternative) continue;
    if (own.has(id)) chance *= 1 - value;
    else surest = Math.max(surest, value);
  }
  return Math.max(1e-6, chance * (1 - surest));
}

function causeOf(candidate: Candidate, probability: number, findings: FindingIndex): Cause {
  const explained = [...candidate.explains]
    .filter(([id, chance]) => chance >= EXPLAINED && findings.byId.get(id)?.state === 'present')
    .map(([id]) => id)
    .sort();
  const key = subjectKey(candidate.component);
  const hurts = explained.some(
    (id) => id.startsWith('cluster-silent@') || id.startsWith('query-unanswered@'),
  );
  const own = explained.filter((id) => id.endsWith(`@${key}`)).flatMap((id) => findings.byId.get(id) ?? []);
  const rounded = Math.round(probability * 1000) / 1000;
  return {
    mode: candidate.mode.id,
    variant: candidate.variant,
    probability: rounded,
    confirmed: rounded >= CONFIRMED,
    component: candidate.component,
    severity: hurts ? 'critical' : 'warning',
    since: sinceOf(candidate, own, explained, findings),
    over: candidate.sign.over ?? null,
    change: candidate.sign.change ?? own.find(({ change }) => change !== null)?.change ?? null,
    sign: candidate.sign,
    findings: [...new Set([findingId(candidate.sign), ...own.map(findingId)])],
    explains: explained,
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
function sinceOf(
  { sign }: Candidate,
  own: readonly Finding[],
  explained: readonly string[],
  findings: FindingIndex,
): string | null {
  const effects = explained.flatMap((id) => findings.byId.get(id) ?? []);
  const [first = null] = [sign, ...own, ...effects]
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
): string[] {
  const confirmed = new Set(
    causes.filter((cause) => cause.confirmed).map((cause) => `${cause.mode} ${subjectKey(cause.component)}`),
  );
  const explaining = considered.filter(({ mode, component }) => confirmed.has(keyOf({ mode, component })));
  const explained = explainedBy(explaining, (chance) => chance >= EXPLAINED);
  return findings.all
    .filter(({ state }) => state === 'present')
    .map(findingId)
    .filter((id) => !explained.has(id));
}

/** Ids of the findings that one of the candidates makes likely enough. */
const explainedBy = (some: readonly Candidate[], isEnough: (chance: number) => boolean): Set<string> =>
  new Set(
    some.flatMap(({ explains }) => [...explains].flatMap(([id, chance]) => (isEnough(chance) ? id : []))),
  );

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
  unexplained: readonly string[],
  findings: FindingIndex,
): NextLook[] {
  const looks = new Map<string, NextLook>();
  considered.forEach(({ sign, untold, unasked }, index) => {
    const gain = entropy(probabilities[index] ?? 0);
    for (const finding of [sign, ...untold, ...unasked]) {
      if (finding.state !== 'unknown') continue;
      const known = looks.get(findingId(finding));
      if (!known || (known.gain ?? 0) < gain) looks.set(findingId(finding), { finding, gain });
    }
  });
  const ranked = [...looks.values()].sort((a, b) => (b.gain ?? 0) - (a.gain ?? 0)).slice(0, 5);
  if (ranked.length > 0) return ranked;
  // Everything that is known to be looked at was: then a person looks where nothing explains what is seen.
  return unexplained.slice(0, 3).flatMap((id) => {
    const finding = findings.byId.get(id);
    return finding ? [{ finding, gain: null }] : [];
  });
}

/** Bits that the answer to a yes-or-no question is worth. */
function entropy(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0;
  const bits = -probability * Math.log2(probability) - (1 - probability) * Math.log2(1 - probability);
  return Math.round(bits * 1000) / 1000;
}
