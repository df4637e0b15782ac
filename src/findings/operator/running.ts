import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Workload } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import { componentRef } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { scalingOf } from '../shared/scaling.ts';
import { isStuck } from '../workload/readiness.ts';
import { PAUSE_ANNOTATION } from '../workload/replicas.ts';

/** What the operator owns: who made these must run. */
const OWNERS = ['Prometheus', 'PrometheusAgent', 'Alertmanager', 'ThanosRuler'];

/** Whether the operator runs in each cluster that has something of its making, or has the operator itself. */
export const running: FindingRule = {
  name: 'operator/running',
  look: (context) => [...context.evidence.clusters.values()].flatMap((cluster) => look(context, cluster)),
};

function look(context: FindingContext, cluster: ClusterEvidence): Finding[] {
  const operators = context.index.byRole('operator', cluster.name);
  const made = madeByOperator(cluster);
  if (operators.length === 0) return made ? [missing(cluster, made)] : [];
  const { pods } = cluster;
  // One that runs is enough: several share the work by namespaces, or take turns by a lease.
  const isServed = operators.some((operator) =>
    context.pods(operator).some(({ ready, meta }) => ready && !meta.deletingSince),
  );
  return operators.map((operator) => {
    const found = context.workload(operator);
    if (!pods.seen) return unknown('operator-not-running', operator.ref, pods.reason);
    const isPaused = found?.workload.meta.annotations[PAUSE_ANNOTATION] !== undefined;
    const own = context.pods(operator);
    const isStarting = own.some((pod) => !isStuck(context, pod, operator) && !pod.meta.deletingSince);
    if (isServed || isStarting || isPaused) return absent('operator-not-running', operator.ref);
    const change = scalingOf(context, operator);
    return present('operator-not-running', operator.ref, {
      evidence: [
        quote(
          found?.source ?? pods.source,
          note('replicas-no-pods', {
            object: `${operator.ref.kind} ${operator.ref.name}`,
            replicas: found?.workload.replicas ?? '–',
          }),
        ),
      ],
      since: change?.at ?? null,
      facts: { cluster: cluster.name },
      change,
    });
  });
}

/** A workload that the operator made and keeps. */
function madeByOperator(cluster: ClusterEvidence): Workload | null {
  return (
    [cluster.statefulSets, cluster.daemonSets, cluster.deployments]
      .flatMap((list) => seenOr(list, []))
      .find(({ meta }) => meta.owner !== null && OWNERS.includes(meta.owner.kind)) ?? null
  );
}

function missing(cluster: ClusterEvidence, made: Workload): Finding {
  const { namespace, name, owner } = made.meta;
  const subject = componentRef({
    ...{ cluster: cluster.name, namespace, kind: 'Deployment', name: 'prometheus-operator' },
    role: 'operator',
  });
  const lists = [cluster.deployments, cluster.statefulSets, cluster.pods];
  const blind = lists.find((list) => !list.seen);
  if (blind && !blind.seen) return unknown('operator-not-running', subject, blind.reason);
  return present('operator-not-running', subject, {
    evidence: [
      quote(
        cluster.statefulSets.source,
        note('owner-alone', {
          ...{ object: `${made.kind} ${namespace}/${name}`, owner: `${owner?.kind} ${owner?.name}` },
        }),
      ),
    ],
    facts: { cluster: cluster.name },
  });
}
