import type { Effect, Mode, Sign, Situation } from '../catalogue/mode.ts';
import { type Finding, findingId } from '../findings/finding.ts';
import type { FindingType } from '../findings/types.generated.ts';
import type { Component, FleetIndex } from '../fleet/fleet.ts';
import { quorumOf } from '../fleet/quorum.ts';
import { type ComponentRef, componentRef, type Subject, subjectKey } from '../fleet/subjects.ts';
import { type Consequences, propagate, type Strength } from './propagation.ts';

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
  bySubject: ReadonlyMap<string, Finding[]>;
  byId: ReadonlyMap<string, Finding>;
}

export function indexFindings(findings: readonly Finding[]): FindingIndex {
  const byType = new Map<FindingType, Finding[]>();
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings) {
    push(byType, finding.type, finding);
    push(bySubject, subjectKey(finding.subject), finding);
  }
  return {
    all: findings,
    byType,
    bySubject,
    byId: new Map(findings.map((finding) => [findingId(finding), finding])),
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
  const found = new Map<string, Candidate>();
  const refuted: Refuted[] = [];
  for (const { mode, component, sign } of pairs(state, modes, findings)) {
    const key = `${mode.id} ${subjectKey(component)}`;
    const situation = situationOf(component, sign.subject, findings, fleet);
    if (found.has(key) || (mode.applies && !mode.applies(situation))) continue;
    const because = refuterOf(mode, situation);
    if (because) refuted.push({ mode, component, because });
    else {
      const explains = consequences(mode, component, sign, fleet, strength);
      const untold = untoldOf(mode, situation);
      const isSurface = mode.level === 'surface' && mode.isOutside?.(situation) !== true;
      found.set(key, {
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
        isLimited: isSurface || untold.length > 0,
      });
    }
  }
  return { candidates: [...found.values()], refuted };
}

/** What was looked for and is not there, though it would make likely something of what is. */
export function missed(
  modes: readonly Mode[],
  findings: FindingIndex,
  fleet: FleetIndex,
  likely: number,
): Pick<Candidate, 'mode' | 'component' | 'sign'>[] {
  const strength = strengthOf(findings);
  const isShown = (id: string, chance: number): boolean =>
    chance >= likely &&
    (findings.byId.get(id)?.state === 'present' ||
      seenOfUnready(id, chance).some(([other, share]) => isShown(other, share)));
  // Many modes break the same part in the same way.
  const reached = new Map<string, boolean>();
  const reaches = (effect: Effect, component: ComponentRef): boolean => {
    const key = `${effect} ${subjectKey(component)}`;
    const known = reached.get(key);
    if (known !== undefined) return known;
    const found = [...propagate(effect, component, fleet, strength, likely)].some(([id, chance]) =>
      isShown(id, chance),
    );
    reached.set(key, found);
    return found;
  };
  const seen = new Set<string>();
  return pairs('absent', modes, findings).filter(({ mode, component, sign }) => {
    const key = `${mode.id} ${subjectKey(component)}`;
    if (seen.has(key)) return false;
    const situation = situationOf(component, sign.subject, findings, fleet);
    if (mode.applies?.(situation) === false || refuterOf(mode, situation)) return false;
    seen.add(key);
    return (
      mode.signs.some((entry) => isShown(signId(entry, component, sign), entry.chance)) ||
      (mode.breaks !== null && reaches(mode.breaks, component))
    );
  });
}

/** Every mode with every finding in this state that speaks for it. */
function pairs(
  state: Finding['state'],
  modes: readonly Mode[],
  findings: FindingIndex,
): { mode: Mode; component: ComponentRef; sign: Finding }[] {
  return modes.flatMap((mode) =>
    mode.signs
      .filter(({ speaks }) => speaks)
      .flatMap(({ finding }) => findings.byType.get(finding) ?? [])
      .filter((finding) => finding.state === state)
      .flatMap((sign) => {
        const component = whose(mode, sign.subject);
        return component ? [{ mode, component, sign }] : [];
      }),
  );
}

function refuterOf(mode: Mode, situation: Situation): Finding | null {
  const refuters = (mode.refutedBy ?? []).map((type) => situation.finding(type));
  return refuters.find((finding) => finding?.state === 'present') ?? null;
}

function untoldOf(mode: Mode, situation: Situation): Finding[] {
  const types = mode.toldBy?.(situation) ?? [];
  if (types.length === 0) return [];
  const around = servicesOn(situation).flatMap((service) => situation.findingsOf(service));
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

/** The component that a mode accuses; `null` where the finding is about no component. */
function whose(mode: Mode, subject: Subject): ComponentRef | null {
  if (subject.type === 'component') return subject;
  return subject.type === 'link' && mode.whose === 'client' ? subject.from : null;
}

function consequences(
  mode: Mode,
  component: ComponentRef,
  sign: Finding,
  fleet: FleetIndex,
  strength: Strength,
): Consequences {
  const explained =
    mode.breaks === null ? new Map<string, number>() : propagate(mode.breaks, component, fleet, strength);
  for (const entry of mode.signs) raise(explained, signId(entry, component, sign), entry.chance);
  for (const [id, chance] of explained) {
    for (const [follows, share] of seenOfUnready(id, chance)) raise(explained, follows, share);
  }
  return explained;
}

/** The finding that a mode's sign would be: the one that speaks, or another on the component itself. */
const signId = (entry: Sign, component: ComponentRef, sign: Finding): string =>
  entry.finding === sign.type ? findingId(sign) : `${entry.finding}@${subjectKey(component)}`;

function raise(explained: Map<string, number>, id: string, chance: number): void {
  explained.set(id, Math.max(explained.get(id) ?? 0, chance));
}

const UNREADY = 'pods-not-ready@';
/** What else is seen of pods that are not ready, whatever keeps them so. */
const SEEN_OF_UNREADY: readonly (readonly [type: FindingType, chance: number])[] = [
  ['probe-unpassed', 0.8],
  ['rollout-stalled', 0.6],
];

const seenOfUnready = (id: string, chance: number): [id: string, chance: number][] =>
  id.startsWith(UNREADY)
    ? SEEN_OF_UNREADY.map(([type, share]) => [`${type}@${id.slice(UNREADY.length)}`, share * chance])
    : [];

export function situationOf(
  component: ComponentRef,
  subject: Subject,
  findings: FindingIndex,
  fleet: FleetIndex,
): Situation {
  const key = subjectKey(component);
  const keys = subject === component ? [key] : [key, subjectKey(subject)];
  const own = keys.flatMap((one) => findings.bySubject.get(one) ?? []);
  const finding = (type: FindingType) => own.find((candidate) => candidate.type === type);
  return {
    finding,
    has: (type) => finding(type)?.state === 'present',
    component: fleet.component(key),
    subject,
    fleet,
    findingsOf: (other) => findings.bySubject.get(subjectKey(other)) ?? [],
  };
}

/** How much of each component is left, from the findings about its pods. */
export function strengthOf(findings: Pick<FindingIndex, 'bySubject'>): Strength {
  const facts = (component: Component) =>
    (findings.bySubject.get(component.key) ?? []).find(({ type }) => type === 'pods-not-ready')?.facts;
  return {
    ready: (component) => Number(facts(component)?.ready ?? component.pods.length),
    needed: (component) => (component.role === 'receive' ? quorumOf(component).needed : 1),
  };
}
