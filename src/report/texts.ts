import { type Language, type MessageKey, type MessageParams, message } from '../messages/messages.ts';

/** Sentences in one language. */
export type Texts = (key: MessageKey, params?: MessageParams) => string;

export const reportTexts =
  (language: Language): Texts =>
  (key, params) =>
    message(language, key, params);
