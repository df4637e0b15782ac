/**
 * Readers of untrusted JSON: every step checks the type, nothing throws, and what is not there is `undefined`
 * or empty. Answers of other systems are never cast.
 */

export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

export const text = (value: unknown, ...path: readonly (string | number)[]): string | undefined => {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
};

export const number = (value: unknown, ...path: readonly (string | number)[]): number | undefined => {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
};

export const flag = (value: unknown, ...path: readonly (string | number)[]): boolean =>
  at(value, ...path) === true;

export const list = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
};

export const texts = (value: unknown, ...path: readonly (string | number)[]): string[] =>
  list(value, ...path).filter((item) => typeof item === 'string');

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object's members whose values are texts. */
export function textMap(value: unknown, ...path: readonly (string | number)[]): Record<string, string> {
  const found = at(value, ...path);
  const result: Record<string, string> = {};
  if (!isRecord(found)) return result;
  for (const [key, entry] of Object.entries(found)) {
    if (typeof entry === 'string') result[key] = entry;
  }
  return result;
}

/** Names of contexts are free text, but for characters that would make other lines of a report. */
export const isContextName = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 500 &&
  !/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(name);

/** Objects and lists that one answer may hold: a page of 500 pods has some 200 each. */
const MAX_CONTAINERS = 1_500_000;

/** Whether parsing a text of JSON would cost far more memory than its length: counted before it is parsed. */
export function isTooManyValues(json: string): boolean {
  if (json.length < MAX_CONTAINERS) return false;
  let count = 0;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === 0x7b || code === 0x5b) count += 1;
  }
  return count > MAX_CONTAINERS;
}
