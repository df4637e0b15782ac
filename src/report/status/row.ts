import type { ClusterEvidence, Evidence } from '../../evidence/evidence.ts';
import type { Finding } from '../../findings/finding.ts';
import type { FindingType } from '../../findings/types.generated.ts';
import { type Component, type Fleet, indexFleet } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import { subjectKey } from '../../fleet/subjects.ts';
import type { Language } from '../../messages/messages.ts';
import type { Texts } from '../texts.ts';

/** ✓ looked at and right; ✗ looked at and wrong; ? could not be looked at; ℹ a figure that is neither. */
export const MARKS = ['good', 'bad', 'blind', 'info'] as const;
export type Mark = (typeof MARKS)[number];

export interface StatusRow {
  mark: Mark;
  cluster: string;
  /** What it is about, such as a workload's name. */
  what: string;
  words: string;
}

/** One step of the round, or one line of the checklist. */
export interface StatusSection {
  id: string;
  title: string;
  rows: StatusRow[];
}

/** What the sections look at: the evidence of one collection. Pure. */
export interface World {
  evidence: Evidence;
  fleet: Fleet;
  findings: readonly Finding[];
  language: Language;
  text: Texts;
  /** Series with which each identity answers `up`, by value of the identity label; `null` where Query was not asked. */
  targets: ReadonlyMap<string, number> | null;
}

export const clustersOf = ({ evidence }: World): ClusterEvidence[] => [...evidence.clusters.values()];

/** Parts of these roles that run in a cluster, or should. */
export function partsOf({ fleet }: World, cluster: string, roles: readonly Role[]): Component[] {
  return fleet.components.filter(({ ref, role }) => ref.cluster === cluster && roles.includes(role));
}

/** The present findings of these types on a component or on the links from it. */
export function foundOn({ findings, fleet }: World, key: string, types: readonly FindingType[]): Finding[] {
  const links = new Set(
    indexFleet(fleet)
      .linksFrom(key)
      .map(({ kind, from, to }) => `${kind} ${from} ${typeof to === 'string' ? to : to.host}`),
  );
  return findings.filter(({ state, type, subject }) => {
    if (state !== 'present' || !types.includes(type)) return false;
    if (subject.type !== 'link') return subjectKey(subject) === key;
    const to = subject.to.type === 'external' ? subject.to.host : subjectKey(subject.to);
    return links.has(`${subject.kind} ${subjectKey(subject.from)} ${to}`);
  });
}
