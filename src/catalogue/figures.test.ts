import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './registry.generated.ts';

const ROOT = join(import.meta.dirname, '../..');
const numbers = (file: string, pattern: RegExp): number[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(([, number]) => Number(number));

describe('figures of the READMEs are those of the catalogue', () => {
  const recorded = CATALOGUE.filter(({ basis }) => basis === 'lab').length;

  it.each([
    ['README.md', /The (\d+) failure modes/g, /\((\d+) so far\)/g],
    ['README.ko.md', /장애 유형 (\d+)개/g, /현재 (\d+)개/g],
  ])('%s', (file, all, ofTheLab) => {
    expect(numbers(file, all)).toEqual([CATALOGUE.length]);
    expect(numbers(file, ofTheLab)).toEqual([recorded]);
  });
});
