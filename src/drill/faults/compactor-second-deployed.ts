import { compactorPods, type Effect, inHub, isRolledOut } from '../effects.ts';
import { defineFault, type FaultContext } from '../fault.ts';
import { deployBeside } from '../workloads.ts';

const second = ({ names }: FaultContext) => `${names.workloads.compactor}-next`;
const runsBeside: Effect = isRolledOut('statefulset', inHub(second));

/** A new one was deployed under a name of its own, and the one that it is to replace was left running. */
export const fault = defineFault({
  name: 'compactor-second-deployed',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'compact/multiple-running', cluster: ({ hub }) => hub, role: 'compactor' },
  inject: (context) => deployBeside(context, 'statefulset', compactorPods, second(context)),
  effect: runsBeside,
});
