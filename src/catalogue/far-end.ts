import { subjectKey } from '../fleet/subjects.ts';
import type { Situation } from './mode.ts';

/** Whether the program that a writer sends to is outside the fleet, inside and unseen, or inside and seen. */
export function farEnd({ subject, fleet, findingsOf }: Situation): 'outside' | 'unseen' | 'seen' {
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
