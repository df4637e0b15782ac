import { subjectKey } from '../../../fleet/subjects.ts';
import { kubectl, resource } from '../../commands.ts';
import { hasUnseenCluster } from '../../far-end.ts';
import { defineMode, type Situation } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/cache-unreachable',
  level: 'surface',
  basis: 'lab-due',
  whose: 'subject',
  signs: [{ finding: 'cache-unreached', chance: 0.95, speaks: true }],
  breaks: null,
  beneath: [
    'workload/scaled-to-zero',
    'workload/missing',
    'network/service-missing',
    'network/name-not-found',
    'network/service-selector-mismatch',
    'network/policy-blocked',
    'workload/oom-killed',
  ],
  isOutside: (situation) => isOutside(situation),
  immediate: [
    {
      id: 'see-address',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
    {
      id: 'see-cache',
      commands: ({ component }) => [kubectl(component, 'get', 'pods,services', '-o', 'wide')],
    },
  ],
  permanent: [{ id: 'by-service' }, { id: 'watch-cache' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});

/** Whether the cache that it asks is none of the fleet; where its address was not seen, whether the fleet has none. */
function isOutside({ subject, fleet }: Situation): boolean {
  if (hasUnseenCluster(fleet)) return false;
  const links = fleet.linksFrom(subjectKey(subject), 'cache');
  return links.length > 0
    ? links.every(({ to, service }) => typeof to !== 'string' && service === null)
    : fleet.byRole('cache').length === 0;
}
