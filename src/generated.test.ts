import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('generated files are those that the folders give', () => {
  const script = join(import.meta.dirname, '..', 'scripts', 'generate.ts');
  const output = execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(output).toBe('');
});
