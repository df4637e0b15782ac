import type { Mode } from '../../catalogue/mode.ts';
import { FINDING_TYPES } from '../../findings/types.generated.ts';
import { generalWords, modeTitle } from '../words.ts';
import { pad } from './wrap.ts';
import { type TextOptions, Writer } from './writer.ts';

const MAX_TEXTS = 8;

/** The catalogue, one line a mode, by area. */
export function modesReport(modes: readonly Mode[], options: TextOptions): string {
  const writer = new Writer(options);
  const width = Math.max(...modes.map(({ id }) => id.length));
  let area = '';
  for (const mode of modes) {
    const [own = ''] = mode.id.split('/');
    if (own !== area) {
      writer.blank();
      writer.line(writer.style.bold(own));
      area = own;
    }
    writer.line(`  ${pad(mode.id, width)}  ${generalWords(writer.language, mode).title}`);
  }
  writer.blank();
  writer.line(writer.style.dim(writer.text('modes.count', { count: modes.length })));
  return writer.toString();
}

/** Everything that the catalogue says of one mode. */
export function modeReport(mode: Mode, options: TextOptions): string {
  const writer = new Writer(options);
  const words = generalWords(writer.language, mode);
  writer.line(writer.style.bold(words.title));
  const level = writer.text(`modes.level.${mode.level}`);
  writer.prose(writer.style.dim(`${mode.id}: ${level}; ${writer.text(`modes.basis.${mode.basis}`)}`));
  for (const key of ['meaning', 'impact'] as const) {
    writer.heading(`modes.${key}`);
    writer.prose(words[key], '  ');
  }
  if (mode.beneath) {
    writer.heading('modes.beneath');
    for (const id of mode.beneath) writer.prose(`${modeTitle(writer.language, id)} (${id})`, '  • ');
  }
  writer.heading('modes.detection');
  for (const sentence of words.detection) writer.prose(sentence, '  • ');
  const texts = mode.signs
    .filter(({ speaks }) => speaks)
    .flatMap(({ finding }) => FINDING_TYPES[finding].texts?.lines ?? []);
  if (texts.length > 0) {
    writer.heading('modes.texts');
    for (const { has, source } of texts.slice(0, MAX_TEXTS)) {
      writer.prose(has.map((part) => `“${part}”`).join(' … '), '  • ');
      writer.line(writer.style.dim(`    ${source}`));
    }
  }
  for (const key of ['immediate', 'permanent', 'verify'] as const) {
    writer.heading(`section.${key}`);
    words[key].forEach((step, index) => {
      writer.prose(step.title, `  ${index + 1}. `);
      for (const command of step.commands) writer.line(`     $ ${command}`);
    });
  }
  writer.heading('modes.prevention');
  writer.prose(words.prevention, '  ');
  return writer.toString();
}
