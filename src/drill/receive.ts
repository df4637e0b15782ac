import { isRolledOut, receivePods, waitFor } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { changeWorkload } from './workloads.ts';

/** Starts Receive with other arguments (plain lab), and waits until all its pods have them. */
export async function changeReceive(
  context: FaultContext,
  edit: (args: readonly string[]) => string[],
): Promise<void> {
  await changeWorkload(context, 'statefulset', receivePods, (container) => {
    container.args = edit(container.args);
  });
  await waitFor(context, isRolledOut('statefulset', receivePods), 300);
}

/** As Receive is unless it is told otherwise: samples that are late or out of order are refused. */
export const refuseOutOfOrder = (context: FaultContext): Promise<void> =>
  changeReceive(context, (args) => args.filter((arg) => !arg.startsWith('--tsdb.out-of-order')));
