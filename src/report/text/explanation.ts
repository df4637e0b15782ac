import type { TextCause } from '../../diagnose/explain.ts';
import type { Finding } from '../../findings/finding.ts';
import type { NamedObject } from '../../fleet/subjects.ts';
import { clean } from '../../terminal.ts';
import type { Explained } from '../explained.ts';
import { percentOf } from '../view.ts';
import {
  findingSentence,
  isOwnQuote,
  lookCommands,
  modeTitle,
  placeOf,
  quoteWords,
  readyCommand,
  textCauseWords,
} from '../words.ts';
import { type TextOptions, Writer } from './writer.ts';

const MAX_CAUSES = 5;
const MAX_QUOTES = 2;

/** What a pasted text speaks for: the likeliest first with what to do, the others with a line each. */
export function explanationReport(explained: Explained, options: TextOptions): string {
  const writer = new Writer(options);
  const { causes, input } = explained;
  const [first] = causes;
  const isSymptom = !first && explained.unexplained.length > 0;
  if (!first && !isSymptom) {
    writer.line(writer.style.bold(writer.text('explain.nothing', { lines: input.lines })));
    writer.prose(writer.text('explain.nothing.hint'), '  ');
  }
  for (const [index, cause] of causes.slice(0, MAX_CAUSES).entries())
    causeSection(writer, explained, cause, index);
  if (explained.unexplained.length > 0) {
    writer.heading(isSymptom ? 'explain.symptom' : 'explain.also');
    for (const finding of explained.unexplained) said(writer, explained, finding);
    if (isSymptom) lookFirst(writer, explained.object);
  }
  writer.blank();
  const { lines, bytes } = input;
  writer.line(writer.style.dim(writer.text('explain.footer', { lines, kilobytes: Math.ceil(bytes / 1024) })));
  return writer.toString();
}

function causeSection(writer: Writer, explained: Explained, cause: TextCause, index: number): void {
  const words = textCauseWords(writer.language, cause);
  writer.blank();
  const percent = percentOf(cause.probability);
  writer.prose(
    writer.style.bold(writer.text('explain.cause', { rank: index + 1, title: words.title, percent })),
  );
  writer.line(writer.style.dim(`   ${cause.mode.id}`));
  for (const finding of cause.findings) said(writer, explained, finding);
  writer.prose(words.meaning, '   ');
  const where = placeOf(cause.object);
  if (where !== '') writer.prose(writer.text('explain.about', { where }), '   ');
  if (cause.isPassing) {
    const [command] = readyCommand(cause.object);
    writer.prose(writer.text('explain.passing'), '   ');
    writer.line(`     $ ${clean(command)}`);
  }
  if (cause.isShown) writer.prose(writer.text('explain.shown'), '   ');
  if (cause.isSurface) {
    const beneath = (cause.mode.beneath ?? []).map((id) => modeTitle(writer.language, id));
    writer.prose(writer.text('explain.surface', { modes: beneath.join(', ') }), '   ');
  }
  if (index > 0) return;
  if (cause.isSymptom) {
    lookFirst(writer, cause.object);
    return;
  }
  for (const key of ['immediate', 'permanent', 'verify'] as const) {
    writer.heading(`section.${key}`);
    words[key].forEach((step, at) => {
      writer.prose(step.title, `  ${at + 1}. `);
      for (const command of step.commands) writer.line(`     $ ${clean(command)}`);
    });
  }
}

/** Where only a symptom is named nothing is repaired yet. */
function lookFirst(writer: Writer, object: NamedObject): void {
  writer.prose(writer.text('explain.symptom.look'), '   ');
  for (const command of lookCommands(object)) writer.line(`     $ ${clean(command)}`);
}

function said(writer: Writer, { counts }: Explained, finding: Finding): void {
  const count = counts.get(finding) ?? 1;
  const sentence = findingSentence(writer.language, finding);
  writer.prose(count > 1 ? writer.text('explain.lines', { sentence, count }) : sentence, '   • ');
  for (const quote of finding.evidence.slice(0, MAX_QUOTES)) {
    const words = quoteWords(writer.language, quote);
    writer.prose(isOwnQuote(quote) ? words : `“${words}”`, '       ');
  }
}
