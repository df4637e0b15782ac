import { clean } from '../../terminal.ts';
import type { Diagnosed } from '../diagnosed.ts';
import { pad } from '../text/wrap.ts';
import { type TextOptions, Writer } from '../text/writer.ts';
import type { Mark, StatusSection } from './row.ts';

export interface StatusReport {
  diagnosed: Diagnosed;
  round: StatusSection[];
  checklist: StatusSection[];
  durationMs: number;
}

const SIGNS: Readonly<Record<Mark, string>> = { good: '✓', bad: '✗', blind: '?', info: 'ℹ' };

/** The round section by section, as the script of the source document prints it, then the checklist. */
export function statusText(report: StatusReport, options: TextOptions): string {
  const writer = new Writer(options);
  const all = [...report.round, ...report.checklist];
  const count = (mark: Mark) => all.flatMap(({ rows }) => rows).filter((row) => row.mark === mark).length;
  const { verdict } = report.diagnosed.diagnosis;
  const summary = writer.text('status.summary', {
    ...{ good: count('good'), bad: count('bad'), blind: count('blind') },
  });
  writer.line(`${writer.style.bold(writer.text(`verdict.${verdict}`))}  ${summary}`);
  let number = 0;
  for (const [heading, sections] of [
    ['status.round', report.round],
    ['status.checklist', report.checklist],
  ] as const) {
    writer.blank();
    writer.line(writer.style.dim(`── ${writer.text(heading)} ──`));
    for (const section of sections) {
      number += 1;
      writer.blank();
      writer.line(writer.style.bold(`[${number}] ${section.title}`));
      rows(writer, section);
    }
  }
  writer.blank();
  if (count('bad') > 0) writer.line(writer.text('status.causes'));
  const { diagnosis } = report.diagnosed;
  const ms = Math.round(report.durationMs);
  writer.line(writer.style.dim(writer.text('report.footer', { clusters: diagnosis.impact.length, ms })));
  return writer.toString();
}

function rows(writer: Writer, { rows: all }: StatusSection): void {
  const { style } = writer;
  const colour = { good: style.good, bad: style.bad, blind: style.warn, info: style.dim };
  const width = Math.min(40, Math.max(0, ...all.map(({ what }) => what.length)));
  const hasParts = all.some(({ what, cluster: of }) => what !== of);
  let cluster = '';
  for (const row of all) {
    const isWhole = row.what === row.cluster;
    if (hasParts && row.cluster !== cluster) writer.line(`  ${clean(row.cluster)}`);
    cluster = row.cluster;
    const indent = hasParts ? '    ' : '  ';
    const words = hasParts && isWhole ? row.words : `${pad(row.what, width)}  ${row.words}`;
    const [first = '', ...rest] = lines(writer, words, indent.length + 2);
    writer.line(`${indent}${colour[row.mark](SIGNS[row.mark])} ${first}`);
    for (const line of rest) writer.line(`${indent}    ${line}`);
  }
}

function lines(writer: Writer, text: string, indent: number): string[] {
  const words = new Writer({ language: writer.language, width: writer.width - indent, style: writer.style });
  words.prose(text);
  return words.toString().trimEnd().split('\n');
}
