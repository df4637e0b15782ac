/** What medic itself says of what it read, in both languages. */
export interface Sentence {
  /** What stands in the JSON contract. */
  en: string;
  ko: string;
  /** For the translator. */
  note?: string;
}

export const defineNotes = <const T extends Readonly<Record<string, Sentence>>>(sentences: T): T => sentences;
