import type { Mode, Sign, Situation } from '../catalogue/mode.ts';
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

/** All candidates whose sign is in the given state, with what follows from each; see `propagate` for `atLeast`. */
export function candidates(
  state: Finding['state'],
  modes: readonly Mode[],
  findings: FindingIndex,
  fleet: FleetIndex,
  atLeast?: number,
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
      const explains = consequences(mode, component, sign, fleet, strength, atLeast);
      const untold = untoldOf(mode, situation);
      const isSurface = mode.level === 'surface' && mode.isOutside?.(situation) !== true;
      found.set(key, {
        mode,
        component,
        sign,
        explains,
        variant: mode.variant?.(situation) ?? null,
        untold,
        isLimited: isSurface || untold.length > 0,
      });
    }
  }
  return { candidates: [...found.values()], refuted };
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
  atLeast?: number,
): Consequences {
  const explained =
    mode.breaks === null
      ? new Map<string, number>()
      : propagate(mode.breaks, component, fleet, strength, atLeast);
  const own = (entry: Sign) =>
    entry.finding === sign.type ? findingId(sign) : `${entry.finding}@${subjectKey(component)}`;
  for (const entry of mode.signs) raise(explained, own(entry), entry.chance);
  addUnready(explained);
  return explained;
}

function raise(explained: Map<string, number>, id: string, chance: number): void {
  explained.set(id, Math.max(explained.get(id) ?? 0, chance));
}

const UNREADY = 'pods-not-ready@';
/** What else is seen of pods that are not ready, whatever keeps them so. */
const SEEN_OF_UNREADY: readonly (readonly [type: FindingType, chance: number])[] = [
  ['probe-unpassed', 0.8],
  ['rollout-stalled', 0.6],
];

function addUnready(explained: Map<string, number>): void {
  for (const [id, chance] of explained) {
    if (!id.startsWith(UNREADY)) continue;
    for (const [type, share] of SEEN_OF_UNREADY)
      raise(explained, `${type}@${id.slice(UNREADY.length)}`, share * chance);
  }
}

export function situationOf(
  component: ComponentRef,
  subject: Subject,
  findings: FindingIndex,
  fleet: FleetIndex,
): Situation {
  const keys = [subjectKey(component), subjectKey(subject)];
  const own = keys.flatMap((key) => findings.bySubject.get(key) ?? []);
  const finding = (type: FindingType) => own.find((candidate) => candidate.type === type);
  return {
    finding,
    has: (type) => finding(type)?.state === 'present',
    component: fleet.component(subjectKey(component)),
    subject,
    fleet,
    findingsOf: (other) => findings.bySubject.get(subjectKey(other)) ?? [],
  };
}

/** How much of each component is left, from the findings about its pods. */
function strengthOf(findings: FindingIndex): Strength {
  const facts = (component: Component) =>
    (findings.bySubject.get(component.key) ?? []).find(({ type }) => type === 'pods-not-ready')?.facts;
  return {
    ready: (component) => Number(facts(component)?.ready ?? component.pods.length),
    needed: (component) => (component.role === 'receive' ? quorumOf(component).needed : 1),
  };
}
