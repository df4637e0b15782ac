import { addRule, rulerHas } from '../alerts.ts';
import { lasting } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** Its syntax is right; each evaluation finds that neither side is the one of many. */
export const fault = defineFault({
  name: 'rule-evaluation-failing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 540,
  expected: { mode: 'rule/evaluation-failing', cluster: ({ hub }) => hub, role: 'ruler' },
  inject: (context) => addRule(context, { record: 'orders:targets:product', expr: 'up * on () up' }),
  // What a Ruler asks in its first minutes may fail for want of a Query.
  effect: lasting(
    300,
    rulerHas((groups) => groups.some(({ rules }) => rules.some(({ health }) => health === 'err'))),
  ),
});
