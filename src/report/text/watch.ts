import { clean } from '../../terminal.ts';
import type { Diagnosed } from '../diagnosed.ts';
import { reportView, shortTime } from '../view.ts';
import { duration } from '../words.ts';
import { type TextOptions, Writer } from './writer.ts';

/** One picture for `medic watch`: verdict, causes with the first thing to do, and how old the samples are. */
export function watchText(diagnosed: Diagnosed, options: TextOptions, everySeconds: number): string {
  const view = reportView(diagnosed, options.language);
  const writer = new Writer(options);
  const { style } = writer;
  const mark = { healthy: style.good, degraded: style.warn, down: style.bad, unknown: style.warn }[
    view.verdict
  ];
  writer.line(`${mark(style.bold(view.verdictWord))}  ${clean(view.headline)}`);
  for (const { title, where, summary, immediate } of view.causes) {
    writer.prose(style.bold(writer.text('cause.line', { mark: '✗', title, where })));
    writer.prose(summary, '    ');
    const [step] = immediate;
    if (step) writer.prose(`→ ${step.title}`, '    ');
  }
  if (view.noCause) writer.prose(view.noCause.sentence, '  ');
  writer.blank();
  for (const { cluster, status, lastSampleAgeSeconds: age } of diagnosed.diagnosis.impact) {
    const colour = { fresh: style.good, silent: style.bad, unknown: style.warn }[status];
    const words = age === null ? '–' : duration(options.language, age);
    const sign = { fresh: '✓', silent: '✗', unknown: '?' }[status];
    writer.line(`  ${colour(sign)} ${clean(writer.text('watch.cluster', { cluster, age: words }))}`);
  }
  for (const { area, layers } of view.groups) {
    writer.blank();
    writer.line(style.bold(area));
    for (const { sentences } of layers) for (const sentence of sentences) writer.prose(sentence, '  • ');
  }
  writer.blank();
  const at = shortTime(diagnosed.at.toISOString());
  writer.line(style.dim(`${at}  ${writer.text('watch.head', { seconds: everySeconds })}`));
  return writer.toString();
}
