import { type ClusterEvidence, podKey, type VolumeFigure } from '../evidence/evidence.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import { readStorageClass } from '../evidence/kubernetes/storage.ts';
import { readVector } from '../evidence/prometheus.ts';
import { claimsOf, grownTemplates, workloadOf } from '../evidence/views.ts';
import type { Component } from '../fleet/fleet.ts';
import { proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, askList, LIMITS } from './requests.ts';

const CLASSES = '/apis/storage.k8s.io/v1/storageclasses';
/** How fast a volume fills: a shorter past would take the WAL between two truncations for a trend. */
const TREND = '6h';

/** The StorageClasses, where a claim of a part waits for its volume, or should be larger than it is. */
export async function collectStorageClasses(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const isAsked = components.some((component) => {
    const claims = claimsOf(cluster, component);
    const workload = workloadOf(cluster, component)?.workload;
    return (
      claims.some(({ phase }) => phase === 'Pending') ||
      (workload !== undefined && grownTemplates(workload, claims).length > 0)
    );
  });
  if (!isAsked) return;
  cluster.storageClasses.set(
    CLASSES,
    await askList(asker, cluster.name, CLASSES, readStorageClass, readItems),
  );
}

/** What the kubelets measured of the pipeline's volumes in all clusters; how fast they fill only where it matters. */
export async function collectVolumes(
  asker: Asker,
  cluster: ClusterEvidence,
  query: Component,
  given: { identityLabel: string; namespaces: readonly string[] },
): Promise<void> {
  const pod = runningPods(cluster, query)[0];
  const { identityLabel, namespaces } = given;
  if (!pod || namespaces.length === 0) return;
  const where = `namespace=~${JSON.stringify(namespaces.map(escapeForRegex).join('|'))}`;
  const ask = (expression: string, figure: VolumeFigure['figure'] | null) => {
    const path = `${proxyPath(query, pod)}/api/v1/query?query=${encodeURIComponent(expression)}`;
    return askJson(asker, cluster.name, path, LIMITS.query, (body) =>
      readFigures(body, identityLabel, figure),
    );
  };
  const now = await ask(`{__name__=~"${Object.keys(FIGURES).join('|')}",${where}}`, null);
  const isFilling = now.seen && isAnyTight(now.value);
  const trend = isFilling ? await ask(`deriv(${AVAILABLE}{${where}}[${TREND}])`, 'change') : null;
  cluster.volumes.set(
    podKey(pod),
    now.seen && trend?.seen ? { ...now, value: [...now.value, ...trend.value] } : now,
  );
}

const AVAILABLE = 'kubelet_volume_stats_available_bytes';
/** kubernetes pkg/kubelet/metrics/collectors/volume_stats.go */
const FIGURES: Readonly<Record<string, VolumeFigure['figure']>> = {
  [AVAILABLE]: 'available',
  kubelet_volume_stats_capacity_bytes: 'capacity',
  kubelet_volume_stats_inodes_free: 'inodesFree',
  kubelet_volume_stats_inodes: 'inodes',
};

/** Whether of any volume less than half is free. */
function isAnyTight(figures: readonly VolumeFigure[]): boolean {
  const volume = ({ identity, namespace, claim }: VolumeFigure) => `${identity}/${namespace}/${claim}`;
  const capacities = new Map(
    figures.flatMap((one) => (one.figure === 'capacity' ? [[volume(one), one.value] as const] : [])),
  );
  return figures.some(
    (one) => one.figure === 'available' && one.value < (capacities.get(volume(one)) ?? 0) / 2,
  );
}

function readFigures(
  body: unknown,
  identityLabel: string,
  of: VolumeFigure['figure'] | null,
): VolumeFigure[] | null {
  return (
    readVector(body)?.flatMap(({ labels, value }) => {
      const { namespace, persistentvolumeclaim: claim } = labels;
      const figure = of ?? FIGURES[labels.__name__ ?? ''];
      if (figure === undefined || namespace === undefined || claim === undefined) return [];
      return [{ figure, identity: labels[identityLabel] ?? null, namespace, claim, value }];
    }) ?? null
  );
}

const escapeForRegex = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
