import type { Mode } from '../catalogue/mode.ts';
import { type Finding, findingId } from '../findings/finding.ts';
import { FINDING_TYPES, type FindingType } from '../findings/types.generated.ts';
import type { NamedObject } from '../fleet/subjects.ts';
import { type Hypothesis, posteriors } from './inference.ts';
import type { Priors } from './priors.ts';

/** A mode that a text speaks for. */
export interface TextCause {
  mode: Mode;
  probability: number;
  /** What in the text speaks for it, in the order of the text. */
  findings: Finding[];
  /** It may be what a deeper cause looks like: a text alone cannot tell. */
  isSurface: boolean;
  /** All that speaks for it is said at every start as well, and nothing shows that it lasts. */
  isPassing: boolean;
  /** All that speaks for it stands in a document. */
  isShown: boolean;
  /** Only alerts speak for it that other modes may be behind as well: nobody should repair it before looking. */
  isSymptom: boolean;
  /** What the text says it is about. */
  object: NamedObject;
}

/** How a text tells a finding. */
export interface Told {
  /** Only alerts' names speak for it: its place in the list of what these may mean; `null` where words do. */
  alertOrder: number | null;
  isPassing: boolean;
  isShown: boolean;
  isSymptom: boolean;
  object: NamedObject;
}

/**
 * Without its cluster a text proves less: it may be old, or of something that is over. So much may stand there
 * although no cause is at work.
 */
const TEXT_LEAK = 4e-4;
/** An alert names a symptom: there may well be another cause for it. */
const ALERT_LEAK = 4e-3;
/** What is said at every start of a pod is far more often that than a fault. */
const PASSING_LEAK = 2e-2;
/** What could be a deeper cause's effect is never confirmed by a text. */
const SURFACE_LIMIT = 0.49;
const WORTH_SAYING = 0.05;

/**
 * The modes that best explain what a text says; `told` says how it says each finding. Pure: the same text gives the same
 * answer, in the same order.
 */
export function explain(
  findings: readonly Finding[],
  catalogue: readonly Mode[],
  priors: Priors,
  told: ReadonlyMap<Finding, Told> = new Map(),
): TextCause[] {
  const types = new Map<FindingType, number>(findings.map(({ type }, index) => [type, index]));
  const has = (type: FindingType) => types.has(type);
  const considered = catalogue.filter(
    ({ signs, refutedBy = [] }) =>
      signs.some(({ finding, speaks }) => speaks && has(finding)) && !refutedBy.some(has),
  );
  const hypotheses = considered.map((mode): Hypothesis => {
    const signs = mode.signs.flatMap(({ finding, chance }) => {
      const index = types.get(finding);
      return index === undefined ? [] : [[index, chance] as const];
    });
    return { prior: priors.of(mode.id), explains: new Map(signs), absence: 1 };
  });
  const leaks = findings.map((finding) =>
    Math.max(FINDING_TYPES[finding.type].leak, leakOf(told.get(finding))),
  );
  return posteriors({ hypotheses, leaks })
    .map((probability, index): TextCause => {
      const mode = considered[index] as Mode;
      const isSurface = mode.level === 'surface';
      const own = new Set(mode.signs.map(({ finding }) => finding));
      const ways = findings
        .filter(({ type }) => mode.signs.some((sign) => sign.speaks && sign.finding === type))
        .map((finding) => told.get(finding) ?? PLAIN);
      // An alert's name alone is a symptom, and what a document shows need not have happened.
      const isTold = ways.some((way) => way.alertOrder === null && !way.isPassing && !way.isShown);
      const limited = isSurface || !isTold ? Math.min(probability, SURFACE_LIMIT) : probability;
      const said = findings.filter(({ type }) => own.has(type));
      return {
        ...{ mode, isSurface, probability: Math.round(limited * 1000) / 1000, findings: said },
        isPassing: ways.every((way) => way.isPassing),
        isShown: ways.every((way) => way.isShown),
        isSymptom: ways.every((way) => way.isSymptom),
        object: objectOf(said, told),
      };
    })
    .filter(({ probability }) => probability >= WORTH_SAYING)
    .sort((a, b) => b.probability - a.probability || (a.mode.id < b.mode.id ? -1 : 1));
}

const PLAIN: Told = {
  ...{ alertOrder: null, isPassing: false, isShown: false, isSymptom: false, object: {} },
};

const leakOf = ({ alertOrder, isPassing }: Told = PLAIN): number =>
  alertOrder !== null ? ALERT_LEAK * (1 + alertOrder) : isPassing ? PASSING_LEAK : TEXT_LEAK;

/** The first object that the findings name; one that is about another pod or workload does not add to it. */
const objectOf = (findings: readonly Finding[], told: ReadonlyMap<Finding, Told>): NamedObject =>
  findings
    .map((finding) => told.get(finding)?.object ?? {})
    .find((object) => Object.keys(object).length > 0) ?? {};

/** Findings of the text that none of the causes accounts for. */
export function unexplained(findings: readonly Finding[], causes: readonly TextCause[]): Finding[] {
  const explained = new Set(causes.flatMap((cause) => cause.findings.map(findingId)));
  return findings.filter((finding) => !explained.has(findingId(finding)));
}
