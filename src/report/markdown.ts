import type { Language } from '../messages/messages.ts';
import { withoutUnseen } from '../terminal.ts';
import type { Diagnosed } from './diagnosed.ts';
import { reportTexts, type Texts } from './texts.ts';
import { type CauseView, type ReportView, reportView, type Said, shortTime } from './view.ts';
import type { Step } from './words.ts';

/** The report for an issue, a chat or a wiki. Words of third parties are code, so that they mean nothing to Markdown. */
export function markdownReport(diagnosed: Diagnosed, language: Language): string {
  const view = reportView(diagnosed, language);
  const text = reportTexts(language);
  const lines = [
    `# ${view.verdictWord}: ${plain(view.headline)}`,
    '',
    `${shortTime(diagnosed.at.toISOString())} · medic ${diagnosed.engine}`,
    '',
    ...view.causes.map(
      ({ title, where, summary }) => `- **✗ ${title}**: \`${code(where)}\`. ${plain(summary)}`,
    ),
    ...(view.noCause ? [`**${view.noCause.sentence}**`] : []),
    ...view.causes.flatMap((cause) => causeLines(cause, text)),
    ...bullets(text('section.candidates'), view.candidates),
    ...bullets(text('section.forecasts'), view.forecasts),
    ...saidLines(text('section.unexplained'), view.unexplained),
    ...groupLines(view, text),
    ...timelineLines(view, text),
    ...bullets(text('section.ruledOut'), view.ruledOut),
    ...blindLines(view, text),
    ...bullets(text('section.next'), view.next),
    '',
    `*${view.footer}*`,
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function causeLines(cause: CauseView, text: Texts): string[] {
  return [
    '',
    `## ${cause.title}`,
    '',
    `\`${code(cause.facts)}\``,
    '',
    `### ${text('section.5w1h')}`,
    '',
    '| | |',
    '|---|---|',
    ...cause.fiveWs.map(({ label, words }) => `| ${label} | ${plain(words).replaceAll('|', '\\|')} |`),
    ...saidLines(text('section.evidence'), cause.evidence, 3),
    ...stepLines(text('section.immediate'), cause.immediate),
    ...stepLines(text('section.permanent'), cause.permanent),
    ...stepLines(text('section.verify'), cause.verify),
  ];
}

function saidLines(heading: string, all: readonly Said[], level = 2): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ sentence, quotes }) => [
    `- ${plain(sentence)}`,
    ...quotes.flatMap(({ words, command, isOwn }) => [
      isOwn ? `  - ${plain(words)}` : `  - \`${code(words)}\``,
      `  - \`${code(command)}\``,
    ]),
  ]);
  return ['', `${'#'.repeat(level)} ${heading}`, '', ...lines];
}

function stepLines(heading: string, steps: readonly Step[]): string[] {
  if (steps.length === 0) return [];
  const lines = steps.flatMap(({ title, commands }, index) => [
    `${index + 1}. ${plain(title)}`,
    ...(commands.length === 0
      ? []
      : ['', '   ```sh', ...commands.map((one) => `   ${clean(one)}`), '   ```', '']),
  ]);
  return ['', `### ${heading}`, '', ...lines];
}

function groupLines({ groups }: ReportView, text: Texts): string[] {
  if (groups.length === 0) return [];
  const rows = groups.flatMap(({ area, layers }) =>
    layers.flatMap(({ layer, sentences }) => sentences.map((one) => `| ${area} | ${layer} | ${cell(one)} |`)),
  );
  return ['', `## ${text('section.findings')}`, '', '| | | |', '|---|---|---|', ...rows];
}

function timelineLines({ timeline }: ReportView, text: Texts): string[] {
  if (timeline.length < 2) return [];
  const rows = timeline.map(({ at, words }) => `| ${shortTime(at)} | ${cell(words)} |`);
  return ['', `## ${text('section.timeline')}`, '', '| | |', '|---|---|', ...rows];
}

/** Commands stand in blocks: what Markdown would escape breaks when it is pasted. */
function blindLines({ blindSpots }: ReportView, text: Texts): string[] {
  if (blindSpots.length === 0) return [];
  const lines = blindSpots.flatMap(({ line, lift, command }) =>
    command === null
      ? [`- ${plain(line)} → ${plain(lift)}`]
      : [`- ${plain(line)}`, '', '  ```sh', `  ${clean(command)}`, '  ```', ''],
  );
  return ['', `## ${text('section.blind')}`, '', ...lines];
}

function bullets(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines.map((line) => `- ${plain(line)}`)];
}

/** Letters that Markdown or HTML would take for its own. */
const plain = (text: string): string => clean(text).replace(/[\\`*_[\]<>#]/g, (letter) => `\\${letter}`);
const cell = (text: string): string => plain(text).replaceAll('|', '\\|');
/** Between back ticks: a back tick would end it. */
const code = (text: string): string => clean(text).replaceAll('`', "'");
const clean = (text: string): string => withoutUnseen(text, ' ').replace(/[\t\n]/g, ' ');
