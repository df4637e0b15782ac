import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';

/** A second job asks the application at a path of another framework. */
export const fault = defineFault({
  name: 'target-path-wrong',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'scrape/target-http-error', ...edgeApplication },
  inject: async (context) => {
    const { workloads, namespaces, ports } = context.names;
    const host = `${workloads.application}.${namespaces.application}.svc.cluster.local`;
    await addJob(context, {
      job_name: 'spring',
      metrics_path: '/actuator/prometheus',
      static_configs: [{ targets: [`${host}:${ports.application}`] }],
    });
  },
  effect: targetFails('404'),
});
