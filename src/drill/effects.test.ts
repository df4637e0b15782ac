import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lasting } from './effects.ts';
import type { FaultContext } from './fault.ts';

const NOWHERE = {} as FaultContext;
let shows = true;

beforeEach(() => {
  vi.useFakeTimers();
  shows = true;
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks every two seconds, as a trial does; gives the seconds until the answer was yes. */
async function askFor(seconds: number, effect: ReturnType<typeof lasting>): Promise<number | null> {
  for (let second = 0; second <= seconds; second += 2) {
    if (await effect(NOWHERE)) return second;
    await vi.advanceTimersByTimeAsync(2000);
  }
  return null;
}

it('what lasts is told once it has lasted', async () => {
  expect(
    await askFor(
      100,
      lasting(30, async () => shows),
    ),
  ).toBe(30);
});

it('what comes and goes begins anew', async () => {
  const effect = lasting(30, async () => shows);
  expect(await askFor(20, effect)).toBeNull();
  shows = false;
  expect(await askFor(2, effect)).toBeNull();
  shows = true;
  expect(await askFor(100, effect)).toBe(30);
});

it('so does the next trial, after a pause', async () => {
  const effect = lasting(30, async () => shows);
  expect(await askFor(100, effect)).toBe(30);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await askFor(100, effect)).toBe(30);
});
