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
    ['blank lines', '\n\n', 0],
    ['nothing', '', 2],
    [
      'a log with NULs, as a crash leaves them',
      `level=error msg="x"${'\u0000'.repeat(40)}\nlevel=info msg=y\n`,
      0,
    ],
    ['what is no text', 'PK\u0003\u0004\u0000\u0000', 2],
    ['what cannot be read', null, 2],
  ])('%s', async (_, content, code) => {
    expect((await explain(content)).code).toBe(code);
  });
});

describe('medic explain of what a terminal would obey', () => {
  it('shows none of it, and reads through it', async () => {
    const said = 'server returned HTTP sta\u200btus 401 Unauth\u2060orized: x';
    const line = `\u001b]0;evil title\u0007msg="Failed to send batch, retrying" url=https://r.example/api/v1/receive \u001bPevil\u001b\\err="${said}\u202e"\u001b]0;cut off`;
    const { stdout } = await explain(line);
    expect(stdout).toContain('HTTP status 401 Unauthorized');
    expect(stdout).not.toMatch(/evil|cut off|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e\u2060]/);
  });
});
