import { changeAgent } from '../agent.ts';
import { queryGives } from '../effects.ts';
import { defineFault, edgeAgent, type FaultContext, identityOf } from '../fault.ts';

const regionOf = ({ lab, names, edge }: FaultContext): string =>
  names.clusters[lab.clusters.findIndex(({ name }) => name === edge)]?.externalLabels.region ?? '';

/** The hub's configuration was copied, and not all of it adapted. */
export const fault = defineFault({
  name: 'agent-labels-duplicate',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'agent/external-labels-duplicate', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, ({ global }) => {
      global.external_labels.cluster = identityOf(context, context.hub);
    }),
  effect: queryGives(
    (context) => `up{cluster="${identityOf(context, context.hub)}", region="${regionOf(context)}"}`,
  ),
});
