import { isAddress } from '../../fleet/fleet.ts';

/**
 * Whether one name looks like a slip of the pen of the other: few letters differ, in names long enough to tell.
 * Addresses in numbers are all alike: the neighbour's differs by one digit and is no slip.
 */
export function isSlipOf(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 3 || isAddress(a) || isAddress(b)) return false;
  const allowed = Math.min(3, Math.max(1, Math.floor(Math.max(a.length, b.length) / 6)));
  return distance(a.slice(0, 253), b.slice(0, 253)) <= allowed;
}

/** Edit distance with exchanges of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
