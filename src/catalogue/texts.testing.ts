import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Explained } from '../report/explained.ts';
import { explainText } from '../usecases/explain.ts';
import type { ModeId } from './ids.generated.ts';

export const explainLines = (text: string): Promise<Explained> =>
  explainText(
    { stream: Readable.from([Buffer.from(text)]), name: 'test' },
    { engine: 'test', now: new Date(0) },
  );

/** What every mode must hold on texts that people paste: real lines, as upstream writes them. */
export function describeTexts(
  id: ModeId,
  given: {
    /** Each is named first by this mode. */
    says: readonly string[];
    /** Lines that look alike and are about something else: the mode that comes first, or `null` for none. */
    not: Readonly<Record<string, ModeId | null>>;
  },
): void {
  describe(`${id} in texts`, () => {
    it.each(given.says)('is named first for: %s', async (line) => {
      const { causes } = await explainLines(line);
      expect(causes[0]?.mode.id).toBe(id);
    });

    it.each(Object.entries(given.not))('is not named first for: %s', async (line, other) => {
      const { causes } = await explainLines(line);
      expect(causes[0]?.mode.id ?? null).toBe(other);
    });
  });
}
