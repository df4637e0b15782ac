import { shellWord } from '../../catalogue/commands.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { clean } from '../../terminal.ts';
import type { Diagnosed } from '../diagnosed.ts';
import { type CauseView, type ReportView, reportView, type Said } from '../view.ts';
import type { Step } from '../words.ts';
import { pad, wrap } from './wrap.ts';
import { type TextOptions, Writer } from './writer.ts';

const MAX_RULED_OUT = 6;
const MAX_BLIND = 12;

/** The report for a terminal: verdict and cause in the first lines, then the four steps of the source document. */
export function textReport(diagnosed: Diagnosed, options: TextOptions): string {
  const view = reportView(diagnosed, options.language);
  const writer = new Writer(options);
  head(writer, view);
  if (options.kubeconfig !== undefined && view.causes.length > 0) {
    writer.blank();
    writer.line(writer.style.dim(clean(`$ export KUBECONFIG=${shellWord(options.kubeconfig)}`)));
  }
  for (const [index, cause] of view.causes.entries()) {
    causeSections(writer, cause, view.causes.length > 1 ? index + 1 : null);
  }
  list(writer, 'section.candidates', view.candidates);
  list(writer, 'section.forecasts', view.forecasts);
  saidList(writer, 'section.unexplained', view.unexplained);
  list(writer, 'section.ruledOut', view.ruledOut, MAX_RULED_OUT);
  blindSpots(writer, view);
  list(writer, 'section.next', view.next);
  writer.blank();
  writer.line(writer.style.dim(view.footer));
  return writer.toString();
}

function head(writer: Writer, view: ReportView): void {
  const { style } = writer;
  const mark = { healthy: style.good, degraded: style.warn, down: style.bad, unknown: style.warn }[
    view.verdict
  ];
  writer.line(`${mark(style.bold(view.verdictWord))}  ${clean(view.headline)}`);
  for (const { title, where, summary } of view.causes) {
    const line = clean(writer.text('cause.line', { mark: '✗', title, where }));
    for (const part of wrap(line, writer.width).split('\n')) writer.line(style.bold(part));
    writer.prose(summary, '  ');
  }
  if (view.noCause) {
    writer.line(style.bold(view.noCause.sentence));
    if (view.noCause.next !== null)
      writer.prose(`${writer.text('section.next')}: ${view.noCause.next}`, '  ');
  }
}

function causeSections(writer: Writer, cause: CauseView, number: number | null): void {
  const { style } = writer;
  writer.blank();
  const line = clean(`${number === null ? '' : `[${number}] `}${cause.facts}`);
  for (const part of wrap(line, writer.width).split('\n')) writer.line(style.dim(part));
  fiveWs(writer, cause);
  evidence(writer, cause);
  steps(writer, 'section.immediate', cause.immediate);
  steps(writer, 'section.permanent', cause.permanent);
  steps(writer, 'section.verify', cause.verify);
}

function fiveWs(writer: Writer, cause: CauseView): void {
  writer.heading('section.5w1h');
  const width = Math.max(...cause.fiveWs.map(({ label }) => label.length * 2));
  for (const { label, words } of cause.fiveWs) {
    const [first = '', ...rest] = wrap(clean(words), writer.width - width - 4).split('\n');
    writer.line(`  ${pad(label, width)}  ${first}`);
    for (const line of rest) writer.line(`  ${' '.repeat(width)}  ${line}`);
  }
}

/** A command is shown once: several findings may come of one look. */
function evidence(writer: Writer, cause: CauseView): void {
  writer.heading('section.evidence');
  const shown = new Set<string>();
  for (const { sentence, quotes } of cause.evidence) {
    writer.prose(sentence, '  • ');
    for (const { words, command, isOwn } of quotes) {
      writer.prose(isOwn ? words : `“${words}”`, '      ');
      if (!shown.has(command)) writer.line(writer.style.dim(clean(`      $ ${command}`)));
      shown.add(command);
    }
  }
}

function steps(writer: Writer, key: MessageKey, all: readonly Step[]): void {
  if (all.length === 0) return;
  writer.heading(key);
  all.forEach((step, index) => {
    writer.prose(step.title, `  ${index + 1}. `);
    for (const command of step.commands) writer.line(`     $ ${clean(command)}`);
  });
}

function list(writer: Writer, key: MessageKey, lines: readonly string[], most = lines.length): void {
  if (lines.length === 0) return;
  writer.heading(key);
  for (const line of lines.slice(0, most)) writer.prose(line, '  • ');
  if (lines.length > most) writer.line(`  ${writer.text('blind.more', { count: lines.length - most })}`);
}

function saidList(writer: Writer, key: MessageKey, all: readonly Said[]): void {
  if (all.length === 0) return;
  writer.heading(key);
  for (const { sentence, quotes } of all) {
    writer.prose(sentence, '  • ');
    for (const { words, isOwn } of quotes) writer.prose(isOwn ? words : `“${words}”`, '      ');
  }
}

function blindSpots(writer: Writer, { blindSpots: all }: ReportView): void {
  if (all.length === 0) return;
  writer.heading('section.blind');
  for (const { line, lift } of all.slice(0, MAX_BLIND)) {
    writer.prose(line, '  • ');
    writer.line(writer.style.dim(clean(`      ${lift}`)));
  }
  if (all.length > MAX_BLIND)
    writer.line(`  ${writer.text('blind.more', { count: all.length - MAX_BLIND })}`);
}
