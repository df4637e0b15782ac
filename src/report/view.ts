import type { Cause, Diagnosis } from '../diagnose/diagnosis.ts';
import { type Finding, findingId, type Quote } from '../findings/finding.ts';
import { type Language, type MessageKey, type MessageParams, message } from '../messages/messages.ts';
import { commandFor } from './commands.ts';
import type { Diagnosed } from './diagnosed.ts';
import { type FindingGroup, groupFindings } from './groups.ts';
import { becauseWords, lookWords } from './json/document.ts';
import { type Moment, timelineOf } from './timeline.ts';
import { isWayHit } from './way.ts';
import {
  blindWords,
  causeWords,
  componentName,
  duration,
  findingSentence,
  isOwnQuote,
  quoteWords,
  type Step,
  speaksForSomeCause,
} from './words.ts';

/** A diagnosis in the words of one language, in the order in which a person reads it. Formats only lay it out. */
export interface ReportView {
  language: Language;
  verdict: Diagnosis['verdict'];
  verdictWord: string;
  headline: string;
  causes: CauseView[];
  /** Said where something is abnormal and nothing explains it: the sentence, and where to look next. */
  noCause: { sentence: string; next: string | null } | null;
  candidates: string[];
  groups: FindingGroup[];
  unexplained: Said[];
  ruledOut: string[];
  /** `command` is what `lift` tells to type, where it does. */
  blindSpots: { line: string; lift: string; command: string | null; required: boolean }[];
  /** What runs out, and when. */
  forecasts: string[];
  next: string[];
  timeline: Moment[];
  footer: string;
}

export interface CauseView {
  cause: Cause;
  title: string;
  where: string;
  summary: string;
  facts: string;
  fiveWs: { label: string; words: string }[];
  evidence: Said[];
  immediate: Step[];
  permanent: Step[];
  verify: Step[];
}

/** A finding's sentence with what was seen, and how to see it again. */
export interface Said {
  sentence: string;
  /** `isOwn`: words of medic, which are no quotation. */
  quotes: { words: string; command: string; isOwn: boolean }[];
}

const MAX_FINDINGS = 6;
const MAX_QUOTES = 2;
const MAX_CANDIDATES = 5;
const MAX_UNEXPLAINED = 10;

export function reportView(diagnosed: Diagnosed, language: Language): ReportView {
  const { diagnosis, fleet } = diagnosed;
  const text = (key: MessageKey, params?: MessageParams) => message(language, key, params);
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
  const isAbnormal = diagnosis.verdict === 'down' || diagnosis.verdict === 'degraded';
  const next = diagnosis.next.map((look) => {
    const what = lookWords(look, language);
    return look.gain === null ? what : text('next.look', { what, gain: look.gain.toFixed(2) });
  });
  const [firstLook] = diagnosis.next;
  return {
    language,
    verdict: diagnosis.verdict,
    verdictWord: text(`verdict.${diagnosis.verdict}`),
    headline: headline(language, diagnosed),
    causes: confirmed.map((cause) => causeView(language, diagnosed, cause)),
    noCause:
      confirmed.length === 0 && isAbnormal
        ? { sentence: text('cause.none'), next: firstLook ? lookWords(firstLook, language) : null }
        : null,
    candidates: diagnosis.causes
      .filter((cause) => !cause.confirmed)
      .slice(0, MAX_CANDIDATES)
      .map((cause) => {
        const component = `${cause.component.cluster} ${componentName(cause.component)}`;
        const facts = { mode: cause.mode, percent: percentOf(cause.probability), component };
        return `${causeWords(language, cause, fleet).title}: ${text('cause.facts', facts)}`;
      }),
    groups: groupFindings(diagnosis.findings, language),
    unexplained: diagnosis.unexplained
      .flatMap((id) => diagnosis.findings.find((finding) => findingId(finding) === id) ?? [])
      .slice(0, MAX_UNEXPLAINED)
      .map((finding) => said(language, finding)),
    ruledOut: diagnosis.ruledOut.map((entry) => {
      const component = `${entry.component.cluster} ${componentName(entry.component)}`;
      return text('ruledOut.line', { mode: entry.mode, component, because: becauseWords(entry, language) });
    }),
    blindSpots: diagnosis.blindSpots
      .toSorted((a, b) => Number(b.required) - Number(a.required))
      .map((spot) => {
        const { what, why, lift, command } = blindWords(language, spot);
        const line = text('blind.line', { what, why, cluster: spot.cluster });
        const { required } = spot;
        return { line: required ? `${line} [${text('blind.required')}]` : line, lift, command, required };
      }),
    forecasts: forecastLines(language, diagnosed),
    next,
    timeline: timelineOf(diagnosed, language),
    footer: text('report.footer', {
      clusters: diagnosis.impact.length,
      ms: Math.round(diagnosed.durationMs),
    }),
  };
}

