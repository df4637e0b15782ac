import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIXINS } from '../../catalogue/mixins.ts';
import { RULE_GROUPS } from '../../platform/rules/registry.generated.ts';
import { FINDING_TYPES } from '../types.generated.ts';
import { scanAll, scanFor, wordFinder } from './scan.ts';

describe('wordFinder', () => {
  it('finds what inclusion finds, whatever the words and the text', () => {
    const letters = fc.constantFrom('a', 'b', 'c', ' ');
    const word = fc.string({ unit: fc.oneof(letters, fc.constant('한')), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: fc.oneof(letters, fc.constantFrom('한', 'é', '\u0000')), maxLength: 60 }),
        (words, text) => {
          const expected = words.flatMap((one, index) => (text.includes(one) ? [index] : []));
          expect([...wordFinder(words)(text)].sort((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });
});

describe('scanFor', () => {
  const kind = (lines: { has: [string, ...string[]]; lacks?: string[] }[], over: [string][] = []) => ({
    ...{ leak: 0.1, sentence: { en: '', ko: '' } },
    texts: {
      ...{ holds: 'lasting' as const, lines: lines.map((line) => ({ ...line, source: 'test' })) },
      over: over.map((has) => ({ has, source: 'test' })),
    },
  });
  const scan = scanFor({
    'config-refused': kind([{ has: ['lock db', 'resource'], lacks: ['healthy'] }], [['opened "db"']]),
  });

  it('wants all words of a text and none that it may not have', () => {
    expect(scan('Lock DB: Resource temporarily unavailable')).toHaveLength(1);
    expect(scan('lock db')).toEqual([]);
    expect(scan('lock db: resource healthy')).toEqual([]);
  });

  it('does not take what users wrote in rules and queries for words of the program', () => {
    expect(scan('level=warn msg="failed" rule="alert: x\\n \\"lock db\\" resource" err="timeout"')).toEqual(
      [],
    );
    expect(scan('level=warn query="lock db" msg="lock db: resource busy"')).toHaveLength(1);
  });

  it('stays linear on lines of nothing but quotes', () => {
    const before = process.cpuUsage();
    scan('rule="'.repeat(20_000));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  });

  it('gives what a line says in the order of the line, however words begin', () => {
    const other = scanFor({ 'config-refused': kind([{ has: ['late'] }], [['lock db opened']]) });
    expect(other('lock db refused, late, lock db opened').map(({ isOver }) => isOver)).toEqual([false, true]);
  });

  it('reads through the escapes of JSON', () => {
    expect(scan('{"msg":"opened \\"db\\""}')).toMatchObject([{ isOver: true }]);
  });
});

describe('texts of the findings', () => {
  const all = Object.entries(FINDING_TYPES).flatMap(([type, { texts }]) =>
    [...(texts?.lines ?? []), ...(texts?.over ?? [])].map((text) => ({ type, ...text })),
  );

  it('are lower case, long enough to mean something, and say where they are from', () => {
    const wrong = all.filter(
      ({ has, lacks = [], source }) =>
        [...has, ...lacks].some((word) => word !== word.toLowerCase() || word.length === 0) ||
        has.join('').length < 5 ||
        source.length < 6,
    );
    expect(wrong).toEqual([]);
  });

  it('stand once in a kind', () => {
    const keys = all.map(({ type, has }) => `${type} ${has.join(' + ')}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('names of alerts', () => {
  it('are told apart from what parts say themselves', () => {
    const names = new Set(
      [
        ...RULE_GROUPS.flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule.alert] : []))),
        ...MIXINS.flatMap(({ alerts }) => alerts.map(({ alert }) => alert)),
      ].map((name) => name.toLowerCase()),
    );
    const wrong = Object.values(FINDING_TYPES).flatMap(({ texts }) =>
      (texts?.lines ?? []).flatMap(({ has, isAlert }) => (names.has(has[0]) && !isAlert ? [has[0]] : [])),
    );
    expect(wrong).toEqual([]);
    const hits = scanAll()('msg="Evaluating rule failed" name=ThanosCompactHalted err="timeout"');
    expect(hits.map(({ type }) => type)).toEqual(['rule-evaluation-failing']);
  });
});

describe('frames of a stack trace', () => {
  const typesIn = (line: string) => scanAll()(line).map(({ type }) => type);
  const frames =
    '\\nmain.runReceive\\n\\t/src/cmd/thanos/receive.go:326\\nruntime.main\\n\\truntime/proc.go:290';

  it('hide nothing of what a line says', () => {
    const said = 'level=error err="removeat tenant/lock: permission denied';
    expect(typesIn(`${said}"`)).toEqual(['volume-unwritable']);
    expect(typesIn(`${said}${frames}\\npreparing receive command failed"`)).toEqual(['volume-unwritable']);
  });

  it('end where the field ends', () => {
    expect(typesIn(`level=error err="unknown${frames}" msg="mkdir /data: permission denied"`)).toEqual([
      'volume-unwritable',
    ]);
  });
});
