import { kubectlFor } from '../lab/kubectl.ts';
import type { Progress } from '../lab/progress.ts';
import { layoutOf, requireState } from '../lab/state.ts';
import { install } from '../lab/up.ts';
import type { Diagnosed } from '../report/diagnosed.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { openTransport } from '../usecases/open.ts';
import type { FaultContext } from './fault.ts';

/** Drills run without words of their own: the lab's progress is not shown. */
const SILENT: Progress = { step: () => {}, detail: () => {}, done: () => {} };

/** The context for faults on a lab that is up; they are made on its last edge. */
export async function faultContext(instance: string): Promise<FaultContext> {
  const bin = await install(SILENT);
  const { lab, names } = layoutOf(requireState(instance));
  const hub = lab.clusters[0]?.name ?? '';
  const edge = lab.clusters.at(-1)?.name ?? '';
  return { lab, names, kubectl: kubectlFor(bin, lab.kubeconfig), hub, edge };
}

/** One live diagnosis of the whole lab. */
export async function diagnoseLab(context: FaultContext, engine: string): Promise<Diagnosed> {
  const { transport } = await openTransport({ kubeconfig: context.lab.kubeconfig });
  try {
    return await diagnoseFleet(transport, { engine });
  } finally {
    transport.close();
  }
}
