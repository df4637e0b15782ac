import { amount, seconds, sizeInBytes } from './quantities.ts';

/**
 * Whether two settings mean the same: `1h` and `60m`, `1Gi` and `1024Mi`, names in another order. Which local file
 * a Secret is made of is no part of what runs.
 */
export function isSame(declared: unknown, running: unknown): boolean {
  if (typeof declared === 'string' && typeof running === 'string') return isSameText(declared, running);
  if (Array.isArray(declared) && Array.isArray(running)) return isSameList(declared, running);
  if (isMap(declared) && isMap(running)) {
    const keys = new Set([...Object.keys(declared), ...Object.keys(running)]);
    keys.delete('file');
    return [...keys].every((key) => isSame(declared[key] ?? null, running[key] ?? null));
  }
  return declared === running;
}

function isSameText(declared: string, running: string): boolean {
  if (declared === running) return true;
  const measures = [durationOf, sizeInBytes, amount, urlOf];
  return measures.some((measure) => {
    const [left, right] = [measure(declared), measure(running)];
    return left !== null && !Number.isNaN(left) && left === right;
  });
}

const DURATION = /^(\d+(ms|s|m|h|d|w|y))+$/;
const durationOf = (text: string): number | null => (DURATION.test(text) ? seconds(text) : null);

function urlOf(text: string): string | null {
  return /^https?:/.test(text) && URL.canParse(text) ? new URL(text).href : null;
}

/** Names have no order; what has parts (routes) is asked one after the other. */
function isSameList(declared: readonly unknown[], running: readonly unknown[]): boolean {
  if (declared.length !== running.length) return false;
  const isNames = [...declared, ...running].every((item) => typeof item === 'string');
  const sorted = (list: readonly unknown[]) => (isNames ? [...list].sort() : list);
  const other = sorted(running);
  return sorted(declared).every((item, index) => isSame(item, other[index]));
}

/**
 * The alternatives of expressions that together take what one of them takes: `a|b` is two, `(a|b)c` is one. Several
 * rules that drop, and one with all their expressions, drop the same.
 */
export function alternatives(expressions: readonly string[]): string[] {
  return [...new Set(expressions.flatMap(splitAlternatives))].sort();
}

function splitAlternatives(expression: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < expression.length; index++) {
    const character = expression[index];
    if (character === '\\') index += 1;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === '|' && depth === 0) {
      parts.push(expression.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, expression.slice(from)];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
