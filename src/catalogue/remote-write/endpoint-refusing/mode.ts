import { subjectKey } from '../../../fleet/subjects.ts';
import { kubectl, resource } from '../../commands.ts';
import { defineMode, type Situation } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/endpoint-refusing',
  level: 'surface',
  beneath: [
    'workload/scaled-to-zero',
    'workload/oom-killed',
    'network/service-selector-mismatch',
    'network/service-port-mismatch',
  ],
  basis: 'lab',
  whose: 'client',
  signs: [{ finding: 'remote-write-refused', chance: 0.97, speaks: true }],
  breaks: 'nothing-sent',
  isOutside: (situation) => farEnd(situation) === 'outside',
  // Where the far end is a part of the fleet and could be looked at, the cause is found there or nowhere.
  applies: (situation) => farEnd(situation) !== 'seen',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'ask-owner' },
  ],
  permanent: [{ id: 'watch-endpoint' }],
  verify: [samplesArrive],
});

/** Whether the program that should listen is outside the fleet, inside and unseen, or inside and seen. */
function farEnd({ subject, fleet, findingsOf }: Situation): 'outside' | 'unseen' | 'seen' {
  if (subject.type !== 'link') return 'seen';
  const { to } = subject;
  if (to.type === 'component') {
    const pods = findingsOf(to).find(({ type }) => type === 'pods-not-ready');
    return pods === undefined || pods.state === 'unknown' ? 'unseen' : 'seen';
  }
  // A Service of the fleet stands before it: what is behind it was not recognised.
  const links = fleet.linksFrom(subjectKey(subject.from), 'remote-write');
  return links.some((link) => link.service !== null && link.address?.host === to.host) ? 'unseen' : 'outside';
}
