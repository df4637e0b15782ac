import { frontendPods } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { changeWorkload } from './workloads.ts';

const FLAG = '--query-frontend.downstream-url=';

/** Lets Query Frontend pass queries on to another address (rendered lab). */
export const changeDownstream = (context: FaultContext, edit: (url: string) => string): Promise<void> =>
  changeWorkload(context, 'deployment', frontendPods, (container, spec) => {
    container.args = container.args.map((arg) =>
      arg.startsWith(FLAG) ? `${FLAG}${edit(arg.slice(FLAG.length))}` : arg,
    );
    // Otherwise the old pod stays until the new one is ready, which it never is.
    spec.strategy = { type: 'Recreate' };
  });
