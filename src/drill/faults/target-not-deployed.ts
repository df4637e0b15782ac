import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { exporterOf } from '../stand-in.ts';

/** A job names an exporter of the cluster of which neither the Service nor the workload was deployed. */
export const fault = defineFault({
  name: 'target-not-deployed',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'scrape/target-missing', cluster: ({ edge }) => edge, role: 'target' },
  inject: (context) => {
    const host = `${exporterOf(context)}.${context.names.namespaces.application}.svc.cluster.local`;
    return addJob(context, {
      job_name: exporterOf(context),
      static_configs: [{ targets: [`${host}:9121`] }],
    });
  },
  effect: targetFails('no such host'),
});
