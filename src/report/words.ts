import { kubectl } from '../catalogue/commands.ts';
import type { Mode, ModeProse, Remedy, RemedyContext } from '../catalogue/mode.ts';
import { CATALOGUE } from '../catalogue/registry.generated.ts';
import { diagnoseAgain } from '../catalogue/shared-steps.ts';
import type { Cause } from '../diagnose/diagnosis.ts';
import type { TextCause } from '../diagnose/explain.ts';
import { askedOfGrafana } from '../evidence/grafana.ts';
import { workloadOf } from '../evidence/paste/objects.ts';
import type { BlindSpot } from '../findings/blind-spots.ts';
import { type Finding, type Quote, shortened } from '../findings/finding.ts';
import { isQuotation, type Note, saidIn } from '../findings/notes.ts';
import type { FindingType } from '../findings/types.generated.ts';
import { type Fleet, indexFleet } from '../fleet/fleet.ts';
import type { ComponentRef, NamedObject, Subject, TextRef } from '../fleet/subjects.ts';
import { FINDING_MESSAGES } from '../messages/findings.generated.ts';
import { detailWords, type Language, type MessageParams, message } from '../messages/messages.ts';
import { MODE_PROSE, SHARED_STEPS } from '../messages/modes.generated.ts';
import { commandFor, grantFor } from './commands.ts';

/** A step of a remedy or proof, in words and as commands ready to paste. */
export interface Step {
  remedy: string;
  title: string;
  commands: string[];
}

/** The words of a cause in one language. */
export interface CauseWords {
  title: string;
  summary: string;
  meaning: string;
  impact: string;
  prevention: string;
  immediate: Step[];
  permanent: Step[];
  verify: Step[];
}

const MODES = new Map<string, Mode>(CATALOGUE.map((mode) => [mode.id, mode]));

/** Whether a finding is the sign of some failure mode: shown under another cause it would mislead. */
export function speaksForSomeCause({ type }: Finding): boolean {
  return CATALOGUE.some(({ signs }) => signs.some(({ finding, speaks }) => speaks && finding === type));
}

export function causeWords(language: Language, cause: Cause, fleet: Fleet): CauseWords {
  const mode = MODES.get(cause.mode);
  if (!mode) throw new Error(`no such mode: ${cause.mode}`);
  const prose = MODE_PROSE[cause.mode][language];
  const { component, sign, variant } = cause;
  const params = {
    ...{
      name: component.name,
      kind: component.kind,
      namespace: component.namespace ?? '–',
      cluster: component.cluster,
    },
    ...saidFacts(language, sign),
  };
  const context: RemedyContext = {
    component,
    facts: sign.facts,
    variant,
    query: queryOf(fleet),
    identityLabel: fleet.identityLabel,
  };
  const words: Record<string, string> = { ...SHARED_STEPS[language], ...prose.steps };
  const step = (remedy: Remedy): Step[] => {
    const commands = remedy.commands?.(context) ?? [];
    // A step that is all command and has none here does not apply.
    if (remedy.commands && commands.length === 0) return [];
    return [{ remedy: remedy.id, title: lenient(words[remedy.id] ?? remedy.id, params), commands }];
  };
  return {
    title: prose.title,
    summary: lenient(summaryFor(prose, params), params),
    meaning: prose.meaning,
    impact: prose.impact,
    prevention: prose.prevention,
    immediate: mode.immediate.flatMap(step),
    permanent: mode.permanent.flatMap(step),
    verify: [...mode.verify, diagnoseAgain].flatMap(step),
  };
}

/** Stands in commands for what a text does not tell: a person fills it in. */
const PLACEHOLDER: ComponentRef = {
  ...{ type: 'component', cluster: 'CONTEXT', namespace: 'NAMESPACE', kind: 'Deployment', name: 'NAME' },
  ...{ role: 'target', pod: null, container: null },
};

/** The component that a text names, with placeholders for what it does not say. */
export function namedComponent(object: NamedObject): ComponentRef {
  const own = object.kind !== undefined &&
    object.name !== undefined && { kind: object.kind, name: object.name };
  const workload = own || (object.pod === undefined ? null : workloadOf(object.pod));
  const pod = object.pod === undefined ? null : { kind: 'Pod', name: object.pod };
  return {
    ...PLACEHOLDER,
    ...(workload ?? pod),
    ...(object.context !== undefined && { cluster: object.context }),
    ...(object.namespace !== undefined && { namespace: object.namespace }),
    ...{ pod: object.pod ?? null, container: object.container ?? null },
  };
}

/** What a text names, as people write it: `edge-1 StatefulSet monitoring/thanos-receive, thanos-receive-0`; empty for nothing. */
export function placeOf(object: NamedObject): string {
  const { context, namespace, pod, container, claim, node } = object;
  const { kind, name } = namedComponent(object);
  const isWorkload = name !== PLACEHOLDER.name;
  const path = [namespace, isWorkload ? name : undefined].filter(Boolean).join('/');
  const head = [context, isWorkload ? kind : undefined, path].filter(Boolean).join(' ');
  return [head, pod === name ? undefined : pod, container, claim, node].filter(Boolean).join(', ');
}

