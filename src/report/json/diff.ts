import type { Difference } from '../../fleet/file/compare.ts';
import type { UnknownSetting } from '../../fleet/file/observed.ts';
import { pathText } from '../../fleet/file/problem.ts';
import type { DiffDocument } from './contracts.ts';

/** The answer of `medic diff` to a program. */
export function diffDocument(diffed: {
  fleet: string;
  clusters: readonly { name: string; context: string; blind: boolean }[];
  compared: number;
  differences: readonly Difference[];
  unknown: readonly UnknownSetting[];
}): DiffDocument {
  return {
    schema: 'fleetmedic/diff/v1',
    fleet: diffed.fleet,
    clusters: diffed.clusters.map(({ name, context, blind }) => ({ name, context, blind })),
    compared: diffed.compared,
    differences: diffed.differences.map(({ path, declared, running, sources }) => ({
      path: pathText(path),
      declared,
      running,
      sources: sources.map((source) => ({ ...source })),
    })),
    notCompared: diffed.unknown.map((unknown) => ({ ...unknown, path: pathText(unknown.path) })),
  };
}
