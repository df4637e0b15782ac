import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { exporterOf, replaceApplication } from '../stand-in.ts';

/** Names as long as `instance` are allowed, and the application has no longer one until its new version. */
const LONGEST = 'instance'.length;

export const fault = defineFault({
  name: 'target-label-too-long',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'scrape/limit-exceeded', ...edgeApplication },
  inject: async (context) => {
    const { workloads, namespaces, ports } = context.names;
    const host = `${workloads.application}.${namespaces.application}.svc.cluster.local`;
    await addJob(context, {
      job_name: exporterOf(context),
      label_name_length_limit: LONGEST,
      static_configs: [{ targets: [`${host}:${ports.application}`] }],
    });
    await replaceApplication(context, '-series=5');
  },
  effect: targetFails('label_name_length_limit exceeded'),
});
