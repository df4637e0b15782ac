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

interface Hashring {
  endpoints: string[];
  tenants?: string[];
}

/** Edits the one hashring of the plain lab. Receive reads the file again by itself, once the kubelet has brought it. */
export function changeHashring(
  { hands, hub, names }: FaultContext,
  edit: (ring: Hashring) => void,
): Promise<void> {
  const { hashring, hashringKey } = names.objects;
  const ref = { kind: 'configmap', namespace: names.namespaces.pipeline, name: hashring };
  return hands.changeText(hub, ref, hashringKey, (text) => {
    const rings = JSON.parse(text) as Hashring[];
    rings.forEach(edit);
    return JSON.stringify(rings);
  });
}

/** Gives Receive limits for what it takes. */
export const limitTenants = (context: FaultContext, write: object): Promise<void> =>
  changeReceive(context, (args) => [...args, `--receive.limits-config=${JSON.stringify({ write })}`]);
