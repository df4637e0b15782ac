import type { FindingRule } from '../context.ts';
import { healthFinding } from '../shared/part-health.ts';

/** What log shippers and log stores say of their own health. */
export const health: FindingRule = {
  name: 'logs/health',
  look: (context) => [
    ...context.index
      .byRole('log-shipper')
      .flatMap((component) => healthFinding(context, component, 'log-outputs-failing')),
    ...context.index
      .byRole('log-store')
      .flatMap((component) => healthFinding(context, component, 'log-store-red')),
  ],
};
