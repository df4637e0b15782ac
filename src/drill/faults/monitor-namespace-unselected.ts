import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { monitorFindsNothing } from '../monitors.ts';

/** The agent takes monitors of its own namespace only; those of applications stand beside them. */
export const fault = defineFault({
  name: 'monitor-namespace-unselected',
  lab: { pipeline: 'rendered' },
  visibleAfter: 240,
  expected: { mode: 'agent/monitor-not-selected', cluster: edgeAgent.cluster, role: 'agent' },
  inject: ({ hands, edge, names }) => {
    const namespace = names.namespaces.agent;
    return hands.change<{ spec: { podMonitorNamespaceSelector: object } }>(
      edge,
      { kind: 'prometheusagent', namespace, name: RENDERED.agent },
      ({ spec }) => {
        spec.podMonitorNamespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
      },
    );
  },
  effect: monitorFindsNothing,
});
