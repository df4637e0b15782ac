import { RENDERED, RENDERED_PORTS } from '../../lab/pipeline/rendered/names.ts';
import { allOf, exportsAbove, isRolledOut, rulerPods } from '../effects.ts';
import { defineFault, getObject } from '../fault.ts';

/** The Ruler knows no Alertmanager; the alert that always fires is enough to show it. */
export const fault = defineFault({
  name: 'ruler-not-connected',
  lab: { pipeline: 'rendered' },
  visibleAfter: 300,
  expected: {
    mode: 'alertmanager/not-connected',
    cluster: ({ hub }) => hub,
    role: 'ruler',
    name: () => RENDERED.ruler,
  },
  inject: ({ hands, hub, names }) => {
    const { pipeline: namespace } = names.namespaces;
    const ruler = { kind: 'thanosruler', namespace, name: RENDERED.rulerResource };
    return hands.change<{ spec: { alertmanagersUrl?: string[] } }>(hub, ruler, ({ spec }) => {
      delete spec.alertmanagersUrl;
    });
  },
  effect: allOf(
    async (context) => {
      const { cluster, namespace, name } = rulerPods(context);
      const made = await getObject<object>(context, cluster, 'statefulset', name, '-n', namespace);
      return !JSON.stringify(made).includes('--alertmanagers.url');
    },
    isRolledOut('statefulset', rulerPods),
    exportsAbove(0, {
      where: rulerPods,
      port: RENDERED_PORTS.thanos,
      metric: 'thanos_alert_sender_alerts_dropped_total',
    }),
  ),
});
