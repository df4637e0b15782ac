import { RENDERED, RENDERED_PORTS } from '../../lab/pipeline/rendered/names.ts';
import { exportsAbove, operatorPods } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { applicationMonitor } from '../monitors.ts';

/** An expression that does not compile: the API server takes it as any text, the operator leaves the monitor out. */
export const fault = defineFault({
  name: 'operator-resource-rejected',
  lab: { pipeline: 'rendered' },
  visibleAfter: 120,
  expected: {
    mode: 'operator/resource-rejected',
    cluster: ({ edge }) => edge,
    role: 'operator',
    name: () => RENDERED.operator,
  },
  inject: (context) =>
    context.hands.change<{ spec: { podMetricsEndpoints: { metricRelabelings?: object[] }[] } }>(
      context.edge,
      applicationMonitor(context),
      ({ spec }) => {
        for (const endpoint of spec.podMetricsEndpoints)
          endpoint.metricRelabelings = [
            { action: 'drop', sourceLabels: ['__name__'], regex: '(go_gc_.*|process_.*' },
          ];
      },
    ),
  effect: exportsAbove(0, {
    where: operatorPods,
    port: RENDERED_PORTS.operator,
    metric: 'prometheus_operator_managed_resources',
    labels: 'state="rejected"',
  }),
});
