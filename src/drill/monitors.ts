import { type Effect, scrapesNothingOf } from './effects.ts';
import type { FaultContext } from './fault.ts';

/** The PodMonitor of the edge's application (rendered lab). */
export const applicationMonitor = ({ names }: FaultContext) => ({
  kind: 'podmonitor',
  namespace: names.namespaces.application,
  name: names.workloads.application,
});

/** The operator names a job by its monitor. */
export const monitorFindsNothing: Effect = scrapesNothingOf((context) => {
  const { namespace, name } = applicationMonitor(context);
  return `podMonitor/${namespace}/${name}/`;
});
