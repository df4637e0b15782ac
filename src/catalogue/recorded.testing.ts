import { describe, expect, it } from 'vitest';
import { matchesExpected, recording, replay } from '../drill/recordings.ts';
import type { ModeId } from './ids.generated.ts';

/**
 * What every mode must hold on recordings of the lab: it is named on sick evidence, it is silent on healthy
 * evidence, and where its sign is hidden it is not claimed and nothing false stands in its place.
 */
export function describeMode(id: ModeId, given: { sick: readonly string[]; hidden: RegExp }): void {
  describe(id, () => {
    it.each(given.sick)('is named first on %s', async (name) => {
      const expected = recording(name).causes.filter(({ mode }) => mode === id);
      const { diagnosis } = await replay(name);
      const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
      expect(expected.length).toBeGreaterThan(0);
      for (const one of expected) expect(confirmed.some((cause) => matchesExpected(one, cause))).toBe(true);
      expect(diagnosis.causes[0]?.confirmed).toBe(true);
      expect(['down', 'degraded']).toContain(diagnosis.verdict);
    });

    it('is silent on a healthy fleet', async () => {
      const { diagnosis } = await replay('healthy');
      expect(diagnosis.causes).toEqual([]);
      expect(diagnosis.verdict).toBe('healthy');
    });

    it.each(given.sick)('is not claimed on %s where its sign is hidden', async (name) => {
      const { diagnosis } = await replay(name, ({ path }) => given.hidden.test(path));
      expect(diagnosis.causes.filter((cause) => cause.confirmed && cause.mode === id)).toEqual([]);
      const others = recording(name).causes.filter(({ mode }) => mode !== id);
      const wrong = diagnosis.causes.filter(
        (cause) => cause.confirmed && !others.some((other) => matchesExpected(other, cause)),
      );
      expect(wrong.map(({ mode }) => mode)).toEqual([]);
      expect(diagnosis.blindSpots.length).toBeGreaterThan(0);
      expect(diagnosis.verdict).not.toBe('healthy');
    });
  });
}
