import type { Effect } from '../../catalogue/mode.ts';
import type { FindingType } from '../../findings/types.generated.ts';
import type { Component, FleetIndex, Link } from '../../fleet/fleet.ts';
import { onceForBoth } from '../../fleet/once.ts';
import type { LinkRef, Subject } from '../../fleet/subjects.ts';

/** Ready pods and the number that are needed, by component: whether a fault takes all of it or a part. */
export interface Strength {
  ready(component: Component): number;
  /** Replicas that must be ready for the component to do its work. */
  needed(component: Component): number;
}

export type Inner = Effect | 'link-broken' | 'starved';
export interface Step {
  effect: Inner;
  subject: Subject;
  chance: number;
}
/** A finding that follows from an effect, with the chance that it shows. */
export interface Shown {
  finding: FindingType;
  subject: Subject;
  chance: number;
}
export type Result = Shown | Step;

export const finding = (type: FindingType, subject: Subject, chance: number): Result => ({
  finding: type,
  subject,
  chance,
});
export const effect = (name: Inner, subject: Subject, chance: number): Result => ({
  effect: name,
  subject,
  chance,
});

export type OnComponent = (component: Component, fleet: FleetIndex, strength: Strength) => Result[];
export type OnSubject = (subject: Subject, fleet: FleetIndex) => Result[];

const refIn = onceForBoth((fleet: FleetIndex, link: Link): LinkRef => {
  const from = fleet.component(link.from);
  if (!from) throw new Error(`a link from nowhere: ${link.from}`);
  const to = typeof link.to === 'string' ? fleet.component(link.to)?.ref : undefined;
  const external = typeof link.to === 'string' ? { type: 'external' as const, host: link.to } : link.to;
  return { type: 'link', kind: link.kind, from: from.ref, to: to ?? external };
});

export const refOf = (link: Link, fleet: FleetIndex): LinkRef => refIn(fleet, link);
