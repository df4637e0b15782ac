import { addJob } from '../agent.ts';
import { agentExports } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { exporterOf } from '../stand-in.ts';

/** A job looks for the pods of an exporter that was never deployed. */
export const fault = defineFault({
  name: 'job-without-targets',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'scrape/target-missing', ...edgeAgent },
  inject: (context) => {
    const { labelKeys, namespaces } = context.names;
    const label = labelKeys.name.replace(/[^a-zA-Z0-9_]/g, '_');
    return addJob(context, {
      job_name: exporterOf(context),
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespaces.application] } }],
      relabel_configs: [
        {
          source_labels: [`__meta_kubernetes_pod_label_${label}`],
          regex: exporterOf(context),
          action: 'keep',
        },
      ],
    });
  },
  effect: agentExports(
    'prometheus_target_scrape_pool_targets',
    -1,
    (context) => `scrape_job="${exporterOf(context)}"`,
  ),
});
