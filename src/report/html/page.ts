import type { Language } from '../../messages/messages.ts';
import type { Diagnosed } from '../diagnosed.ts';
import { reportTexts, type Texts } from '../texts.ts';
import { type CauseView, type ReportView, reportView, type Said, shortTime } from '../view.ts';
import type { Step } from '../words.ts';
import { drawTopology, html } from './draw.ts';
import { STYLE } from './style.ts';
import { type Topology, topologyOf } from './topology.ts';

/** One file without scripts or anything from outside: it can be mailed, stored and printed. */
export function htmlReport(diagnosed: Diagnosed, language: Language): string {
  const view = reportView(diagnosed, language);
  const text = reportTexts(language);
  const topology = topologyOf(diagnosed.fleet, diagnosed.diagnosis);
  const title = `${view.verdictWord}: ${view.headline}`;
  // The policy lets nothing in, whatever a log line may hold.
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${head(view, diagnosed)}
${topology.boxes.length === 0 ? '' : topologySection(topology, text)}
${view.causes.map((cause) => causeSection(cause, text)).join('\n')}
${listSection(text('section.candidates'), view.candidates)}
${saidSection(text('section.unexplained'), view.unexplained)}
${groupSection(view, text)}
${timelineSection(view, text)}
${listSection(text('section.ruledOut'), view.ruledOut)}
${blindSection(view, text)}
${listSection(text('section.forecasts'), view.forecasts)}
${listSection(text('section.next'), view.next)}
<p class="foot">${html(view.footer)} medic ${html(diagnosed.engine)}</p>
</main>
</body>
</html>
`;
}

function head(view: ReportView, { at }: Diagnosed): string {
  const causes = view.causes.map(
    ({ title, where, summary }) =>
      `<div class="cause-line"><strong>✗ ${html(title)}: ${html(where)}</strong><br>${html(summary)}</div>`,
  );
  const none = view.noCause
    ? `<div class="none"><strong>${html(view.noCause.sentence)}</strong> ${html(view.noCause.next ?? '')}</div>`
    : '';
  const verdict = `<span class="verdict ${view.verdict}">${html(view.verdictWord)}</span>`;
  const when = `<p class="when">${html(shortTime(at.toISOString()))}</p>`;
  return `<h1>${verdict}${html(view.headline)}</h1>\n${when}\n${causes.join('\n')}${none}`;
}

function topologySection(topology: Topology, text: Texts): string {
  const isHit = topology.arrows.some(({ state }) => state === 'hit');
  const legend = (['cause', 'sick', ...(isHit ? (['hit'] as const) : []), 'blind', 'well'] as const).map(
    (state) => `<span><i class="${state}"></i>${html(text(`topology.${state}`))}</span>`,
  );
  const hidden =
    topology.hidden === 0
      ? ''
      : `<p class="facts">${html(text('topology.hidden', { count: topology.hidden }))}</p>`;
  return `<h2>${html(text('section.topology'))}</h2>
<div class="legend">${legend.join('')}</div>
<div class="scroll">${drawTopology(topology, (role) => role)}</div>${hidden}`;
}

function causeSection(cause: CauseView, text: Texts): string {
  const rows = cause.fiveWs.map(
    ({ label, words }) => `<tr><th>${html(label)}</th><td>${html(words)}</td></tr>`,
  );
  return `<h2>${html(cause.title)}</h2>
<p class="facts">${html(cause.facts)}</p>
<h3>${html(text('section.5w1h'))}</h3>
<table>${rows.join('')}</table>
<h3>${html(text('section.evidence'))}</h3>
${saidList(cause.evidence)}
${stepList(text('section.immediate'), cause.immediate)}
${stepList(text('section.permanent'), cause.permanent)}
${stepList(text('section.verify'), cause.verify)}`;
}

function saidList(all: readonly Said[]): string {
  const items = all.map(({ sentence, quotes }) => {
    const seen = quotes.map(
      ({ words, command }) => `<blockquote>${html(words)}</blockquote><pre>${html(command)}</pre>`,
    );
    return `<li>${html(sentence)}${seen.join('')}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function saidSection(heading: string, all: readonly Said[]): string {
  return all.length === 0 ? '' : `<h2>${html(heading)}</h2>${saidList(all)}`;
}

function stepList(heading: string, steps: readonly Step[]): string {
  if (steps.length === 0) return '';
  const items = steps.map(({ title, commands }) => {
    const shell = commands.length === 0 ? '' : `<pre>${html(commands.join('\n'))}</pre>`;
    return `<li>${html(title)}${shell}</li>`;
  });
  return `<h3>${html(heading)}</h3><ol>${items.join('')}</ol>`;
}

function listSection(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<h2>${html(heading)}</h2><ul>${lines.map((line) => `<li>${html(line)}</li>`).join('')}</ul>`;
}

function groupSection({ groups }: ReportView, text: Texts): string {
  if (groups.length === 0) return '';
  const rows = groups.flatMap(({ area, layers }) =>
    layers.map(({ layer, sentences }) => {
      const items = sentences.map((sentence) => `<div>${html(sentence)}</div>`);
      return `<tr><th>${html(area)}</th><th>${html(layer)}</th><td>${items.join('')}</td></tr>`;
    }),
  );
  return `<h2>${html(text('section.findings'))}</h2><table>${rows.join('')}</table>`;
}

function timelineSection({ timeline }: ReportView, text: Texts): string {
  if (timeline.length < 2) return '';
  const rows = timeline.map(
    ({ at, kind, words }) =>
      `<tr class="${kind}"><td class="time">${html(shortTime(at))}</td><td>${html(words)}</td></tr>`,
  );
  return `<h2>${html(text('section.timeline'))}</h2><table>${rows.join('')}</table>`;
}

function blindSection({ blindSpots }: ReportView, text: Texts): string {
  if (blindSpots.length === 0) return '';
  const items = blindSpots.map(({ line, lift }) => `<li>${html(line)}<pre>${html(lift)}</pre></li>`);
  return `<h2>${html(text('section.blind'))}</h2><ul>${items.join('')}</ul>`;
}
