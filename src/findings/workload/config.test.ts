import { describe, expect, it } from 'vitest';
import { replay } from '../../drill/recordings.ts';
import { readLog } from '../../evidence/logs.ts';
import { lastLineOfUsage } from './config.ts';

const usage = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index % 3 === 0 ? `      --flag.number-${index}=VALUE` : `${' '.repeat(33)}What it does, and why.`,
  );

describe('a program that prints its usage and ends', () => {
  it('is told from its last lines', () => {
    expect(lastLineOfUsage(readLog(usage(120).join('\n')) ?? [])).not.toBeNull();
  });

  it.each([
    ['few lines', usage(10)],
    [
      'a log with an indented list',
      [...usage(24), ...Array.from({ length: 20 }, () => 'level=info msg=ready')],
    ],
    ['an empty log', []],
  ])('is not seen in %s', (_, lines) => {
    expect(lastLineOfUsage(readLog(lines.join('\n')) ?? [])).toBeNull();
  });

  it('is not seen in a healthy fleet', async () => {
    const { diagnosis } = await replay('healthy');
    expect(
      diagnosis.findings.some(({ type, state }) => type === 'config-refused' && state === 'present'),
    ).toBe(false);
  });
});
