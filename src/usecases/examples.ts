import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file of `examples/`, seen from the sources and from the bundle alike. */
export function examplePath(...parts: string[]): string {
  const roots = [join(import.meta.dirname, '..', '..'), join(import.meta.dirname, '..')];
  const root = roots.find((dir) => existsSync(join(dir, 'examples'))) ?? roots[0] ?? '';
  return join(root, 'examples', ...parts);
}
