import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { LAYERS, type Layer } from './context.ts';
import type { PlatformObject } from './kubernetes.ts';
import type { RenderedCluster } from './render.ts';

/** Files by path below the folder of the rendering, in a fixed order. */
export type RenderedFiles = Map<string, string>;

export interface Definitions {
  version: string;
  definitions: readonly { metadata: { name: string } }[];
}

const FOLDERS: Readonly<Record<Layer, string>> = {
  definitions: '1-definitions',
  foundation: '2-foundation',
  workloads: '3-workloads',
};

/**
 * Lays objects out for `kubectl apply --server-side -k`: for each cluster a folder per layer. What all clusters
 * of a role have in common lies once in `base/`, and a cluster's folder has what is its own: the definitions are
 * not there a hundred times, and a difference between two clusters is seen as one.
 */
export function kustomizeFiles(
  clusters: readonly RenderedCluster[],
  definitions: Definitions,
): RenderedFiles {
  const files: RenderedFiles = new Map();
  const withDefinitions = definitions.definitions.length > 0;
  if (withDefinitions) addFolder(files, 'base/definitions', [], definitions.definitions.map(definitionFile));
  const shared = new Map<string, readonly PlatformObject[]>();
  for (const role of ['hub', 'edge'] as const) {
    const own = clusters.filter(({ cluster }) => cluster.role === role);
    for (const layer of ['foundation', 'workloads'] as const) {
      const common = inCommon(own.map(({ layers }) => layers[layer]));
      shared.set(`${role}/${layer}`, common);
      if (common.length > 0) addFolder(files, `base/${role}/${FOLDERS[layer]}`, [], common.map(objectFile));
    }
  }
  for (const { cluster, layers } of clusters) {
    for (const layer of LAYERS) {
      const folder = `clusters/${cluster.name}/${FOLDERS[layer]}`;
      if (layer === 'definitions') {
        if (withDefinitions) addFolder(files, folder, ['../../../base/definitions'], []);
        continue;
      }
      const common = shared.get(`${cluster.role}/${layer}`) ?? [];
      const bases = common.length > 0 ? [`../../../base/${cluster.role}/${FOLDERS[layer]}`] : [];
      const own = layers[layer].filter((object) => !common.some((other) => isDeepStrictEqual(other, object)));
      addFolder(files, folder, bases, own.map(objectFile));
    }
  }
  return files;
}

/** Objects that every one of these lists has, in the order of the first; one cluster alone has nothing in common. */
function inCommon(lists: readonly (readonly PlatformObject[])[]): PlatformObject[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return [];
  const rest = others.map((list) => new Map(list.map((object) => [keyOf(object), object])));
  return first.filter((object) => rest.every((list) => isDeepStrictEqual(list.get(keyOf(object)), object)));
}

const keyOf = ({ kind, metadata }: PlatformObject): string =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

interface File {
  name: string;
  value: unknown;
}

const objectFile = (object: PlatformObject): File => ({
  name: `${object.kind.toLowerCase()}-${object.metadata.name}.yaml`,
  value: object,
});

const definitionFile = (definition: Definitions['definitions'][number]): File => ({
  // Nobody edits these half a million characters: JSON is written a hundred times faster.
  name: `${definition.metadata.name}.json`,
  value: definition,
});

function addFolder(
  files: RenderedFiles,
  folder: string,
  bases: readonly string[],
  content: readonly File[],
): void {
  for (const { name, value } of content) {
    files.set(`${folder}/${name}`, name.endsWith('.json') ? `${JSON.stringify(value)}\n` : yaml(value));
  }
  files.set(
    `${folder}/kustomization.yaml`,
    yaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: [...bases, ...content.map(({ name }) => name)],
    }),
  );
}

/** Long lines stay whole: a folded argument is the same, and unreadable. Anchors would tie what is apart. */
export const yaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
