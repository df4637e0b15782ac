import type { Mode } from '../catalogue/mode.ts';
import { type Finding, findingId } from '../findings/finding.ts';
import { FINDING_TYPES, type FindingType } from '../findings/types.generated.ts';
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
}

/**
 * Without its cluster a text proves less: it may be old, or of something that is over. So much may stand there
 * although no cause is at work.
 */
const TEXT_LEAK = 4e-4;
/** An alert names a symptom: there may well be another cause for it. */
const ALERT_LEAK = 4e-3;
/** What could be a deeper cause's effect is never confirmed by a text. */
const SURFACE_LIMIT = 0.49;
const WORTH_SAYING = 0.05;

/**
 * The modes that best explain what a text says; `alerts` are the findings that only alerts' names speak for, with their
 * place in the list of what these may mean. Pure: the
 * same text gives the same answer, in the same order.
 */
export function explain(
  findings: readonly Finding[],
  catalogue: readonly Mode[],
  priors: Priors,
  alerts: ReadonlyMap<Finding, number> = new Map(),
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
    Math.max(FINDING_TYPES[finding.type].leak, leakOf(alerts.get(finding))),
  );
  return posteriors({ hypotheses, leaks })
    .map((probability, index): TextCause => {
      const mode = considered[index] as Mode;
      const isSurface = mode.level === 'surface';
      const own = new Set(mode.signs.map(({ finding }) => finding));
      // An alert's name alone is a symptom as well.
      const isTold = findings.some(
        (finding) =>
          !alerts.has(finding) && mode.signs.some((sign) => sign.speaks && sign.finding === finding.type),
      );
      const limited = isSurface || !isTold ? Math.min(probability, SURFACE_LIMIT) : probability;
      return {
        ...{ mode, isSurface, probability: Math.round(limited * 1000) / 1000 },
        findings: findings.filter(({ type }) => own.has(type)),
      };
    })
    .filter(({ probability }) => probability >= WORTH_SAYING)
    .sort((a, b) => b.probability - a.probability || (a.mode.id < b.mode.id ? -1 : 1));
}

const leakOf = (alertOrder: number | undefined): number =>
  alertOrder === undefined ? TEXT_LEAK : ALERT_LEAK * (1 + alertOrder);

/** Findings of the text that none of the causes accounts for. */
export function unexplained(findings: readonly Finding[], causes: readonly TextCause[]): Finding[] {
  const explained = new Set(causes.flatMap((cause) => cause.findings.map(findingId)));
  return findings.filter((finding) => !explained.has(findingId(finding)));
}
