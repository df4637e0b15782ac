import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../lab/progress.ts';
import { install } from '../../lab/up.ts';
import { RULE_GROUPS } from './registry.generated.ts';
import { toPrometheus } from './to-prometheus.ts';

const progress: Progress = {
  step: (key, params) => process.stdout.write(`  ${key} ${JSON.stringify(params ?? {})}\n`),
  detail: () => {},
  done: () => {},
};
const RUNBOOKS = 'https://fleetmedic.dev/failure-modes';

let promtool: string;
const folder = mkdtempSync(join(tmpdir(), 'medic-rules-'));

beforeAll(async () => {
  promtool = join(await install(progress), 'promtool');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What promtool finds wrong, in full; nothing when it is content. */
const complaint = (...args: string[]) =>
  new Promise<string>((resolve) => {
    execFile(promtool, args, (error, stdout, stderr) =>
      resolve(error ? stdout + stderr || error.message : ''),
    );
  });

/** Both languages are valid rule files; the tests are of the English one. */
describe.each(RULE_GROUPS.map((group) => [group.name, group] as const))('%s', (name, group) => {
  const write = (file: string, language: 'en' | 'ko') =>
    writeFileSync(
      join(folder, file),
      JSON.stringify(toPrometheus([group], { language, runbooks: RUNBOOKS })),
    );

  it.each(['en', 'ko'] as const)('is a rule file (%s)', async (language) => {
    write(`${name}.${language}.json`, language);
    expect(await complaint('check', 'rules', join(folder, `${name}.${language}.json`))).toBe('');
  });

  it('does what its promtool test says', async () => {
    write(`${name}.rules.json`, 'en');
    const test = `${name}.promtool.yaml`;
    copyFileSync(join(import.meta.dirname, test), join(folder, test));
    expect(await complaint('test', 'rules', join(folder, test))).toBe('');
  });
});
