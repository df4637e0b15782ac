import { type Document, isMap, isNode, isPair, type LineCounter } from 'yaml';
import type { z } from 'zod';
import { checkFleet } from './check.ts';
import { parseText, type Unplaced } from './parse.ts';
import {
  type FleetProblem,
  type PlacedProblem,
  PROBLEM_CODES,
  type ProblemCode,
  pathText,
} from './problem.ts';
import { type FleetFile, fleetFileSchema } from './schema.ts';

export type ReadFleet =
  | { file: FleetFile; problems: [] }
  /** `count` is of all that is wrong; of many, only the first are placed. */
  | { file: null; problems: PlacedProblem[]; count: number };

/** Beyond it a file is wrong as a whole, and nobody reads on. */
const MAX_PROBLEMS = 50;

/** Reads `fleet.yaml`. Gives the file, or what is wrong with it, each with its place. */
export function readFleetFile(text: string): ReadFleet {
  const { document, value, lines, problems: broken } = parseText(text);
  if (document === null) return wrong(broken, lines);
  const parsed = fleetFileSchema.safeParse(value);
  const problems = parsed.success
    ? checkFleet(parsed.data)
    : parsed.error.issues.flatMap((issue) => problemsOf(issue, value));
  if (parsed.success && problems.length === 0) return { file: parsed.data, problems: [] };
  return wrong(problems, lines, (problem) => offsetOf(document, problem));
}

function wrong(
  problems: readonly Unplaced[],
  lines: LineCounter,
  offset: (problem: FleetProblem) => number = () => 0,
): ReadFleet {
  const placed = problems.slice(0, MAX_PROBLEMS).map(({ offset: known, ...problem }) => {
    const { line, col } = lines.linePos(known ?? offset(problem));
    return { ...problem, line: Math.max(line, 1), column: Math.max(col, 1) };
  });
  placed.sort((a, b) => a.line - b.line || a.column - b.column);
  return { file: null, problems: placed, count: problems.length };
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, value: unknown): FleetProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const field = pathText(path);
  const one = (code: ProblemCode, params: FleetProblem['params'] = {}): FleetProblem[] => [
    { code, path, params: { field, ...params } },
  ];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-field' as const,
      path: [...path, key],
      params: { field: pathText([...path, key]) },
    }));
  }
  if (issue.code === 'invalid_union') {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
    return one(options ? 'not-one-of' : 'invalid', { options, detail: issue.message });
  }
  const found = valueAt(value, path);
  if (issue.code === 'invalid_type' && path.length === 0) {
    return one(value === null ? 'empty' : 'not-a-map');
  }
  if (issue.code === 'invalid_type') {
    return found === undefined ? one('missing') : one('wrong-type', { expected: issue.expected });
  }
  if (issue.code === 'invalid_value') {
    return found === undefined ? one('missing') : one('not-one-of', { options: issue.values.join(', ') });
  }
  if (isOwnCode(issue.message)) return one(issue.message, { value: shorten(found) });
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `≥ ${issue.minimum}` : `≤ ${issue.maximum}`;
    return one('out-of-range', { value: shorten(found), bound });
  }
  return one('invalid', { detail: issue.message });
}

const isOwnCode = (text: string): text is ProblemCode => (PROBLEM_CODES as readonly string[]).includes(text);

const shorten = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null
        ? (current as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** Where a path's value is in the text, or its key for an unknown field, or the nearest that is there. */
function offsetOf(document: Document, { code, path }: FleetProblem): number {
  for (let length = path.length; length >= 0; length--) {
    const steps = path.slice(0, length);
    const parent = document.getIn(steps.slice(0, -1), true);
    if (code === 'unknown-field' && isMap(parent) && length === path.length) {
      const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(steps.at(-1)));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
