import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** Kinds that every controller of Prometheus and of agents watches (prometheus-operator pkg/prometheus). */
const NEEDED = ['servicemonitors', 'podmonitors'];
const GROUP = 'monitoring.coreos.com/v1';

/** Whether the kinds that a running operator watches exist. */
export const kinds: FindingRule = {
  name: 'operator/kinds',
  look: (context) =>
    context.fleet.components
      .filter(({ role, pods }) => role === 'operator' && pods.length > 0)
      .flatMap((operator) => look(context, operator)),
};

function look(context: FindingContext, operator: FindingContext['fleet']['components'][number]): Finding[] {
  const kindsLook = context.clusterOf(operator).customKinds.get(GROUP);
  if (!kindsLook) return [];
  const type = 'custom-resource-kind-absent';
  if (!kindsLook.seen && kindsLook.reason !== 'not-found')
    return [unknown(type, operator.ref, kindsLook.reason)];
  const missing = kindsLook.seen ? NEEDED.filter((kind) => !kindsLook.value.includes(kind)) : NEEDED;
  // What is missing of the other kinds shows in the operator's log, where it needs them.
  if (missing.length === 0) return [];
  const words = kindsLook.seen
    ? note('kinds-missing', { group: GROUP, kinds: missing.join(', ') })
    : note('kinds-none', { group: GROUP });
  return [
    present(type, operator.ref, {
      evidence: [quote(kindsLook.source, words)],
      facts: { cluster: operator.ref.cluster, kinds: missing.join(', '), words },
    }),
  ];
}