const MAX_FORECASTS = 6;

/** What grows; that something does not, or could not be told, is left to the program that reads JSON. */
function forecastLines(language: Language, { diagnosis, at }: Diagnosed): string[] {
  return diagnosis.forecasts
    .flatMap((one) => (one.at === null ? [] : [{ ...one, at: one.at }]))
    .slice(0, MAX_FORECASTS)
    .map(({ kind, component, what, at: time }) =>
      message(
        language,
        kind === 'queue-full' && Date.parse(time) <= at.getTime()
          ? 'forecast.queue-is-full'
          : `forecast.${kind}`,
        {
          ...{ component: componentName(component), cluster: component.cluster, what },
          ...{ at: shortTime(time) },
          left: duration(language, Math.max(0, (Date.parse(time) - at.getTime()) / 1000)),
        },
      ),
    );
}

function headline(language: Language, { diagnosis, fleet }: Diagnosed): string {
  const text = (key: MessageKey, params?: MessageParams) => message(language, key, params);
  const silent = diagnosis.impact.filter(({ status }) => status === 'silent');
  if (silent.length > 0) {
    const clusters = silent.map(({ cluster, lastSampleAgeSeconds: age }) =>
      text('impact.for', { cluster, age: ageWords(language, age, diagnosis, cluster) }),
    );
    return text('headline.silent', { clusters: clusters.join(', ') });
  }
  const present = diagnosis.findings.filter(({ state }) => state === 'present');
  if (diagnosis.verdict === 'down') return text('headline.query');
  if (diagnosis.verdict === 'degraded') {
    const areAllFresh =
      diagnosis.impact.length > 0 && diagnosis.impact.every(({ status }) => status === 'fresh');
    const oldest = Math.max(0, ...diagnosis.impact.map(({ lastSampleAgeSeconds: age }) => age ?? 0));
    const key = !areAllFresh ? 'abnormal-unsure' : isWayHit(diagnosis) ? 'abnormal-heard' : 'abnormal';
    return text(`headline.${key}`, { count: present.length, age: duration(language, oldest) });
  }
  if (diagnosis.verdict === 'healthy') {
    const { clusters, components, links } = fleet;
    const isPart = diagnosis.blindSpots.some(({ why }) => why === 'out-of-scope');
    return text(isPart ? 'headline.partly' : 'headline.healthy', {
      clusters: clusters.length,
      components: components.length,
      links: links.length,
    });
  }
  const mute = present.filter(({ type }) => type === 'api-unreachable');
  if (mute.length > 0) {
    const clusters = mute
      .map(({ subject }) => (subject.type === 'component' ? subject.cluster : ''))
      .join(', ');
    return text('headline.unreachable', { clusters });
  }
  const isEmpty = fleet.components.length === 0 && diagnosis.blindSpots.length === 0;
  return isEmpty
    ? text('headline.empty', { clusters: fleet.clusters.map(({ name }) => name).join(', ') })
    : text('headline.blind');
}

/** How long a cluster has been silent; samples that arrive without its label are not silence of its parts. */
function ageWords(language: Language, age: number | null, { findings }: Diagnosis, cluster: string): string {
  if (age !== null) return duration(language, age);
  const isUnlabelled = findings.some(
    ({ type, facts }) => type === 'cluster-silent' && facts.cluster === cluster && facts.unlabelled === 1,
  );
  return message(language, isUnlabelled ? 'impact.unlabelled' : 'impact.never');
}

