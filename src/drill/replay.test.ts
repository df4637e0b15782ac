import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../docs/schemas/diagnosis.v1.schema.json' with { type: 'json' };
import { flatPriors, seedPriors } from '../diagnose/priors.ts';
import { openBundle } from '../evidence/bundle.ts';
import { diagnosisDocument } from '../report/json/document.ts';
import { textReport } from '../report/text/report.ts';
import type { Style } from '../report/text/writer.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { matchesExpected, recordings, replay } from './recordings.ts';
import { score } from './score.ts';

const ALL = recordings();
const same = (text: string) => text;
const PLAIN: Style = { bold: same, dim: same, good: same, bad: same, warn: same };

describe.each(ALL)('$name', ({ name, bundle, causes, also, verdicts, heldOut }) => {
  // What is held out is measured by `npm run scoreboard:replay`, right or not: a test of it would be a target.
  it.skipIf(heldOut).each([seedPriors, flatPriors])(
    'has the expected causes, all and only, with $name priors',
    async (priors) => {
      const { diagnosis } = await diagnoseFleet(await openBundle(bundle), { engine: 'test', priors });
      const said = diagnosis.causes.map(
        ({ mode, probability, component }) => `${mode} ${component.name} ${probability}`,
      );
      const { isFirst, found, falseCauses } = score(causes, diagnosis, also);
      expect(found, said.join('; ')).toBe(causes.length);
      expect(falseCauses.map(({ mode, component }) => `${mode} ${component.name}`)).toEqual([]);
      if (causes.length > 0) expect(isFirst, said.join('; ')).toBe(true);
      else expect(verdicts).toContain(diagnosis.verdict);
    },
  );

  it('gives the same document each time, by its schema', async () => {
    const documents = await Promise.all([replay(name), replay(name)]);
    const [first, second] = documents.map((diagnosed) => ({
      ...diagnosisDocument(diagnosed, 'en'),
      durationMs: 0,
    }));
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(first), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(['en', 'ko'] as const)('says verdict and causes in its first lines, in %s', async (language) => {
    const diagnosed = await replay(name);
    const text = textReport(diagnosed, { language, width: 100, style: PLAIN });
    const [head = ''] = text.split('\n\n', 1);
    for (const cause of diagnosed.diagnosis.causes.filter(({ confirmed }) => confirmed)) {
      expect(head).toContain(cause.component.name);
    }
    expect(text).not.toMatch(/\{[a-zA-Z]+\}|undefined|NaN/);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('over all recordings', () => {
  it('effects are never causes: all that is not expected stays unconfirmed', {
    timeout: 120_000,
  }, async () => {
    for (const { name, causes, also } of ALL.filter(({ heldOut }) => !heldOut)) {
      const { diagnosis } = await replay(name);
      const there = [...causes, ...also];
      const effects = diagnosis.causes.filter((cause) => !there.some((one) => matchesExpected(one, cause)));
      for (const { probability } of effects) expect(probability).toBeLessThan(0.5);
    }
  });

  it('there are the recordings that the project promises', () => {
    expect(ALL.filter(({ causes }) => causes.length > 0).length).toBeGreaterThanOrEqual(8);
    expect(ALL.filter(({ causes }) => causes.length === 2).length).toBeGreaterThanOrEqual(2);
    expect(ALL.filter(({ causes }) => causes.length === 0).length).toBeGreaterThanOrEqual(2);
  });
});

describe('the report that people see', () => {
  it('has the marks of a colour terminal whole', async () => {
    const mark = (text: string) => `\u001b[1m${text}\u001b[22m`;
    const style: Style = { bold: mark, dim: mark, good: mark, bad: mark, warn: mark };
    const text = textReport(await replay('cluster-03-silent'), { language: 'en', width: 60, style });
    expect(text).toContain('\u001b[1m');
    expect(text).not.toContain('\ufffd');
    expect(text.replaceAll(/\u001b\[\d+m/g, '')).toBe(
      textReport(await replay('cluster-03-silent'), { language: 'en', width: 60, style: PLAIN }).replace(
        /in \d+ ms/,
        /in \d+ ms/.exec(text)?.[0] ?? '',
      ),
    );
  });

  it.each(['en', 'ko'] as const)('in %s', async (language) => {
    const diagnosed = { ...(await replay('cluster-03-silent')), durationMs: 0 };
    const text = textReport(diagnosed, { language, width: 100, style: PLAIN });
    await expect(text).toMatchFileSnapshot(`./__snapshots__/cluster-03-silent.${language}.txt`);
  });
});
