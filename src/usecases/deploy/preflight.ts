import { type ClusterApi, closedBy, refusalText } from '../../apply/api.ts';
import { objectPath } from '../../apply/resources.ts';
import { at, list, number, text } from '../../evidence/json.ts';
import type { FleetSettings } from '../../fleet/file/settings.ts';
import { isWithin, KUBERNETES } from '../../fleet/file/versions.ts';
import type { RenderedCluster } from '../../platform/render.ts';

/** What stands in the way of deploying to a cluster, found before anything is changed. */
export type Obstacle =
  | { code: 'credentials' | 'unauthorized' | 'unreachable'; context: string; detail: string }
  | { code: 'version'; version: string; supported: string }
  | { code: 'storage-class-missing'; name: string; known: string }
  | { code: 'no-default-storage-class'; known: string }
  | { code: 'secret-missing'; namespace: string; name: string; keys: string }
  | { code: 'secret-file-unreadable'; file: string; detail: string }
  | { code: 'node-port-taken'; port: number; service: string }
  | { code: 'ingress-class-missing'; name: string; known: string }
  | { code: 'kind-missing'; kind: string }
  | { code: 'other-fleet'; fleet: string }
  | { code: 'unseen'; what: string; detail: string };

/** Looks at what a cluster must have. Changes nothing. */
export async function preflight(
  api: ClusterApi,
  fleet: FleetSettings,
  rendered: RenderedCluster,
): Promise<Obstacle[]> {
  const version = await api.get('/version');
  if (!version.ok) {
    const [closed, detail] = [closedBy(version), refusalText(version)];
    return closed === null
      ? [{ code: 'unseen', what: '/version', detail }]
      : [{ code: closed, context: api.context, detail }];
  }
  const found = text(version.body, 'gitVersion') ?? '';
  if (!isWithin(found, KUBERNETES)) {
    return [{ code: 'version', version: found, supported: KUBERNETES.join(' – ') }];
  }
  const checks = await Promise.all([
    storageClass(api, rendered),
    secrets(api, rendered),
    nodePort(api, fleet, rendered),
    ingressClass(api, fleet, rendered),
  ]);
  return checks.flat();
}

type Check = Promise<Obstacle[]>;

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

async function storageClass(api: ClusterApi, { cluster, layers }: RenderedCluster): Check {
  if (!JSON.stringify(layers.workloads).includes('"storage":"')) return []; // Nobody asks for a volume.
  const answer = await api.get('/apis/storage.k8s.io/v1/storageclasses');
  if (!answer.ok) return [{ code: 'unseen', what: 'storageclasses', detail: refusalText(answer) }];
  const classes = list(answer.body, 'items');
  const known = classes.flatMap((item) => text(item, 'metadata', 'name') ?? []).join(', ') || '–';
  if (cluster.storageClass === null) {
    const isDefault = (item: unknown) => at(item, 'metadata', 'annotations', DEFAULT_CLASS) === 'true';
    return classes.some(isDefault) ? [] : [{ code: 'no-default-storage-class', known }];
  }
  const there = classes.some((item) => text(item, 'metadata', 'name') === cluster.storageClass);
  return there ? [] : [{ code: 'storage-class-missing', name: cluster.storageClass, known }];
}

/** Secrets exist with their keys, or are made of local files. */
async function secrets(api: ClusterApi, rendered: RenderedCluster): Check {
  const found = await Promise.all(
    rendered.secrets.map(async ({ namespace, name, keys, files }): Check => {
      const missing = keys.filter((key) => files[key] === undefined);
      if (missing.length === 0) return [];
      const answer = await api.get(objectPath({ apiVersion: 'v1', kind: 'Secret', namespace, name }));
      // Whoever may not read Secrets can still deploy: the kubelet will say what is missing.
      if (!answer.ok && answer.status === 403) return [];
      const has = (key: string) => answer.ok && at(answer.body, 'data', key) !== undefined;
      const absent = missing.filter((key) => !has(key));
      return absent.length === 0
        ? []
        : [{ code: 'secret-missing', namespace, name, keys: absent.join(', ') }];
    }),
  );
  return found.flat();
}

async function nodePort(api: ClusterApi, fleet: FleetSettings, { cluster }: RenderedCluster): Check {
  const { nodePort: port } = fleet.receive;
  if (cluster.role !== 'hub' || port === null) return [];
  const answer = await api.get('/api/v1/services');
  if (!answer.ok) return [{ code: 'unseen', what: 'services', detail: refusalText(answer) }];
  for (const item of list(answer.body, 'items')) {
    const taken = list(item, 'spec', 'ports').some((entry) => number(entry, 'nodePort') === port);
    const ours = at(item, 'metadata', 'labels', 'fleetmedic.dev/fleet') === fleet.name;
    const service = `${text(item, 'metadata', 'namespace')}/${text(item, 'metadata', 'name')}`;
    if (taken && !ours) return [{ code: 'node-port-taken', port, service }];
  }
  return [];
}

async function ingressClass(
  api: ClusterApi,
  fleet: FleetSettings,
  { cluster, layers }: RenderedCluster,
): Check {
  const { controller } = fleet.ingress;
  if (cluster.role !== 'hub' || controller === 'none') return [];
  if (controller === 'gateway') {
    const answer = await api.get('/apis/gateway.networking.k8s.io/v1');
    return answer.ok ? [] : [{ code: 'kind-missing', kind: 'HTTPRoute (gateway.networking.k8s.io/v1)' }];
  }
  const ingress = layers.workloads.find((object) => object.kind === 'Ingress');
  const name = text(ingress, 'spec', 'ingressClassName') ?? '';
  const answer = await api.get('/apis/networking.k8s.io/v1/ingressclasses');
  if (!answer.ok) return [{ code: 'unseen', what: 'ingressclasses', detail: refusalText(answer) }];
  const known = list(answer.body, 'items').flatMap((item) => text(item, 'metadata', 'name') ?? []);
  return known.includes(name)
    ? []
    : [{ code: 'ingress-class-missing', name, known: known.join(', ') || '–' }];
}
