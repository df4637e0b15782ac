import { readFileSync, statSync } from 'node:fs';
import type { ApiObject } from '../../apply/api.ts';
import { refOf } from '../../apply/api.ts';
import { inventoryObject } from '../../apply/inventory.ts';
import { MedicError, reasonOf } from '../../errors.ts';
import type { FleetSettings } from '../../fleet/file/settings.ts';
import { objectLabels } from '../../platform/builders.ts';
import type { Definitions } from '../../platform/kustomize.ts';
import type { RenderedCluster } from '../../platform/render.ts';

/** What goes into one cluster, in the order of applying. */
export interface Deployment {
  rendered: RenderedCluster;
  definitions: ApiObject[];
  foundation: ApiObject[];
  workloads: ApiObject[];
}

const MAX_SECRET_BYTES = 1024 * 1024;

/** Rendered objects, the operator's definitions, and Secrets made of the local files that the fleet names. */
export function deploymentOf(
  fleet: FleetSettings,
  rendered: RenderedCluster,
  definitions: Definitions,
  secretFile: (path: string) => string,
): Deployment {
  const secrets = rendered.secrets.flatMap(({ namespace, name, files }): ApiObject[] => {
    const data = Object.entries(files).map(([key, path]) => [key, encoded(secretFile(path))]);
    if (data.length === 0) return [];
    return [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace, labels: objectLabels(fleet, name) },
        type: 'Opaque',
        data: Object.fromEntries(data),
      },
    ];
  });
  return {
    rendered,
    definitions: definitions.definitions.map((definition) => asApiObject(definition)),
    foundation: rendered.layers.foundation.map(asApiObject),
    workloads: [...secrets, ...rendered.layers.workloads.map(asApiObject)],
  };
}

/** Typed objects are plain data: nothing of them is lost. */
const asApiObject = (object: object): ApiObject => object as ApiObject;

function encoded(path: string): string {
  try {
    if (!statSync(path).isFile()) throw new Error('not a file');
    if (statSync(path).size > MAX_SECRET_BYTES) throw new Error('more than 1 MiB');
    return readFileSync(path).toString('base64');
  } catch (error) {
    throw new MedicError('fleet/secret-file', { path, detail: reasonOf(error) }, { cause: error });
  }
}

export const allObjects = ({ definitions, foundation, workloads }: Deployment): ApiObject[] => [
  ...definitions,
  ...foundation,
  ...workloads,
];

/** The inventory of what a cluster has of us: what is applied now, and what was before. */
export function inventoryOf(
  fleet: FleetSettings,
  deployment: Deployment,
  before: ReturnType<typeof refOf>[],
): ApiObject {
  const { namespace } = deployment.rendered.cluster;
  const refs = [...before, ...allObjects(deployment).map(refOf)];
  return inventoryObject(namespace, fleet.name, objectLabels(fleet, 'fleetmedic'), refs);
}