/** Shows whether a pod is Ready now, and since when: a start is over after a moment. */
export function readyCommand(object: NamedObject): [string] {
  const component = namedComponent(object);
  return [kubectl(component, 'get', 'pod', ...(object.pod === undefined ? [] : [object.pod]), '-o', 'wide')];
}

/** What to look at where a text names a symptom: what the cluster says of the pod, and what its last run said. */
export function lookCommands(object: NamedObject): [string, string] {
  const component = namedComponent(object);
  const { pod = 'POD', container } = object;
  const own = container === undefined ? [] : ['-c', container];
  return [
    kubectl(component, 'describe', 'pod', pod),
    kubectl(component, 'logs', pod, ...own, '--previous', '--tail=50'),
  ];
}

/** The words of a cause that a text speaks for. */
export function textCauseWords(
  language: Language,
  { mode, findings, object }: Pick<TextCause, 'mode' | 'findings' | 'object'>,
): CauseWords {
  const [spoke] = findings;
  if (!spoke) throw new Error(`nothing speaks for ${mode.id}`);
  const { pod, container, claim, node } = object;
  const named = Object.entries({ pod, container, claim, node }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const sign = { ...spoke, facts: { ...Object.fromEntries(named), ...spoke.facts } };
  const component = namedComponent(object);
  const cause: Cause = {
    ...{ mode: mode.id, variant: null, probability: 0, confirmed: false, component: PLACEHOLDER },
    ...{ severity: 'warning', since: null, over: null, change: null, sign, findings: [], explains: [] },
    ...{ mode: mode.id, variant: null, probability: 0, confirmed: false, component },
    ...{ severity: 'warning', since: null, change: null, sign, findings: [], explains: [] },
  };
  return causeWords(language, cause, NO_FLEET);
}

const NO_FLEET: Fleet = { name: null, identityLabel: 'cluster', clusters: [], components: [], links: [] };

/** The headline of a mode; its id where the catalogue does not have it. */
export function modeTitle(language: Language, id: string): string {
  return MODES.has(id) ? MODE_PROSE[id as keyof typeof MODE_PROSE][language].title : id;
}

/** Which facts there are depends on the finding that spoke: what is not known is a dash. */
const PLACEHOLDERS = /\{([a-zA-Z]+)\}/g;

/** The summary, or what stands in for it where a fact is missing. */
function summaryFor(prose: Pick<ModeProse, 'summary' | 'brief'>, params: MessageParams): string {
  const names = [...prose.summary.matchAll(PLACEHOLDERS)].map(([, name = '']) => name);
  return names.every((name) => isKnownIn(params, name)) ? prose.summary : (prose.brief ?? prose.summary);
}

/** What is told after a colon or a sentence at the end, or in brackets: it is left out where nothing of it is known. */
const ADDED =
  / ?\([^(){}]{0,60}(?:\{\w{1,30}\}[^(){}]{0,60}){1,4}\)|: \{\w{1,30}\}(?=\.?$|\.? \()|(?<=\.) \{\w{1,30}\}$/g;

const isKnownIn = (params: MessageParams, name: string) => params[name] !== undefined && params[name] !== '';

const withoutUnknown = (template: string, params: MessageParams): string =>
  template.replace(ADDED, (part) =>
    [...part.matchAll(PLACEHOLDERS)].some(([, name = '']) => isKnownIn(params, name)) ? part : '',
  );

/** The sentence of a finding, or what stands in for it where a figure of it is not known. */
function sentenceOf(language: Language, type: FindingType, params: MessageParams): string {
  const { [language]: sentence } = FINDING_MESSAGES[`finding.${type}`];
  const names = [...withoutUnknown(sentence, params).matchAll(PLACEHOLDERS)].map(([, name = '']) => name);
  const isTold = names.every((name) => isKnownIn(params, name));
  return lenient(isTold ? sentence : (BRIEF[`finding-brief.${type}`]?.[language] ?? sentence), params);
}

const BRIEF: Readonly<Record<string, Record<Language, string>>> = FINDING_MESSAGES;

function lenient(template: string, params: MessageParams): string {
  return withoutUnknown(template, params).replace(PLACEHOLDERS, (_, name: string) => {
    const value = params[name];
    return value === undefined || value === '' ? '–' : String(value);
  });
}

/** The way to a Query through its cluster's API; `null` where the fleet has none that runs. */
function queryOf(fleet: Fleet): RemedyContext['query'] {
  const query = indexFleet(fleet)
    .byRole('query')
    .find(({ pods, httpPort }) => pods.length > 0 && httpPort !== null);
  if (!query) return null;
  const path = `/api/v1/namespaces/${query.ref.namespace}/pods/${query.pods[0]}:${query.httpPort}/proxy${query.routePrefix}`;
  return { cluster: query.ref.cluster, path };
}

/** A component as people call it: `StatefulSet monitoring/thanos-receive`. */
export function componentName(ref: ComponentRef): string {
  return ref.namespace === null ? `${ref.kind} ${ref.name}` : `${ref.kind} ${ref.namespace}/${ref.name}`;
}

export function subjectName(subject: Subject): string {
  switch (subject.type) {
    case 'component':
      return subject.namespace === null
        ? subject.name
        : `${subject.cluster} ${subject.namespace}/${subject.name}`;
    case 'link':
      return `${subjectName(subject.from)} → ${subjectName(subject.to)}`;
    case 'external':
      return subject.host;
    case 'text':
      return `${subject.line}:${subject.column}`;
  }
}

/** What was seen: another system's words as they are, what medic says of it in the language of the report. */
export const quoteWords = (language: Language, { quote, note }: Quote): string =>
  note === undefined ? detailWords(language, quote) : shortened(noteWords(language, note));

/** Whether it is said by medic: what others said is shown as a quotation. */
export const isOwnQuote = ({ note }: Quote): boolean => note !== undefined && !isQuotation(note);

export const noteWords = (language: Language, note: Note): string =>
  message(
    language,
    `note.${note.id}`,
    saidIn(note, (words) =>
      typeof words === 'string' ? detailWords(language, words) : noteWords(language, words),
    ),
  );

/** Facts of a finding, those that medic says in the language of the report. */
const saidFacts = (language: Language, { facts, notes = {} }: Finding): Finding['facts'] => ({
  ...facts,
  ...Object.fromEntries(Object.entries(notes).map(([name, note]) => [name, noteWords(language, note)])),
});

export function findingSentence(language: Language, finding: Finding): string {
  const subject =
    finding.subject.type === 'text'
      ? message(language, 'explain.subject', { line: finding.subject.line })
      : subjectName(finding.subject);
  // Which facts there are depends on what was seen: a text has none.
  const sentence = sentenceOf(language, finding.type, { ...saidFacts(language, finding), subject });
  // An alert names a symptom: what it may mean was not said by the part itself.
  return finding.facts.isAlert === 1 ? message(language, 'explain.alert', { sentence }) : sentence;
}

/** A detail that says no more than the reason does, which is said in the language of the report. */
const isRepeated = ({ why, detail }: BlindSpot): boolean => !detail || detail === message('en', `why.${why}`);

export function blindWords(
  language: Language,
  spot: BlindSpot,
): { what: string; why: string; lift: string; command: string | null } {
  const command =
    spot.why === 'forbidden' ? grantFor(spot.cluster, spot.path) : commandFor(spot.cluster, spot.path);
  const isGrafanas = askedOfGrafana(spot.path) !== null;
  const lift = isGrafanas
    ? 'lift.grafana'
    : spot.why === 'out-of-scope'
      ? 'lift.out-of-scope'
      : spot.why === 'forbidden'
        ? 'lift.forbidden'
        : spot.why === 'unauthorized'
          ? 'lift.unauthorized'
          : 'lift.ask';
  const why = message(language, `why.${spot.why}`);
  const detail = detailWords(language, spot.detail);
  return {
    what: message(language, `look.${spot.what}`, { object: spot.object ?? '' }),
    why: isRepeated(spot) || detail === why ? why : `${why} (${detail})`,
    lift: message(language, lift, { command }),
    command: lift === 'lift.grafana' || lift === 'lift.out-of-scope' ? null : command,
  };
}

/** A stretch of time in the unit that people would use. */
export function duration(language: Language, seconds: number): string {
  if (seconds < 120) return message(language, 'duration.seconds', { n: Math.round(seconds) });
  if (seconds < 7200) return message(language, 'duration.minutes', { n: Math.round(seconds / 60) });
  if (seconds < 172_800) return message(language, 'duration.hours', { n: Math.round(seconds / 3600) });
  return message(language, 'duration.days', { n: Math.round(seconds / 86_400) });
}

/** The words of a mode in general: what is seen then, without a cluster. */
export function generalWords(language: Language, mode: Mode): CauseWords & { detection: string[] } {
  const signs = mode.signs.filter(({ speaks }) => speaks).map(({ finding }) => finding);
  const [first] = signs;
  if (!first) throw new Error(`nothing speaks for ${mode.id}`);
  const subject: TextRef = { type: 'text', line: 0, column: 0 };
  const finding: Finding = {
    ...{
      type: first,
      subject,
      state: 'present',
      why: null,
      evidence: [],
      since: null,
      change: null,
      facts: {},
    },
  };
  const words = textCauseWords(language, { mode, findings: [finding], object: {} });
  const general = { subject: message(language, 'modes.subject') };
  const detection = signs.map((type) => sentenceOf(language, type, general));
  return { ...words, detection };
}
