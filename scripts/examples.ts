import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { drillNamed } from '../src/drill/drills.ts';
import { INCIDENTS } from '../src/drill/incidents.ts';
import { FAULTS } from '../src/drill/registry.generated.ts';

/** So many texts stand on a page. */
const MAX_EXAMPLES = 3;
const CATALOGUE = join(import.meta.dirname, '..', 'src', 'catalogue');

/** Texts that a mode's own tests hold to name it first: those that stand in its `describeTexts`, as written. */
export function textExamples(id: string): string[] {
  const file = join(CATALOGUE, id, 'mode.test.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'describeTexts' &&
      node.arguments[1] !== undefined
    ) {
      texts.push(...saysOf(node.arguments[1]));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.filter((text) => !text.includes('```') && text.trim() !== '').slice(0, MAX_EXAMPLES);
}

function saysOf(given: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(given)) return [];
  return given.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || property.name.getText === undefined) return [];
    const isSays = ts.isIdentifier(property.name) && property.name.text === 'says';
    if (!isSays || !ts.isArrayLiteralExpression(property.initializer)) return [];
    return property.initializer.elements.flatMap((element) =>
      ts.isStringLiteral(element) || ts.isNoSubstitutionTemplateLiteral(element) ? [element.text] : [],
    );
  });
}

/** Recordings on which the tests name a mode; what is held out is not shown. */
export function recordedExamples(id: string): string[] {
  const faults = new Set(FAULTS.filter(({ expected }) => expected.mode === id).map(({ name }) => name));
  return INCIDENTS.filter(
    ({ drill, seenFrom, heldOut }) =>
      !heldOut &&
      (seenFrom?.mode === id ||
        (drill !== null && drillNamed(drill).faults.some((name) => faults.has(name)))),
  ).map(({ name }) => name);
}
