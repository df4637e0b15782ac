import type { Mode } from '../catalogue/mode.ts';
import { CATALOGUE } from '../catalogue/registry.generated.ts';

const MAX_NEAR = 5;

/** Modes by id, or by a part of it; all where nothing is given. Where none fits, `near` has what comes close. */
export function findModes(wanted: string): { modes: readonly Mode[]; near: string[] } {
  const exact = CATALOGUE.filter(({ id }) => id === wanted);
  if (exact.length > 0) return { modes: exact, near: [] };
  const modes = CATALOGUE.filter(({ id }) => id.includes(wanted.toLowerCase()));
  if (modes.length > 0) return { modes, near: [] };
  const words = wanted
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  const shared = (id: string) => words.filter((word) => id.includes(word)).length;
  const near = CATALOGUE.map(({ id }) => ({ id, score: shared(id) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(({ id }) => id);
  return { modes, near };
}
