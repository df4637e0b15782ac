import type { Effect, Mode, Sign, Situation } from '../catalogue/mode.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingType } from '../findings/types.generated.ts';
import type { Component, FleetIndex } from '../fleet/fleet.ts';
import { quorumOf } from '../fleet/quorum.ts';
import { type ComponentRef, componentRef, type Subject, subjectKey } from '../fleet/subjects.ts';
import type { Shown, Strength } from './effects/effect.ts';
import { follow, NEGLIGIBLE } from './propagation.ts';

/** Findings that follow from a cause, of those that were looked for, each with the chance that it shows. */
export type Consequences = ReadonlyMap<Finding, number>;

/** One mode on one component, with what would follow from it. */
export interface Candidate {
  mode: Mode;
  component: ComponentRef;
  /** The finding that speaks for it: present, or unknown where nobody could look. */
  sign: Finding;
  explains: Consequences;
  variant: string | null;
  /** What would tell it from its neighbours and could not be looked at. */
  untold: readonly Finding[];
  /** What a look that nobody asked for yet would tell of it. */
  unasked: readonly Finding[];
  /** A surface mode whose root may be inside the fleet, unseen; or one whose neighbour was not looked for. */
  isLimited: boolean;
}

/** A candidate that the evidence speaks against. */
export interface Refuted {
  mode: Mode;
  component: ComponentRef;
  because: Finding;
}

/** Findings, found by what is asked of them. */
export interface FindingIndex {
  all: readonly Finding[];
  byType: ReadonlyMap<FindingType, Finding[]>;
  /** Those about a subject. */
  on(subject: Subject): readonly Finding[];
  /** The one of a type about a subject. */
  of(type: FindingType, subject: Subject): Finding | undefined;
}

export function indexFindings(findings: readonly Finding[]): FindingIndex {
  const byType = new Map<FindingType, Finding[]>();
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings) {
    push(byType, finding.type, finding);
    push(bySubject, subjectKey(finding.subject), finding);
  }
  const on = (subject: Subject) => bySubject.get(subjectKey(subject)) ?? [];
  return {
    all: findings,
    byType,
    on,
    of: (type, subject) => on(subject).find((finding) => finding.type === type),
  };
}

function push<K>(map: Map<K, Finding[]>, key: K, finding: Finding): void {
  const list = map.get(key);
  if (list) list.push(finding);
  else map.set(key, [finding]);
}

/** All candidates whose sign is in the given state, with what follows from each. */
export function candidates(
  state: Finding['state'],
  modes: readonly Mode[],
  findings: FindingIndex,
  fleet: FleetIndex,
): { candidates: Candidate[]; refuted: Refuted[] } {
  const strength = strengthOf(findings);
  const refuted: Refuted[] = [];
  const found = modes.flatMap((mode) => {
    const own = new Map<string, Candidate>();
    for (const { component, sign } of spokenFor(mode, state, findings)) {
      const key = subjectKey(component);
      const situation = situationOf(component, sign.subject, findings, fleet);
      if (own.has(key) || (mode.applies && !mode.applies(situation))) continue;
      const because = refuterOf(mode, situation);
      if (because) refuted.push({ mode, component, because });
      else {
        const explains = consequences(mode, component, sign, findings, fleet, strength);
        const untold = untoldOf(mode, situation);
        const isSurface = mode.level === 'surface' && mode.isOutside?.(situation) !== true;
        own.set(key, {
          mode,
          component,
          sign,
          explains,
          variant: mode.variant?.(situation) ?? null,
          untold,
          unasked: (mode.askedOf ?? []).flatMap((type) => {
            const asked = situation.finding(type);
            return asked?.state === 'unknown' ? [asked] : [];
          }),
          isLimited: isSurface || untold.length > 0 || mode.isUnsure?.(situation) === true,
        });
      }
    }
    return [...own.values()];
  });
  return { candidates: found, refuted };
}

/** What was looked for and is not there, though it would make likely something of what is. */
export function missed(
  modes: readonly Mode[],
  findings: FindingIndex,
  fleet: FleetIndex,
  likely: number,
): Pick<Candidate, 'mode' | 'component' | 'sign'>[] {
  const strength = strengthOf(findings);
  const isShown = (type: FindingType, subject: Subject, chance: number): boolean =>
    chance >= likely &&
    (findings.of(type, subject)?.state === 'present' ||
      (type === UNREADY &&
        SEEN_OF_UNREADY.some(([other, share]) => isShown(other, subject, share * chance))));
  const leadsToShown = (effect: Effect, component: ComponentRef): boolean => {
    for (const { finding, subject, chance } of follow(effect, component, fleet, strength, likely))
      if (isShown(finding, subject, chance)) return true;
    return false;
  };
  // Many modes break the same part in the same way.
  const reached = new Map<string, Map<Effect, boolean>>();
  const reaches = (effect: Effect, component: ComponentRef): boolean => {
    const key = subjectKey(component);
    const own = reached.get(key) ?? new Map<Effect, boolean>();
    reached.set(key, own);
    const found = own.get(effect) ?? leadsToShown(effect, component);
    own.set(effect, found);
    return found;
  };
  return modes.flatMap((mode) => {
    const seen = new Set<string>();
    return spokenFor(mode, 'absent', findings).flatMap(({ component, sign }) => {
      const key = subjectKey(component);
      if (seen.has(key)) return [];
      if (mode.applies || mode.refutedBy) {
        const situation = situationOf(component, sign.subject, findings, fleet);
        if (mode.applies?.(situation) === false || refuterOf(mode, situation)) return [];
      }
      seen.add(key);
      const isMissed =
        mode.signs.some((entry) =>
          isShown(entry.finding, signSubject(entry, component, sign), entry.chance),
        ) ||
        (mode.breaks !== null && reaches(mode.breaks, component));
      return isMissed ? [{ mode, component, sign }] : [];
    });
  });
}

