import { MedicError } from '../errors.ts';
import type { PlacedProblem } from '../fleet/file/problem.ts';
import type { FleetFile } from '../fleet/file/schema.ts';
import type { FleetSettings } from '../fleet/file/settings.ts';
import { clean } from '../terminal.ts';
import { openFleetFile } from '../usecases/fleet-file.ts';
import type { CommandContext } from './context.ts';

/** Who mends so many looks again. */
const MAX_SHOWN = 10;
/** Characters of each value that a sentence quotes. */
const MAX_VALUE = 120;

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
  const opened = openFleetFile(path);
  if (opened.settings !== null) return opened;
  const { problems, count } = opened;
  const lines = problems.slice(0, MAX_SHOWN).map((problem) => sentence(context, path, problem));
  if (count > lines.length) lines.push(context.text('fleet.problem.more', { count: count - lines.length }));
  for (const line of lines) process.stderr.write(`${clean(line)}\n`);
  throw new MedicError('fleet/invalid', { path, count });
}

function sentence(context: CommandContext, path: string, problem: PlacedProblem): string {
  const { line, column, code, params } = problem;
  return context.text('fleet.problem', {
    ...{ path, line, column },
    problem: context.text(
      `fleet.problem.${code}`,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shorten(value)])),
    ),
  });
}

const shorten = (value: string | number): string | number =>
  typeof value === 'string' && value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
