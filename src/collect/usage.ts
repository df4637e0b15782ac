import type { ClusterEvidence } from '../evidence/evidence.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import { readNodeUsage, readPodUsage } from '../evidence/kubernetes/usage.ts';
import type { Component } from '../fleet/fleet.ts';
import type { Role } from '../fleet/roles.ts';
import { type Asker, askJson, LIMITS } from './requests.ts';

const API = '/apis/metrics.k8s.io/v1beta1';

/** They run in namespaces that are not the pipeline's own. */
const ELSEWHERE: readonly Role[] = ['dns', 'ingress', 'csi-driver', 'cloudwatch-agent', 'exporter'];

/** What nodes and the pipeline's pods use, where a metrics server runs; where none does, nothing is missed. */
export async function collectUsage(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const own = components.filter(({ role }) => !ELSEWHERE.includes(role));
  const namespaces = [...new Set(own.flatMap(({ ref }) => ref.namespace ?? []))].sort();
  if (namespaces.length === 0) return;
  const ask = async (key: string, path: string, read: typeof readPodUsage) => {
    const look = await askJson(asker, cluster.name, `${API}/${path}`, LIMITS.object, (body) =>
      readItems(body, read),
    );
    cluster.usage.set(key, look.seen ? { ...look, value: look.value.flat() } : look);
  };
  await Promise.all([
    ask('nodes', 'nodes', (item) => {
      const usage = readNodeUsage(item);
      return usage && [usage];
    }),
    ...namespaces.map((namespace) => ask(namespace, `namespaces/${namespace}/pods`, readPodUsage)),
  ]);
}
