import { Command, CommanderError, Option } from 'commander';
import { expect, it } from 'vitest';
import { complaintOf } from './usage.ts';

function refused(args: string[]): CommanderError {
  const command = new Command('medic').exitOverride().configureOutput({ writeErr: () => {} });
  command
    .command('look')
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .argument('<id>')
    .requiredOption('-f, --file <file>')
    .addOption(new Option('-o, --output <format>').choices(['text', 'json']))
    .action(() => {});
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error;
    throw error;
  }
  throw new Error('not refused');
}

it.each([
  [
    ['look', 'a', '-f', 'x', '-o', 'yaml'],
    '-o, --output <format> 값으로 쓸 수 없음: yaml (가능한 값: text, json)',
  ],
  [['look', 'a', '-f', 'x', '--nope'], '알 수 없는 옵션: --nope'],
  [['lok'], '알 수 없는 명령: lok'],
  [['look', 'a', '-f'], '값이 필요한 옵션: -f, --file <file>'],
  [['look', 'a'], '필수 옵션 누락: -f, --file <file>'],
  [['look', '-f', 'x'], '필수 인수 누락: id'],
  [['look', 'a', 'b', '-f', 'x'], '인수가 너무 많음'],
])('%j is refused in Korean without English', (args, words) => {
  expect(complaintOf(refused(args), 'ko')).toBe(words);
});

it('says the same in English, and keeps words that it does not know', () => {
  expect(complaintOf(refused(['look', 'a', '-f', 'x', '-o', 'yaml']), 'en')).toBe(
    '-o, --output <format> cannot be yaml; it is one of: text, json',
  );
  expect(complaintOf(new CommanderError(1, 'commander.conflictingOption', "error: option 'a'"), 'ko')).toBe(
    "option 'a'",
  );
});
