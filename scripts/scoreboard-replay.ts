/**
 * `npm run scoreboard:replay`: diagnoses every recording with both priors and explains every text of
 * `examples/texts/`, and prints how right that was. What is held out is printed apart.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { flatPriors, type Priors, seedPriors } from '../src/diagnose/priors.ts';
import { recordings } from '../src/drill/recordings.ts';
import { type Case, type Scores, type Share, scoresOf, wilson } from '../src/drill/scoreboard.ts';
import { openBundle } from '../src/evidence/bundle.ts';
import { diagnoseFleet } from '../src/usecases/diagnose.ts';
import { examplePath } from '../src/usecases/examples.ts';
import { explainText } from '../src/usecases/explain.ts';

const say = (line = '') => process.stdout.write(`${line}\n`);
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const words = ({ hits, of, low, high }: Share) =>
  of === 0 ? '– (none)' : `${percent(hits / of)} (${hits} of ${of}; ${percent(low)}–${percent(high)})`;

async function casesWith(priors: Priors): Promise<Case[]> {
  const cases: Case[] = [];
  for (const { name, bundle, causes, also, heldOut } of recordings()) {
    const { diagnosis } = await diagnoseFleet(await openBundle(bundle), { engine: 'scoreboard', priors });
    cases.push({ name, heldOut, expected: causes, also, causes: diagnosis.causes });
  }
  return cases;
}

function print(title: string, scores: Scores): void {
  say(`### ${title}\n`);
  say('| what | measured (n; 95 % interval) | target |');
  say('|---|---|---|');
  say(`| right cause first, one fault | ${words(scores.first)} | ≥ 95 % |`);
  say(`| in the first three | ${words(scores.firstThree)} | ≥ 99 % |`);
  say(`| two faults at once: both, nothing else | ${words(scores.bothAndNothingElse)} | ≥ 90 % |`);
  say(`| precision at full recall | ${words(scores.precision)} | ≥ 90 % |`);
  say(`| cases of full recall | ${words(scores.fullRecall)} | – |`);
  say(`| false causes on healthy and benign cases | ${words(scores.falseOnHealthy)} | 0 |`);
  say(`| Brier score | ${scores.brier.value.toFixed(4)} (${scores.brier.of}) | ≤ 0.05 |\n`);
  for (const { from, to, of, right, meanProbability } of scores.bins)
    say(
      `- said ${percent(from)} to ${percent(to)}: mean ${percent(meanProbability)}, right ${right} of ${of}`,
    );
  for (const { name, expected, said } of scores.confusion)
    say(`- taken for another: ${name}: ${expected} → ${said}`);
  say();
}

interface TextCase {
  text: string;
  /** Modes that are right, any of them; empty where nothing known is wrong. */
  expected: string[];
  source: string;
  heldOut?: boolean;
}

async function texts(): Promise<void> {
  const dir = examplePath('texts');
  if (!existsSync(dir)) return;
  const cases = readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as TextCase[]);
  for (const heldOut of [false, true]) {
    const own = cases.filter((one) => (one.heldOut ?? false) === heldOut);
    const said = await Promise.all(
      own.map(async ({ text, expected }) => {
        const stream = Readable.from([Buffer.from(text)]);
        const options = { engine: 'scoreboard', now: new Date(0) };
        const { causes } = await explainText({ stream, name: 'text' }, options);
        return {
          expected,
          modes: causes.map(({ mode }) => mode.id as string),
          first: causes[0]?.probability ?? 0,
        };
      }),
    );
    const sick = said.filter(({ expected }) => expected.length > 0);
    const well = said.filter(({ expected }) => expected.length === 0);
    const within = (count: number) =>
      wilson(
        sick.filter(({ expected, modes }) => modes.slice(0, count).some((mode) => expected.includes(mode)))
          .length,
        sick.length,
      );
    say(`### Texts${heldOut ? ', held out' : ''}\n`);
    say('| what | measured (n; 95 % interval) |');
    say('|---|---|');
    say(`| right mode first | ${words(within(1))} |`);
    say(`| in the first three | ${words(within(3))} |`);
    say(
      `| nothing recognised | ${words(wilson(sick.filter(({ modes }) => modes.length === 0).length, sick.length))} |`,
    );
    const falsely = well.filter(({ first }) => first >= 0.5).length;
    say(`| a cause is claimed where nothing is wrong | ${words(wilson(falsely, well.length))} |\n`);
    if (heldOut) continue; // What is held out is measured, never listed.
    for (const { expected, modes } of sick.filter((one) => !one.expected.includes(one.modes[0] ?? '')))
      say(`- ${expected.join(' or ')} → ${modes.slice(0, 3).join(', ') || 'nothing'}`);
    say();
  }
}

say('# Scoreboard of recordings and texts\n');
const { values } = parseArgs({ options: { texts: { type: 'boolean', default: false } } });
// `--texts`: the texts alone, which take a second.
for (const priors of values.texts ? [] : [seedPriors, flatPriors]) {
  const cases = await casesWith(priors);
  print(`Recordings, ${priors.name} priors`, scoresOf(cases.filter(({ heldOut }) => !heldOut)));
  print(`Recordings, ${priors.name} priors, held out`, scoresOf(cases.filter(({ heldOut }) => heldOut)));
}
await texts();
