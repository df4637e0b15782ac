import type { CommanderError } from 'commander';
import { type Language, type MessageKey, message } from '../messages/messages.ts';

/** What the parser of the command line complains of, by its code (commander 15, lib/command.js). */
const COMPLAINTS: Readonly<Record<string, MessageKey>> = {
  'commander.unknownOption': 'usage.unknown-option',
  'commander.unknownCommand': 'usage.unknown-command',
  'commander.invalidArgument': 'usage.not-among',
  'commander.optionMissingArgument': 'usage.no-value',
  'commander.missingMandatoryOptionValue': 'usage.option-needed',
  'commander.missingArgument': 'usage.argument-needed',
  'commander.excessArguments': 'usage.too-many',
};

/**
 * The parser speaks English and names what is wrong in single quotes: `option '-o <format>' argument 'x' is invalid.
 * Allowed choices are a, b.` The same as a sentence of ours; its own words where they are not known.
 */
export function complaintOf({ code, message: words }: CommanderError, language: Language): string {
  const plain = words.replace(/^error: /, '');
  const key = COMPLAINTS[code];
  const [what = '', value = ''] = [...plain.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  if (key === undefined || (what === '' && key !== 'usage.too-many')) return plain;
  const choices = /Allowed choices are (.*)\.$/.exec(plain)?.[1];
  if (key === 'usage.not-among' && choices === undefined) return plain;
  return message(language, key, { what, value, choices: choices ?? '' });
}
