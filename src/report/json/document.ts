import { createHash } from 'node:crypto';
import { CATALOGUE } from '../../catalogue/registry.generated.ts';
import type { Cause, NextLook, RuledOut } from '../../diagnose/diagnosis.ts';
import type { Priors } from '../../diagnose/priors.ts';
import { findingId } from '../../findings/finding.ts';
import { type Language, message } from '../../messages/messages.ts';
import type { Diagnosed } from '../diagnosed.ts';
import { blindWords, causeWords, findingSentence, quoteWords } from '../words.ts';
import type { DiagnosisDocument } from './schema.ts';

/** A diagnosis as the contract has it. `durationMs` is the only field that differs between two runs on one bundle. */
export function diagnosisDocument(diagnosed: Diagnosed, language: Language): DiagnosisDocument {
  const { diagnosis, fleet } = diagnosed;
  return {
    schema: 'fleetmedic/diagnosis/v1',
    at: diagnosed.at.toISOString(),
    lang: language,
    fleet: fleet.name,
    engine: diagnosed.engine,
    catalogue: catalogueDigest(),
    priors: priorsDigest(diagnosed.priors),
    verdict: diagnosis.verdict,
    impact: diagnosis.impact,
    causes: diagnosis.causes.map((cause, index) => causeDocument(cause, index + 1, diagnosed, language)),
    findings: diagnosis.findings.map((finding) => ({
      id: findingId(finding),
      state: finding.state,
      why: finding.why,
      subject: finding.subject,
      title: findingSentence(language, finding),
      since: finding.since,
      facts: { ...finding.facts },
      evidence: finding.evidence.map(({ source, at, quote }) => ({ source, at, quote })),
    })),
    unexplained: diagnosis.unexplained,
    ruledOut: diagnosis.ruledOut.map((entry) => ({
      mode: entry.mode,
      component: entry.component,
      because: becauseWords(entry, language),
    })),
    blindSpots: diagnosis.blindSpots.map((spot) => ({
      ...spotWords(language, spot),
      cluster: spot.cluster,
      required: spot.required,
      why: spot.why,
      detail: spot.detail,
    })),
    forecasts: diagnosis.forecasts.map(({ kind, component, what, state, at }) => ({
      ...{ kind, component, what, state, at },
    })),
    next: diagnosis.next.map((look) => ({ look: lookWords(look, language), gain: look.gain })),
    durationMs: Math.round(diagnosed.durationMs),
  };
}

function causeDocument(cause: Cause, rank: number, { fleet }: Diagnosed, language: Language) {
  const { title, summary, immediate, permanent, verify } = causeWords(language, cause, fleet);
  const { mode, variant, probability, confirmed, component, severity, since, over } = cause;
  const { findings, explains, change } = cause;
  return {
    ...{ mode, variant, rank, probability, confirmed, component, severity, since, over, title, summary },
    ...{ findings, explains, change, immediate, permanent, verify },
  };
}

function spotWords(language: Language, spot: Diagnosed['diagnosis']['blindSpots'][number]) {
  const { what, lift } = blindWords(language, spot);
  return { what, lift };
}

export function becauseWords({ because }: RuledOut, language: Language): string {
  if (because.state === 'present') return message(language, 'ruledOut.explained');
  const [first] = because.evidence;
  return first ? quoteWords(language, first) : message(language, 'ruledOut.not');
}

export function lookWords({ finding, gain }: NextLook, language: Language): string {
  const what = findingSentence(language, finding);
  return gain === null ? message(language, 'next.look.unknown', { what }) : what;
}

export function catalogueDigest(): string {
  const content = CATALOGUE.map(({ id, level, signs, breaks }) => ({ id, level, signs, breaks }));
  return digest(JSON.stringify(content));
}

export function priorsDigest(priors: Priors): string {
  return `${priors.name}:${digest(JSON.stringify(CATALOGUE.map(({ id }) => [id, priors.of(id)])))}`;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
