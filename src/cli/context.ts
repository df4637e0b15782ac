import { ERRORS, EXIT, type ExitCode, MedicError, reasonOf } from '../errors.ts';
import {
  detailWords,
  type Language,
  type MessageKey,
  type MessageParams,
  message,
} from '../messages/messages.ts';
import { clean } from '../terminal.ts';

/** What every command gets: where to write, and in which language. */
export interface CommandContext {
  language: Language;
  say(key: MessageKey, params?: MessageParams): void;
  text(key: MessageKey, params?: MessageParams): string;
  out(text: string): void;
}

/** `--lang` before the environment; English where neither says Korean. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked =
    index < 0 ? undefined : argv[index]?.startsWith('--lang=') ? argv[index]?.slice(7) : argv[index + 1];
  if (asked === 'ko' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('ko') ? 'ko' : 'en';
}

export function commandContext(language: Language): CommandContext {
  const text = (key: MessageKey, params?: MessageParams) => message(language, key, params);
  const out = (line: string) => {
    process.stdout.write(line.endsWith('\n') ? line : `${line}\n`);
  };
  return { language, text, out, say: (key, params) => out(text(key, params)) };
}

/** Prints a known error as one line and a hint, and gives its exit code; an unknown one is thrown on. */
export function reportError(error: unknown, language: Language): ExitCode {
  if (!(error instanceof MedicError)) throw error;
  const { detail } = error.params;
  const params = {
    ...error.params,
    ...(typeof detail === 'string' && { detail: detailWords(language, detail) }),
  };
  const line = message(language, `error.${error.code}`, params);
  process.stderr.write(`medic: ${clean(line)}\n`);
  const hint = message(language, ERRORS[error.code].hint, error.params);
  process.stderr.write(`${message(language, 'report.hint', { hint: clean(hint) })}\n`);
  if (process.env.MEDIC_DEBUG)
    process.stderr.write(`${error.stack}\n${error.cause ? reasonOf(error.cause) : ''}\n`);
  return EXIT.usage;
}
