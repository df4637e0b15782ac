import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detailWords } from './messages.ts';

/** Rooms that read something, and say why they could not. */
const READERS = ['apply', 'collect', 'connect', 'evidence', 'usecases'].map((room) =>
  join(import.meta.dirname, '..', room),
);
const SAID =
  /(?:(?:failure|failed)\('[a-z-]+', |detail: |throw new Error\()(?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n]+)`)/g;
/** What no user is told, and whole answers of a server. */
const NOT_TOLD = ['a fleet has a cluster', 'HTTP '];

const said = READERS.flatMap((dir) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(path))
    .flatMap((path) => [...readFileSync(join(dir, path), 'utf8').matchAll(SAID)])
    .map(([, plain, quoted, template]) => (plain ?? quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, 'x')),
);

describe('why something could not be read', () => {
  it.each([
    ['no answer within 10000 ms', '10000 ms 안에 응답 없음'],
    ['more than 5000 objects', '오브젝트 5000개 초과'],
    ['the variable GRAFANA_TOKEN is not set', '환경 변수 GRAFANA_TOKEN 설정 안 됨'],
    ['unexpected content', '예상과 다른 내용'],
  ])('is told in the language of the reader: %s', (en, ko) => {
    expect(detailWords('ko', en)).toBe(ko);
    expect(detailWords('en', en)).toBe(en);
  });

  it('has words in both languages wherever a reader says it', () => {
    const prose = said.filter(
      (words) => /[a-z] [a-z]{2}/.test(words) && !NOT_TOLD.some((not) => words.includes(not)),
    );
    expect(prose.length).toBeGreaterThan(10);
    expect(prose.filter((words) => detailWords('ko', words) === words)).toEqual([]);
  });

  it.each(['HTTP 503: error trying to reach service', 'read ECONNRESET', 'no answer within 10 ms, and more'])(
    'is left as another program said it: %s',
    (words) => {
      expect(detailWords('ko', words)).toBe(words);
    },
  );
});
