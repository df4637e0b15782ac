import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { MedicError, reasonOf } from '../errors.ts';
import type { FleetSettings } from '../fleet/file/settings.ts';
import { helmFiles } from '../platform/helm.ts';
import { type Definitions, kustomizeFiles, type RenderedFiles } from '../platform/kustomize.ts';
import { type RenderedCluster, renderFleet } from '../platform/render.ts';
import type { RequiredSecret } from '../platform/secrets.ts';
import { validateObjects } from '../platform/validate.ts';

/** The names of what was written last, so that the next rendering takes away what is no more. */
const MANIFEST = '.fleetmedic-rendered.json';

export interface Rendering {
  clusters: number;
  objects: number;
  files: number;
  /** Secrets that must exist before anything is applied, as `namespace/name` and key. */
  secrets: (RequiredSecret & { cluster: string })[];
}

export type RenderFormat = 'kustomize' | 'helm-values';

/** Renders a fleet into a folder. Nothing is written unless all of it is valid. */
export async function renderToFolder(
  fleet: FleetSettings,
  folder: string,
  format: RenderFormat,
): Promise<Rendering> {
  const { clusters, definitions } = await renderChecked(fleet);
  const files = format === 'kustomize' ? kustomizeFiles(clusters, definitions) : helmFiles(clusters, fleet);
  writeFolder(folder, files);
  return {
    clusters: clusters.length,
    objects: clusters.reduce(
      (sum, { layers }) => sum + layers.foundation.length + layers.workloads.length,
      0,
    ),
    files: files.size,
    secrets: clusters.flatMap(({ cluster, secrets }) =>
      secrets.map((secret) => ({ cluster: cluster.name, ...secret })),
    ),
  };
}

/** All objects of a fleet, checked against the schemas, and the operator's definitions. */
export async function renderChecked(
  fleet: FleetSettings,
): Promise<{ clusters: RenderedCluster[]; definitions: Definitions }> {
  if (fleet.deployedBy === 'other') throw new MedicError('fleet/not-ours', { fleet: fleet.name });
  const clusters = renderFleet(fleet);
  const { default: definitions } = await import('../platform/definitions/operator.generated.json', {
    with: { type: 'json' },
  });
  for (const { cluster, layers } of clusters) {
    const [invalid] = await validateObjects([...layers.foundation, ...layers.workloads]);
    if (invalid) {
      const { object, at, detail } = invalid;
      throw new MedicError('fleet/refused-by-schema', { cluster: cluster.name, object, at, detail });
    }
  }
  return { clusters, definitions };
}

function writeFolder(folder: string, files: RenderedFiles): void {
  const manifest = join(folder, MANIFEST);
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(manifest)) {
      throw new MedicError('output/not-ours', { path: folder });
    }
    refuseLinks(folder, [MANIFEST]);
    const before = existsSync(manifest) ? filesOf(manifest) : [];
    refuseLinks(folder, [...before, ...files.keys()]);
    for (const path of before) if (!files.has(path)) rmSync(join(folder, path), { force: true });
    for (const dir of new Set([...files.keys()].map((path) => dirname(join(folder, path))))) {
      makeFolder(dir);
    }
    for (const [path, content] of files) writeAnew(join(folder, path), content);
    writeAnew(manifest, `${JSON.stringify({ files: [...files.keys()] }, null, 1)}\n`);
  } catch (error) {
    if (error instanceof MedicError) throw error;
    throw new MedicError('output/unwritable', { path: folder, detail: reasonOf(error) }, { cause: error });
  }
}

/** Below the folder that was named nothing may be a link: what is written or removed through it lies elsewhere. */
function refuseLinks(folder: string, paths: readonly string[]): void {
  const below = paths.flatMap((path) => {
    const steps = normalize(path).split(sep);
    return steps.map((_, index) => join(folder, ...steps.slice(0, index + 1)));
  });
  for (const path of new Set(below)) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new MedicError('output/link', { path });
  }
}

/** A new file in the place of the old one: a name that has become a link since, or that shares its file, is left. */
function writeAnew(path: string, content: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, content, { flag: 'wx' });
}

/** Makes a folder and those above it, each by itself: Node's own way never ends where a file system refuses. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** The list of an earlier rendering; paths that would lead out of the folder are not believed. */
function filesOf(manifest: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: unknown };
    if (!Array.isArray(files)) return [];
    return files.filter(
      (path): path is string =>
        typeof path === 'string' && !normalize(path).startsWith('..') && !path.startsWith('/'),
    );
  } catch {
    return [];
  }
}
