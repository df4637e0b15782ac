import { shellWord } from '../../catalogue/commands.ts';
import type { Cause, Diagnosis } from '../../diagnose/diagnosis.ts';
import { type Finding, findingId, type Quote } from '../../findings/finding.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { commandFor } from '../commands.ts';
import type { Diagnosed } from '../diagnosed.ts';
import { becauseWords, lookWords } from '../json/document.ts';
import {
  blindWords,
  causeWords,
  componentName,
  duration,
  findingSentence,
  type Step,
  speaksForSomeCause,
} from '../words.ts';
import { pad, wrap } from './wrap.ts';
import { clean, type TextOptions, Writer } from './writer.ts';

const MAX_FINDINGS = 6;
const MAX_QUOTES = 2;
const MAX_RULED_OUT = 6;
const MAX_BLIND = 12;

/** The report for a terminal: verdict and cause in the first lines, then the four steps of the source document. */
export function textReport(diagnosed: Diagnosed, options: TextOptions): string {
  const { diagnosis } = diagnosed;
  const writer = new Writer(options);
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
  head(writer, diagnosed, confirmed);
  if (options.kubeconfig !== undefined && confirmed.length > 0) {
    writer.blank();
    writer.line(writer.style.dim(clean(`$ export KUBECONFIG=${shellWord(options.kubeconfig)}`)));
  }
  for (const [index, cause] of confirmed.entries()) {
    causeSections(writer, diagnosed, cause, confirmed.length > 1 ? index + 1 : null);
  }
  candidates(writer, diagnosed);
  unexplained(writer, diagnosis);
  ruledOut(writer, diagnosis);
  blindSpots(writer, diagnosis);
  next(writer, diagnosis);
  writer.blank();
  writer.line(
    writer.style.dim(
      writer.text('report.footer', {
        clusters: diagnosis.impact.length,
        ms: Math.round(diagnosed.durationMs),
      }),
    ),
  );
  return writer.toString();
}

function head(writer: Writer, diagnosed: Diagnosed, confirmed: readonly Cause[]): void {
  const { diagnosis } = diagnosed;
  const { style } = writer;
  const mark = { healthy: style.good, degraded: style.warn, down: style.bad, unknown: style.warn }[
    diagnosis.verdict
  ];
  writer.line(
    `${mark(style.bold(writer.text(`verdict.${diagnosis.verdict}`)))}  ${clean(headline(writer, diagnosed))}`,
  );
  for (const cause of confirmed) {
    const words = causeWords(writer.language, cause, diagnosed.fleet);
    const where = `${cause.component.cluster} ${componentName(cause.component)}`;
    const line = clean(writer.text('cause.line', { mark: '✗', title: words.title, where }));
    for (const part of wrap(line, writer.width).split('\n')) writer.line(style.bold(part));
    writer.prose(words.summary, '  ');
  }
  const isAbnormal = diagnosis.verdict === 'down' || diagnosis.verdict === 'degraded';
  if (confirmed.length === 0 && isAbnormal) {
    writer.line(style.bold(writer.text('cause.none')));
    for (const look of diagnosis.next.slice(0, 1))
      writer.prose(`${writer.text('section.next')}: ${lookWords(look, writer.language)}`, '  ');
  }
}

