import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { addTarget, exporterOf } from '../stand-in.ts';

export const fault = defineFault({
  name: 'target-tls',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: {
    mode: 'scrape/target-tls',
    cluster: ({ edge }) => edge,
    role: 'target',
    name: exporterOf,
  },
  inject: async (context) => {
    const target = await addTarget(context, '-tls=self-signed', '-series=3');
    await addJob(context, {
      job_name: exporterOf(context),
      scheme: 'https',
      static_configs: [{ targets: [target] }],
    });
  },
  effect: targetFails('x509: certificate signed by unknown authority'),
});
