import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { NOTES, note, textOf } from './notes.ts';

const DIR = import.meta.dirname;
const areas = readdirSync(join(DIR, 'notes')).map((file) => file.replace('.ts', ''));

/** Rules and what they share: not the kinds of findings and their texts, nor the sentences themselves. */
const RULES = readdirSync(DIR, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/\.(test|testing|generated)\.ts$/.test(path))
  .filter((path) => !/^(?:types|notes)[/\\]|^(?:notes|context)\.ts$|access-logs\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(DIR, path), 'utf8') }));

interface Literal {
  node: ts.Node;
  /** What stands in the place of a value is `§`. */
  text: string;
}

function literalsOf({ path, text }: { path: string; text: string }): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map(({ literal }) => `§${literal.text}`);
      found.push({ node, text: `${node.head.text}${spans.join('')}` });
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      found.push({ node, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** A word beside a value or another word. */
const PROSE = /(?:^|[ ,;(])[a-z]{2,}[ ,;:§]/;

/** Fields and what they hold, in the words of configurations and objects. */
const FIELDS = [
  'remote_write url: §',
  'Service §: endpoints 0',
  '§ §: key §',
  '§ key §',
  'job §',
  'replace §',
];
/** Words of others that stand alone. */
const OF_OTHERS = ['server returned HTTP status 5'];

/** Words that are looked for in those of others: in lists, and where they are compared. */
function isLookedFor({ parent }: ts.Node): boolean {
  const isSource = ts.isPropertyAssignment(parent) && parent.name.getText() === 'source';
  const isCompared =
    ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression)
      ? /^(?:includes|indexOf|startsWith|endsWith|has|replaceAll)$/.test(parent.expression.name.text)
      : false;
  return ts.isArrayLiteralExpression(parent) || isSource || isCompared;
}

describe('sentences of medic', () => {
  it('have one place each', async () => {
    const gathered = await Promise.all(
      areas.map(async (area) => Object.values(await import(`./notes/${area}.ts`)) as object[]),
    );
    const ids = gathered.flat().flatMap((sentences) => Object.keys(sentences));
    expect(ids.sort()).toEqual(Object.keys(NOTES).sort());
  });

  it('are all said by some rule', () => {
    const said = new Set(RULES.flatMap((rule) => literalsOf(rule).map(({ text }) => text)));
    expect(Object.keys(NOTES).filter((id) => !said.has(id))).toEqual([]);
  });

  it('are filled in English, sentences in sentences too', () => {
    const words = note('ring-twice', { endpoint: 'r-0:10901' });
    expect(textOf(note('tenant-says', { tenant: 'a', words }))).toBe('tenant a: r-0:10901: twice');
    expect(
      textOf(note('target-pods', { pods: ['p-0: Pending', note('target-unready', { pod: 'p-1' })] })),
    ).toBe('p-0: Pending, p-1: not Ready');
    expect(textOf('{words} of others')).toBe('{words} of others');
  });

  it('what a value holds is not filled again', () => {
    const words = note('object-says', { object: '{words}', words: '{object} $& $1' });
    expect(textOf(words)).toBe('{words}: {object} $& $1');
  });
});

describe('rules have no prose of their own: a report in Korean would say it in English', () => {
  it.each(RULES.map((rule) => [rule.path, rule] as const))('%s', (_, rule) => {
    const prose = literalsOf(rule)
      .filter(({ node, text }) => ts.isTemplateExpression(node) && PROSE.test(`${text} `))
      .map(({ text }) => text);
    expect(prose.filter((text) => !FIELDS.includes(text))).toEqual([]);
    const plain = literalsOf(rule)
      .filter(({ node, text }) => !ts.isTemplateExpression(node) && /[a-z]{2,} [a-z]{2,}/.test(text))
      .filter(({ node, text }) => !isLookedFor(node) && !OF_OTHERS.includes(text))
      .map(({ text }) => text);
    expect(plain).toEqual([]);
  });
});
