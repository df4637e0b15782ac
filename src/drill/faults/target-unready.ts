import { addJob } from '../agent.ts';
import { applicationPods, lasting, targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** The application is scraped through its Service, which leads nowhere as long as the probe of its pod fails. */
export const fault = defineFault({
  name: 'target-unready',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'workload/probe-failing', ...edgeApplication },
  inject: async (context) => {
    const { workloads, namespaces, ports } = context.names;
    const host = `${workloads.application}.${namespaces.application}.svc.cluster.local`;
    await addJob(context, {
      job_name: workloads.application,
      static_configs: [{ targets: [`${host}:${ports.application}`] }],
    });
    await changeWorkload(context, 'deployment', applicationPods, (container, spec) => {
      spec.strategy = { type: 'Recreate' };
      if (container.readinessProbe) container.readinessProbe.httpGet.path = '/readiness';
    });
  },
  // What is scraped and not ready is given two minutes for its start.
  effect: lasting(90, targetFails('connection refused')),
});
