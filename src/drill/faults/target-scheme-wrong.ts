import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { exporterOf } from '../stand-in.ts';

/** A second job asks the application by TLS, of which it knows nothing. */
export const fault = defineFault({
  name: 'target-scheme-wrong',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'scrape/target-tls', ...edgeApplication },
  inject: async (context) => {
    const { workloads, namespaces, ports } = context.names;
    const host = `${workloads.application}.${namespaces.application}.svc.cluster.local`;
    await addJob(context, {
      job_name: exporterOf(context),
      scheme: 'https',
      static_configs: [{ targets: [`${host}:${ports.application}`] }],
    });
  },
  effect: targetFails('server gave HTTP response to HTTPS client'),
});
