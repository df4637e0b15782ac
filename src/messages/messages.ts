import { COMMAND_MESSAGES } from './commands.ts';
import { DEMO_MESSAGES } from './demo.ts';
import { DETAIL_MESSAGES, detailInKorean } from './details.ts';
import { ERROR_MESSAGES } from './errors.ts';
import { EXPLAIN_MESSAGES } from './explain.ts';
import { FINDING_MESSAGES } from './findings.generated.ts';
import { FLEET_FILE_MESSAGES } from './fleet-file.ts';
import { LAB_MESSAGES } from './lab.ts';
import { NOTE_MESSAGES } from './notes.generated.ts';
import { PLATFORM_MESSAGES } from './platform.ts';
import { REPORT_MESSAGES } from './report.ts';
import { SETTINGS_MESSAGES } from './settings.ts';
import { STATUS_MESSAGES } from './status.ts';

/**
 * Every sentence that a user sees, in both languages side by side. `note` is for the translator.
 * Placeholders are `{name}`. Korean is written so that no particle depends on a placeholder.
 */
export interface Message {
  en: string;
  ko: string;
  note?: string;
}

export type Language = 'en' | 'ko';

const MESSAGES = {
  ...COMMAND_MESSAGES,
  ...ERROR_MESSAGES,
  ...DEMO_MESSAGES,
  ...DETAIL_MESSAGES,
  ...EXPLAIN_MESSAGES,
  ...FINDING_MESSAGES,
  ...FLEET_FILE_MESSAGES,
  ...LAB_MESSAGES,
  ...NOTE_MESSAGES,
  ...PLATFORM_MESSAGES,
  ...REPORT_MESSAGES,
  ...SETTINGS_MESSAGES,
  ...STATUS_MESSAGES,
} as const;

export type MessageKey = keyof typeof MESSAGES;
export type MessageParams = Readonly<Record<string, string | number>>;

/** The sentence for `key`. A placeholder without a value is a defect and throws. */
export function message(language: Language, key: MessageKey, params: MessageParams = {}): string {
  return fill(MESSAGES[key][language], params);
}

/** Why something could not be read: words of ours in the language, those of others as they are. */
export const detailWords = (language: Language, detail: string): string =>
  language === 'ko' ? detailInKorean(detail) : detail;

/** Fills `{name}` placeholders; used for the prose of the catalogue as well. */
export function fill(template: string, params: MessageParams): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message placeholder {${name}} has no value: ${template}`);
    return String(value);
  });
}

/** For tests: all messages. */
export const ALL_MESSAGES: Readonly<Record<string, Message>> = MESSAGES;
