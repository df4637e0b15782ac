import type { FindingRule } from '../context.ts';
import { healthFinding } from '../shared/part-health.ts';

/** Whether Grafana reaches its database, as it says to everybody. */
export const health: FindingRule = {
  name: 'grafana/health',
  look: (context) =>
    context.index
      .byRole('grafana')
      .flatMap((component) => healthFinding(context, component, 'grafana-database-failing')),
};
