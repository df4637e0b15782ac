import { MedicError } from '../errors.ts';
import type { PlacedProblem } from '../fleet/file/problem.ts';
import type { FleetFile } from '../fleet/file/schema.ts';
import type { FleetSettings } from '../fleet/file/settings.ts';
import { openFleetFile } from '../usecases/fleet-file.ts';
import { type CommandContext, clean } from './context.ts';

/** The settings of a `fleet.yaml`, see `loadFleet`. */
export const loadFleetFile = (context: CommandContext, path: string): FleetSettings =>
  loadFleet(context, path).settings;

/**
 * A `fleet.yaml` and its settings. What is wrong with it goes to standard error, a line each with its place; throws
 * `fleet/missing` or `fleet/invalid`.
 */
export function loadFleet(
  context: CommandContext,
  path: string,
): { file: FleetFile; settings: FleetSettings } {
  const { settings, file, problems } = openFleetFile(path);
  if (settings !== null) return { file, settings };
  for (const problem of problems) {
    process.stderr.write(`${clean(sentence(context, path, problem))}\n`);
  }
  throw new MedicError('fleet/invalid', { path, count: problems.length });
}

function sentence(context: CommandContext, path: string, problem: PlacedProblem): string {
  const { line, column, code, params } = problem;
  return context.text('fleet.problem', {
    ...{ path, line, column },
    problem: context.text(`fleet.problem.${code}`, params),
  });
}
