import { subjectKey } from '../fleet/subjects.ts';
import type { Situation } from './mode.ts';

/** Addresses and names of a cluster or a private network. */
const INSIDE =
  /\.svc\b|\.cluster\.local|\blocalhost\b|\b(?:10|127)\.\d{1,3}\.\d{1,3}\.\d{1,3}|\b192\.168\.\d{1,3}\.\d{1,3}|\b172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}/;

/** A host of a name with a top-level domain, or a public address, where an error names whom it could not reach. */
const NAMED = /(?:https?:\/\/|lookup |dial tcp |host=)([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/;

/** Whether the words of an error say that the far end lies outside the clusters: false where they do not tell. */
export const isFarEndOutside = (words: unknown): boolean =>
  typeof words === 'string' && NAMED.test(words) && !INSIDE.test(words);

/** Whether the program that a writer sends to is outside the fleet, inside and unseen, or inside and seen. */
export function farEnd({ subject, fleet, findingsOf }: Situation): 'outside' | 'unseen' | 'seen' {
  if (subject.type !== 'link') return 'seen';
  const { to } = subject;
  if (to.type === 'component') {
    const pods = findingsOf(to).find(({ type }) => type === 'pods-not-ready');
    return pods === undefined || pods.state === 'unknown' ? 'unseen' : 'seen';
  }
  if (hasUnseenCluster(fleet)) return 'unseen';
  // A Service of the fleet stands before it: what is behind it was not recognised.
  const links = fleet.linksFrom(subjectKey(subject.from), subject.kind);
  return links.some((link) => link.service !== null && link.address?.host === to.host) ? 'unseen' : 'outside';
}

/** Whether a cluster gave no answer: what seems to be outside of the fleet may stand in it. */
export const hasUnseenCluster = ({ fleet }: Situation['fleet']): boolean =>
  fleet.clusters.some(({ isUnseen }) => isUnseen);
