import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (...parts: string[]) => readFileSync(join(import.meta.dirname, ...parts), 'utf8');

/** The README shows the head of the recorded incident as it is printed today. */
it.each([
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
])('%s shows what is printed', (file, language) => {
  const report = read('drill', '__snapshots__', `cluster-03-silent.${language}.txt`);
  expect(read('..', file)).toContain(report.split('\n').slice(0, 3).join('\n'));
});