function causeView(language: Language, diagnosed: Diagnosed, cause: Cause): CauseView {
  const text = (key: MessageKey, params?: MessageParams) => message(language, key, params);
  const words = causeWords(language, cause, diagnosed.fleet);
  const { title, summary, immediate, permanent, verify } = words;
  return {
    ...{
      cause,
      title,
      summary:
        cause.over === null ? summary : `${summary} ${text('cause.over', { over: shortTime(cause.over) })}`,
      immediate,
      permanent,
      verify,
    },
    where: `${cause.component.cluster} ${componentName(cause.component)}`,
    facts: message(language, 'cause.facts', {
      mode: cause.variant ? `${cause.mode} (${cause.variant})` : cause.mode,
      percent: percentOf(cause.probability),
      component: componentName(cause.component),
    }),
    fiveWs: fiveWs(language, diagnosed, cause, words),
    evidence: evidenceOf(diagnosed.diagnosis, cause).map((finding) => said(language, finding)),
  };
}

/** Never 0 or 100: nothing is that sure. */
export function percentOf(probability: number): string {
  if (probability > 0.99) return '> 99';
  return probability < 0.01 ? '< 1' : (probability * 100).toFixed(0);
}

function fiveWs(
  language: Language,
  diagnosed: Diagnosed,
  cause: Cause,
  { summary, meaning }: { summary: string; meaning: string },
): CauseView['fiveWs'] {
  const text = (key: MessageKey, params?: MessageParams) => message(language, key, params);
  const { component, change, since, over } = cause;
  const age = since === null ? 0 : (diagnosed.at.getTime() - Date.parse(since)) / 1000;
  const answers = {
    what: summary,
    where: text('5w1h.where.component', {
      component: componentName(component),
      cluster: component.cluster,
    }),
    when:
      since === null
        ? text('5w1h.when.unknown')
        : over !== null
          ? text('5w1h.when.over', { at: shortTime(since), over: shortTime(over) })
          : text('5w1h.when.since', { at: shortTime(since), age: duration(language, Math.max(0, age)) }),
    who:
      change === null
        ? text(component.kind === 'Secret' ? '5w1h.who.secret' : '5w1h.who.unknown')
        : change.by === null
          ? text('5w1h.who.unsigned', { what: change.what, at: shortTime(change.at) })
          : text('5w1h.who.change', { by: change.by, what: change.what, at: shortTime(change.at) }),
    why: meaning,
    how: chain(language, diagnosed.diagnosis, cause),
  };
  return (['what', 'where', 'when', 'who', 'why', 'how'] as const).map((key) => ({
    label: text(`5w1h.${key}`),
    words: answers[key],
  }));
}

/** What a user of the pipeline notices: told as an effect even where it is seen on the cause's own part. */
const IMPACTS = ['cluster-silent', 'query-unanswered'];

/** What followed from the cause, each effect once. */
function chain(language: Language, diagnosis: Diagnosis, cause: Cause): string {
  const effects = cause.explains
    .filter((id) => !cause.findings.includes(id) || IMPACTS.some((type) => id.startsWith(`${type}@`)))
    .flatMap((id) => diagnosis.findings.find((finding) => findingId(finding) === id) ?? [])
    .map((finding) => findingSentence(language, finding));
  return effects.length === 0 ? message(language, '5w1h.how.alone') : effects.slice(0, 6).join('; ');
}

export const shortTime = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

/** The finding that speaks for the cause first; then what follows from it, but not what speaks for other causes. */
function evidenceOf(diagnosis: Diagnosis, cause: Cause): Finding[] {
  const following = [...cause.findings, ...cause.explains]
    .flatMap((id) => diagnosis.findings.find((finding) => findingId(finding) === id) ?? [])
    .filter((finding) => finding.type === cause.sign.type || !speaksForSomeCause(finding));
  return [...new Set([cause.sign, ...following])].slice(0, MAX_FINDINGS);
}

function said(language: Language, finding: Finding): Said {
  return {
    sentence: findingSentence(language, finding),
    quotes: finding.evidence.slice(0, MAX_QUOTES).map((quote) => ({
      words: quoteWords(language, quote),
      isOwn: isOwnQuote(quote),
      command: commandOf(quote, finding),
    })),
  };
}

function commandOf(quote: Quote, { subject }: Finding): string {
  const blank = quote.source.lastIndexOf(' /');
  return commandFor(quote.source.slice(0, blank), quote.source.slice(blank + 1), subject);
}