/** Every finding in this state that speaks for a mode, with the component that the mode would accuse. */
function spokenFor(
  mode: Mode,
  state: Finding['state'],
  findings: FindingIndex,
): { component: ComponentRef; sign: Finding }[] {
  return mode.signs
    .filter(({ speaks }) => speaks)
    .flatMap(({ finding }) => findings.byType.get(finding) ?? [])
    .flatMap((sign) => {
      const component = sign.state === state ? whose(mode, sign.subject) : null;
      return component ? [{ component, sign }] : [];
    });
}

function refuterOf(mode: Mode, situation: Situation): Finding | null {
  const refuters = (mode.refutedBy ?? []).map((type) => situation.finding(type));
  return refuters.find((finding) => finding?.state === 'present') ?? null;
}

function untoldOf(mode: Mode, situation: Situation): Finding[] {
  const types = mode.toldBy?.(situation) ?? [];
  if (types.length === 0) return [];
  // A Service whose name is not known is told of its server.
  const around = [...servicesOn(situation), ...endOf(situation)].flatMap((one) => situation.findingsOf(one));
  return types.flatMap((type) => {
    const found = [situation.finding(type), ...around.filter((finding) => finding.type === type)];
    return found.find((finding) => finding?.state === 'unknown') ?? [];
  });
}

/** The Services that the way of a link leads through. */
function servicesOn({ subject, fleet }: Situation): ComponentRef[] {
  if (subject.type !== 'link') return [];
  const end = subject.to.type === 'component' ? subjectKey(subject.to) : subject.to.host;
  return fleet
    .linksFrom(subjectKey(subject.from), subject.kind)
    .filter(({ to }) => (typeof to === 'string' ? to : to.host) === end)
    .flatMap(({ service }) => (service ? componentRef({ ...service, kind: 'Service', role: 'target' }) : []));
}

const endOf = ({ subject }: Situation): ComponentRef[] =>
  subject.type === 'link' && subject.to.type === 'component' ? [subject.to] : [];

/** The component that a mode accuses; `null` where the finding is about no component. */
function whose(mode: Mode, subject: Subject): ComponentRef | null {
  if (subject.type === 'component') return subject;
  return subject.type === 'link' && mode.whose === 'client' ? subject.from : null;
}

function consequences(
  mode: Mode,
  component: ComponentRef,
  sign: Finding,
  findings: FindingIndex,
  fleet: FleetIndex,
  strength: Strength,
): Consequences {
  const explained = new Map<Finding, number>();
  const unready: Shown[] = [];
  const add = (shown: Shown) => {
    const { finding: type, subject, chance } = shown;
    const finding = findings.of(type, subject);
    if (finding) explained.set(finding, Math.max(explained.get(finding) ?? 0, chance));
    if (type === UNREADY) unready.push(shown);
  };
  if (mode.breaks !== null)
    for (const shown of follow(mode.breaks, component, fleet, strength, NEGLIGIBLE)) add(shown);
  for (const entry of mode.signs)
    add({ finding: entry.finding, subject: signSubject(entry, component, sign), chance: entry.chance });
  for (const { subject, chance } of unready)
    for (const [finding, share] of SEEN_OF_UNREADY) add({ finding, subject, chance: share * chance });
  return explained;
}

/** What a mode's sign would be found on: the subject of the one that speaks, or the component itself. */
const signSubject = (entry: Sign, component: ComponentRef, sign: Finding): Subject =>
  entry.finding === sign.type ? sign.subject : component;

const UNREADY = 'pods-not-ready';
/** What else is seen of pods that are not ready, whatever keeps them so. */
const SEEN_OF_UNREADY: readonly (readonly [type: FindingType, chance: number])[] = [
  ['probe-unpassed', 0.8],
  ['rollout-stalled', 0.6],
];

export function situationOf(
  component: ComponentRef,
  subject: Subject,
  findings: FindingIndex,
  fleet: FleetIndex,
): Situation {
  const onIt = findings.on(component);
  const own = subject === component ? onIt : [...onIt, ...findings.on(subject)];
  const finding = (type: FindingType) => own.find((candidate) => candidate.type === type);
  return {
    finding,
    has: (type) => finding(type)?.state === 'present',
    component: fleet.component(subjectKey(component)),
    subject,
    fleet,
    findingsOf: findings.on,
  };
}

/** How much of each component is left, from the findings about its pods. */
export function strengthOf(findings: Pick<FindingIndex, 'of'>): Strength {
  const facts = (component: Component) => findings.of(UNREADY, component.ref)?.facts;
  return {
    ready: (component) => Number(facts(component)?.ready ?? component.pods.length),
    needed: (component) => (component.role === 'receive' ? quorumOf(component).needed : 1),
  };
}
