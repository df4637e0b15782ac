import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { CustomResource } from '../../evidence/kubernetes/custom-resources.ts';
import type { ObjectMeta } from '../../evidence/kubernetes/meta.ts';
import { seenOr } from '../../evidence/look.ts';

/** What the operator says in the status of a resource of its last reconciliation. */
export const reconciliationOf = ({ conditions }: CustomResource) =>
  conditions.find(({ type }) => type === 'Reconciled') ?? null;

/** Whether the operator says that it has made what the resource says now. */
export function isReconciled(
  cluster: ClusterEvidence,
  { kind, meta }: { kind: string; meta: ObjectMeta },
): boolean {
  const plural = kind === 'Prometheus' ? 'prometheuses' : 'prometheusagents';
  const resource = seenOr(cluster.customResources.get(plural), []).find(
    (candidate) => candidate.meta.name === meta.name && candidate.meta.namespace === meta.namespace,
  );
  const last = resource ? reconciliationOf(resource) : null;
  return (
    last?.status === 'True' &&
    last.observedGeneration !== null &&
    meta.generation !== null &&
    last.observedGeneration >= meta.generation
  );
}
