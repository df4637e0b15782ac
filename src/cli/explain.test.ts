import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainCommand } from './explain.ts';
import { run } from './run.testing.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs', 'exit-codes.md');
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'medic-explain-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

function explain(content: string | null) {
  const file = join(dir, 'text');
  if (content !== null) writeFileSync(file, content);
  return run('en', (context) =>
    explainCommand(context, { file: content === null ? dir : file, output: 'text' }),
  );
}

describe('medic explain ends as docs/exit-codes.md says', () => {
  it('which names it', () => {
    expect(readFileSync(DOCS, 'utf8')).toContain('`medic explain` ends with 0');
  });

  it.each([
    [
      'what speaks for a cause',
      'msg="Error sending samples" err="server returned HTTP status 401 Unauthorized: x"',
      0,
    ],
    ['what speaks for nothing', 'hello\n', 0],
    ['nothing', '', 0],
    ['what is no text', 'PK\u0003\u0004\u0000\u0000', 2],
    ['what cannot be read', null, 2],
  ])('%s', async (_, content, code) => {
    expect((await explain(content)).code).toBe(code);
  });
});
