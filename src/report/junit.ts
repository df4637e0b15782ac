import { CATALOGUE } from '../catalogue/registry.generated.ts';
import type { Language } from '../messages/messages.ts';
import { withoutUnseen } from '../terminal.ts';
import type { Diagnosed } from './diagnosed.ts';
import { reportView } from './view.ts';
import { modeTitle } from './words.ts';

/**
 * The report for a CI system: one test case a failure mode. A confirmed cause fails its case, a required look that
 * failed is an error, an optional one is skipped; a mode that was not found passes only where nothing required was blind.
 */
export function junitReport(diagnosed: Diagnosed, language: Language): string {
  const view = reportView(diagnosed, language);
  const blind = view.blindSpots.filter(({ required }) => required);
  const cases = CATALOGUE.map(({ id }) => {
    const causes = view.causes.filter(({ cause }) => cause.mode === id);
    const [area = '', noun = ''] = id.split('/');
    const open = `<testcase classname="${xml(area)}" name="${xml(`${noun}: ${modeTitle(language, id)}`)}">`;
    if (causes.length > 0) {
      const failures = causes.map(({ where, summary, evidence }) => {
        const words = evidence.flatMap(({ sentence, quotes }) => [
          sentence,
          ...quotes.map((one) => one.words),
        ]);
        return `<failure type="${xml(id)}" message="${xml(`${where}: ${summary}`)}">${xml(words.join('\n'))}</failure>`;
      });
      return { failed: 1, skipped: 0, text: `${open}${failures.join('')}</testcase>` };
    }
    if (blind.length > 0)
      return {
        failed: 0,
        skipped: 1,
        text: `${open}<skipped message="${xml(blind[0]?.line ?? '')}"/></testcase>`,
      };
    return { failed: 0, skipped: 0, text: `${open}</testcase>` };
  });
  const looks = blind.map(
    ({ line, lift }) =>
      `<testcase classname="look" name="${xml(line)}"><error message="${xml(line)}">${xml(lift)}</error></testcase>`,
  );
  const unexplained = view.noCause
    ? [
        `<testcase classname="diagnosis" name="${xml(view.noCause.sentence)}"><failure message="${xml(view.headline)}"/></testcase>`,
      ]
    : [];
  const sum = (of: (one: { failed: number; skipped: number }) => number) =>
    cases.reduce((total, one) => total + of(one), 0);
  const failures = sum(({ failed }) => failed) + unexplained.length;
  const skipped = sum(({ skipped: one }) => one);
  const tests = cases.length + looks.length + unexplained.length;
  const seconds = (diagnosed.durationMs / 1000).toFixed(3);
  const counts = `tests="${tests}" failures="${failures}" errors="${looks.length}" skipped="${skipped}" time="${seconds}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
<testsuite name="medic diagnose" timestamp="${diagnosed.at.toISOString()}" ${counts}>
${[...cases.map(({ text }) => text), ...looks, ...unexplained].join('\n')}
</testsuite>
</testsuites>
`;
}

/** Text for XML 1.0, which knows no control characters. */
const xml = (text: string): string =>
  withoutUnseen(text, '')
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
