import { run } from '../lab/shell.ts';
import type { FaultContext } from './fault.ts';

/** Takes a cluster's uplink away or gives it back. */
export async function linkState(context: FaultContext, cluster: string, state: 'up' | 'down'): Promise<void> {
  const layout = context.lab.clusters.find(({ name }) => name === cluster);
  if (!layout) throw new Error(`no such cluster: ${cluster}`);
  await run('ip', ['link', 'set', layout.vethHost, state]);
}
