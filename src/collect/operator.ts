import { type ClusterEvidence, podKey } from '../evidence/evidence.ts';
import { list, text } from '../evidence/json.ts';
import { readCustomResource } from '../evidence/kubernetes/custom-resources.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import { readMetrics } from '../evidence/metrics.ts';
import type { Component } from '../fleet/fleet.ts';
import { proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, askList, askText, LIMITS } from './requests.ts';

const GROUP = '/apis/monitoring.coreos.com';
/** Resources of which the operator makes what runs, and says in their status whether it could. */
const RECONCILED: Readonly<Record<string, string>> = {
  prometheuses: `${GROUP}/v1/prometheuses`,
  prometheusagents: `${GROUP}/v1alpha1/prometheusagents`,
  alertmanagers: `${GROUP}/v1/alertmanagers`,
  thanosrulers: `${GROUP}/v1/thanosrulers`,
};

/** What a Prometheus Operator is told, can know, and says of its own work; only where one runs. */
export async function collectOperator(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const operators = components.filter(({ role, pods }) => role === 'operator' && pods.length > 0);
  if (operators.length === 0) return;
  await Promise.all([
    ...Object.entries(RECONCILED).map(async ([plural, path]) => {
      cluster.customResources.set(
        plural,
        await askList(asker, cluster.name, path, readCustomResource, readItems),
      );
    }),
    askJson(asker, cluster.name, `${GROUP}/v1`, LIMITS.object, readKinds).then((look) => {
      cluster.customKinds.set('monitoring.coreos.com/v1', look);
    }),
    ...operators.flatMap((operator) =>
      runningPods(cluster, operator).map(async (pod) => {
        const path = `${proxyPath(operator, pod)}/metrics`;
        cluster.operatorMetrics.set(
          podKey(pod),
          await askText(asker, cluster.name, path, LIMITS.metrics, readMetrics),
        );
      }),
    ),
  ]);
}

/** Plural names of an API group's kinds: its own list, which every authenticated user may read. */
function readKinds(body: unknown): string[] | null {
  if (text(body, 'kind') !== 'APIResourceList') return null;
  return list(body, 'resources').flatMap((item) => {
    const name = text(item, 'name');
    return name === undefined || name.includes('/') ? [] : [name];
  });
}
