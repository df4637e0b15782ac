import { describe, expect, it } from 'vitest';
import { modesCommand } from './modes.ts';
import { run } from './run.testing.ts';

const modes = (id: string, language: 'en' | 'ko' = 'en') =>
  run(language, (context) => modesCommand(context, { id, output: 'text' }));

describe('medic modes with an id that is none', () => {
  it('names what comes close', async () => {
    const { code, stdout, stderr } = await modes('receive/hash-ring');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^medic: No such failure mode: receive\/hash-ring; close to it: receive\/[a-z-]+, .+\nHint: See all: medic modes\n$/,
    );
  });

  it.each(['nosuch', '///', 'x'.repeat(500)])('says nothing of that where nothing does: %s', async (id) => {
    expect(await modes(id)).toEqual({
      code: 2,
      stdout: '',
      stderr: `medic: No such failure mode: ${id}\nHint: See all: medic modes\n`,
    });
    expect((await modes(id, 'ko')).stderr).not.toContain('비슷한');
  });
});
