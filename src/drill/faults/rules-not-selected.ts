import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { rulerHas } from '../alerts.ts';
import { defineFault } from '../fault.ts';

/** The Ruler asks for a label that others' rules have, and those of the fleet do not. */
export const fault = defineFault({
  name: 'rules-not-selected',
  lab: { pipeline: 'rendered' },
  visibleAfter: 240,
  expected: { mode: 'rule/not-selected', cluster: ({ hub }) => hub, role: 'ruler' },
  inject: ({ hands, hub, names }) => {
    const { pipeline: namespace } = names.namespaces;
    const ruler = { kind: 'thanosruler', namespace, name: RENDERED.rulerResource };
    return hands.change<{ spec: { ruleSelector: object } }>(hub, ruler, ({ spec }) => {
      spec.ruleSelector = { matchLabels: { release: 'kube-prometheus-stack' } };
    });
  },
  effect: rulerHas((groups) => groups.length === 0),
});