function headline(writer: Writer, { diagnosis, fleet }: Diagnosed): string {
  const silent = diagnosis.impact.filter(({ status }) => status === 'silent');
  if (silent.length > 0) {
    const clusters = silent.map(({ cluster, lastSampleAgeSeconds: age }) =>
      writer.text('impact.for', {
        cluster,
        age: ageWords(writer, age, diagnosis, cluster),
      }),
    );
    return writer.text('headline.silent', { clusters: clusters.join(', ') });
  }
  const present = diagnosis.findings.filter(({ state }) => state === 'present');
  if (diagnosis.verdict === 'down') return writer.text('headline.query');
  if (diagnosis.verdict === 'degraded') {
    const areAllFresh =
      diagnosis.impact.length > 0 && diagnosis.impact.every(({ status }) => status === 'fresh');
    const oldest = Math.max(0, ...diagnosis.impact.map(({ lastSampleAgeSeconds: age }) => age ?? 0));
    return writer.text(areAllFresh ? 'headline.abnormal' : 'headline.abnormal-unsure', {
      count: present.length,
      age: duration(writer.language, oldest),
    });
  }
  if (diagnosis.verdict === 'healthy') {
    const { clusters, components, links } = fleet;
    const isPart = diagnosis.blindSpots.some(({ why }) => why === 'out-of-scope');
    return writer.text(isPart ? 'headline.partly' : 'headline.healthy', {
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
    return writer.text('headline.unreachable', { clusters });
  }
  const isEmpty = fleet.components.length === 0 && diagnosis.blindSpots.length === 0;
  return isEmpty
    ? writer.text('headline.empty', { clusters: fleet.clusters.map(({ name }) => name).join(', ') })
    : writer.text('headline.blind');
}

/** How long a cluster has been silent; samples that arrive without its label are not silence of its parts. */
function ageWords(writer: Writer, age: number | null, { findings }: Diagnosis, cluster: string): string {
  if (age !== null) return duration(writer.language, age);
  const isUnlabelled = findings.some(
    ({ type, facts }) => type === 'cluster-silent' && facts.cluster === cluster && facts.unlabelled === 1,
  );
  return writer.text(isUnlabelled ? 'impact.unlabelled' : 'impact.never');
}

function causeSections(writer: Writer, diagnosed: Diagnosed, cause: Cause, number: number | null): void {
  const words = causeWords(writer.language, cause, diagnosed.fleet);
  const { style } = writer;
  writer.blank();
  const facts = writer.text('cause.facts', {
    mode: cause.variant ? `${cause.mode} (${cause.variant})` : cause.mode,
    percent: percentOf(cause.probability),
    component: componentName(cause.component),
  });
  const line = clean(`${number === null ? '' : `[${number}] `}${facts}`);
  for (const part of wrap(line, writer.width).split('\n')) writer.line(style.dim(part));
  fiveWs(writer, diagnosed, cause, words.meaning);
  evidence(writer, diagnosed, cause);
  steps(writer, 'section.immediate', words.immediate);
  steps(writer, 'section.permanent', words.permanent);
  steps(writer, 'section.verify', words.verify);
}

/** Never 0 or 100: nothing is that sure. */
function percentOf(probability: number): string {
  if (probability > 0.99) return '> 99';
  return probability < 0.01 ? '< 1' : (probability * 100).toFixed(0);
}

function fiveWs(writer: Writer, diagnosed: Diagnosed, cause: Cause, why: string): void {
  writer.heading('section.5w1h');
  const labels = (['what', 'where', 'when', 'who', 'why', 'how'] as const).map(
    (key) => [key, writer.text(`5w1h.${key}`)] as const,
  );
  const { component, change, since } = cause;
  const age = since === null ? 0 : (diagnosed.at.getTime() - Date.parse(since)) / 1000;
  const answers = {
    what: causeWords(writer.language, cause, diagnosed.fleet).summary,
    where: writer.text('5w1h.where.component', {
      component: componentName(component),
      cluster: component.cluster,
    }),
    when:
      since === null
        ? writer.text('5w1h.when.unknown')
        : writer.text('5w1h.when.since', {
            at: shortTime(since),
            age: duration(writer.language, Math.max(0, age)),
          }),
    who:
      change === null
        ? writer.text(component.kind === 'Secret' ? '5w1h.who.secret' : '5w1h.who.unknown')
        : change.by === null
          ? writer.text('5w1h.who.unsigned', { what: change.what, at: shortTime(change.at) })
          : writer.text('5w1h.who.change', { by: change.by, what: change.what, at: shortTime(change.at) }),
    why,
    how: chain(writer, diagnosed.diagnosis, cause),
  };
  const width = Math.max(...labels.map(([, label]) => label.length * 2));
  for (const [key, label] of labels) {
    const [first = '', ...rest] = wrap(clean(answers[key]), writer.width - width - 4).split('\n');
    writer.line(`  ${pad(label, width)}  ${first}`);
    for (const line of rest) writer.line(`  ${' '.repeat(width)}  ${line}`);
  }
}

/** What a user of the pipeline notices: told as an effect even where it is seen on the cause's own part. */
const IMPACTS = ['cluster-silent', 'query-unanswered'];

/** What followed from the cause, each effect once. */
function chain(writer: Writer, diagnosis: Diagnosis, cause: Cause): string {
  const effects = cause.explains
    .filter((id) => !cause.findings.includes(id) || IMPACTS.some((type) => id.startsWith(`${type}@`)))
    .flatMap((id) => diagnosis.findings.find((finding) => findingId(finding) === id) ?? [])
    .map((finding) => findingSentence(writer.language, finding));
  return effects.length === 0 ? writer.text('5w1h.how.alone') : effects.slice(0, 6).join('; ');
}

const shortTime = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

function evidence(writer: Writer, { diagnosis }: Diagnosed, cause: Cause): void {
  writer.heading('section.evidence');
  const shown = new Set<string>();
  for (const finding of evidenceOf(diagnosis, cause)) {
    writer.prose(findingSentence(writer.language, finding), '  • ');
    for (const quote of finding.evidence.slice(0, MAX_QUOTES)) {
      writer.prose(`“${quote.quote}”`, '      ');
      const command = commandOf(quote, finding);
      if (!shown.has(command)) writer.line(writer.style.dim(clean(`      $ ${command}`)));
      shown.add(command);
    }
  }
}

/** The finding that speaks for the cause first; then what follows from it, but not what speaks for other causes. */
function evidenceOf(diagnosis: Diagnosis, cause: Cause): Finding[] {
  const following = [...cause.findings, ...cause.explains]
    .flatMap((id) => diagnosis.findings.find((finding) => findingId(finding) === id) ?? [])
    .filter((finding) => finding.type === cause.sign.type || !speaksForSomeCause(finding));
  return [...new Set([cause.sign, ...following])].slice(0, MAX_FINDINGS);
}

function commandOf(quote: Quote, { subject }: Finding): string {
  const blank = quote.source.lastIndexOf(' /');
  return commandFor(quote.source.slice(0, blank), quote.source.slice(blank + 1), subject);
}

function steps(writer: Writer, key: MessageKey, list: readonly Step[]): void {
  if (list.length === 0) return;
  writer.heading(key);
  list.forEach((step, index) => {
    writer.prose(step.title, `  ${index + 1}. `);
    for (const command of step.commands) writer.line(`     $ ${clean(command)}`);
  });
}

function candidates(writer: Writer, diagnosed: Diagnosed): void {
  const list = diagnosed.diagnosis.causes.filter((cause) => !cause.confirmed);
  if (list.length === 0) return;
  writer.heading('section.candidates');
  for (const cause of list.slice(0, 5)) {
    const facts = writer.text('cause.facts', {
      mode: cause.mode,
      percent: percentOf(cause.probability),
      component: `${cause.component.cluster} ${componentName(cause.component)}`,
    });
    writer.prose(`${causeWords(writer.language, cause, diagnosed.fleet).title}: ${facts}`, '  • ');
  }
}

function unexplained(writer: Writer, diagnosis: Diagnosis): void {
  if (diagnosis.unexplained.length === 0) return;
  writer.heading('section.unexplained');
  for (const id of diagnosis.unexplained.slice(0, 10)) {
    const finding = diagnosis.findings.find((candidate) => findingId(candidate) === id);
    if (!finding) continue;
    writer.prose(findingSentence(writer.language, finding), '  • ');
    for (const quote of finding.evidence.slice(0, MAX_QUOTES)) writer.prose(`“${quote.quote}”`, '      ');
  }
}

function ruledOut(writer: Writer, diagnosis: Diagnosis): void {
  if (diagnosis.ruledOut.length === 0) return;
  writer.heading('section.ruledOut');
  for (const entry of diagnosis.ruledOut.slice(0, MAX_RULED_OUT)) {
    const because = becauseWords(entry, writer.language);
    const component = `${entry.component.cluster} ${componentName(entry.component)}`;
    writer.prose(writer.text('ruledOut.line', { mode: entry.mode, component, because }), '  • ');
  }
  if (diagnosis.ruledOut.length > MAX_RULED_OUT)
    writer.line(`  ${writer.text('blind.more', { count: diagnosis.ruledOut.length - MAX_RULED_OUT })}`);
}

function blindSpots(writer: Writer, diagnosis: Diagnosis): void {
  if (diagnosis.blindSpots.length === 0) return;
  writer.heading('section.blind');
  const sorted = diagnosis.blindSpots.toSorted((a, b) => Number(b.required) - Number(a.required));
  for (const spot of sorted.slice(0, MAX_BLIND)) {
    const words = blindWords(writer.language, spot);
    const required = spot.required ? ` [${writer.text('blind.required')}]` : '';
    writer.prose(writer.text('blind.line', { ...words, cluster: spot.cluster }) + required, '  • ');
    writer.line(writer.style.dim(clean(`      ${words.lift}`)));
  }
  if (sorted.length > MAX_BLIND)
    writer.line(`  ${writer.text('blind.more', { count: sorted.length - MAX_BLIND })}`);
}

function next(writer: Writer, diagnosis: Diagnosis): void {
  if (diagnosis.next.length === 0) return;
  writer.heading('section.next');
  for (const look of diagnosis.next) {
    const what = lookWords(look, writer.language);
    writer.prose(
      look.gain === null ? what : writer.text('next.look', { what, gain: look.gain.toFixed(2) }),
      '  • ',
    );
  }
}
