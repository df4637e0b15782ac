import { subjectKey } from '../../../fleet/subjects.ts';
import { kubectl, resource } from '../../commands.ts';
import { defineMode, type Situation } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/endpoint-unreachable',
  level: 'surface',
  beneath: [
    'network/service-missing',
    'workload/scaled-to-zero',
    'network/name-not-found',
    'network/dns-down',
    'network/egress-blocked',
    'network/policy-blocked',
    'network/firewall-blocked',
    'objstore/endpoint-wrong',
  ],
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'objstore-unreached', chance: 0.97, speaks: true, alternative: true },
    { finding: 'objstore-errors-alerted', chance: 0.3, speaks: true, alternative: true },
  ],
  breaks: 'storage-refused',
  isOutside: (situation) => isOutside(situation),
  immediate: [
    {
      id: 'see-address',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'ask-owner' },
  ],
  permanent: [{ id: 'watch-endpoint' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=2m')],
    },
  ],
});

/** Whether the object store is none of the fleet: no link leads to a part of it or through one of its Services. */
function isOutside({ subject, fleet }: Situation): boolean {
  if (fleet.byRole('object-store').length > 0 && linksOf(subject, fleet).length === 0) return false;
  return linksOf(subject, fleet).every(({ to, service }) => typeof to !== 'string' && service === null);
}

const linksOf = (subject: Situation['subject'], fleet: Situation['fleet']) =>
  (['upload', 'fetch'] as const).flatMap((kind) => fleet.linksFrom(subjectKey(subject), kind));
