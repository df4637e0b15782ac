import type { Finding } from '../findings/finding.ts';
import type { FindingType } from '../findings/types.generated.ts';
import type { Component, FleetIndex } from '../fleet/fleet.ts';
import type { ComponentRef, Subject } from '../fleet/subjects.ts';
import type { ModeId } from './ids.generated.ts';

/** What stops working when a cause is at work; from here the ranking follows the links (see `diagnose/`). */
export type Effect =
  /** The component does nothing, or only part of it is left: its ready pods tell which. */
  | 'down'
  /** As above, of the pods that are not ready; those that are go on in spite of it. */
  | 'may-stop'
  /** As above; and who asks it waits. */
  | 'slows'
  /** As the first; and a Receive whose processes go on refuses what it cannot write. */
  | 'cannot-write'
  /** A Service leads nowhere. */
  | 'way-blocked'
  /** Connections to or from the component are dropped or refused on their way. */
  | 'traffic-stopped'
  /** Names are not resolved in the cluster. */
  | 'names-fail'
  /** The writer's samples do not arrive. */
  | 'nothing-sent'
  /** The receiver answers and refuses the writer's samples, which the writer then drops. */
  | 'samples-refused'
  /** As above, for some of them. */
  | 'samples-partly-refused'
  /** The writer sends series that others send as well, or several as one. */
  | 'series-overlap'
  /** The writer sends less than it gathers. */
  | 'falls-behind'
  /** The writer's samples arrive, and nobody can tell whose they are. */
  | 'unattributed'
  /** The writer's samples arrive under another's name. */
  | 'misattributed'
  /** The writer holds and sends more series than memory allows, its own or that of Receive. */
  | 'series-flood'
  /** Queries take more memory than Query, or whom it asks, may hold. */
  | 'query-flood'
  /** Receives cannot hand samples to each other. */
  | 'not-replicated'
  /** A Receive refuses what is written to it, of one tenant at least. */
  | 'writes-refused'
  /** The object store refuses its clients. */
  | 'storage-refused'
  /** A block is damaged where it is stored: others that read it see it as well. */
  | 'block-damaged'
  /** Clients of the object store do not even start. */
  | 'storage-unread'
  /** Query does not ask a store: what only this has is in no answer. */
  | 'not-queried'
  /** The whole cluster is gone. */
  | 'cluster-gone'
  /** A node is gone, with what runs on it. */
  | 'node-gone'
  /** What it should find in the cluster (targets, resources) is hidden from it. */
  | 'nothing-found'
  /** The writer goes on with the configuration that it had: what was changed since has no effect. */
  | 'runs-old'
  /** Nobody makes of the operator's resources what should run: its writers go on as they were. */
  | 'unfollowed';

/** A finding that the mode explains, on the mode's own subject. */
export interface Sign {
  finding: FindingType;
  /** Chance that the finding shows when the cause is at work. */
  chance: number;
  /** The mode is considered where this finding is present (or could not be looked at). */
  speaks?: boolean;
  /** One of several ways in which the cause comes about or shows: that it is absent says nothing. */
  alternative?: boolean;
}

/** What a mode's own functions may ask about the subject of a hypothesis. */
export interface Situation {
  /** The subject's own findings, by type. */
  finding(type: FindingType): Finding | undefined;
  has(type: FindingType): boolean;
  /** The running part, where the subject is one. */
  component: Component | undefined;
  subject: Subject;
  fleet: FleetIndex;
  /** The findings on another subject. */
  findingsOf(subject: Subject): readonly Finding[];
}

/** Values for commands: the cause's component, the facts of the finding that speaks for it, a way to Query. */
export interface RemedyContext {
  component: ComponentRef;
  facts: Finding['facts'];
  variant: string | null;
  /** Cluster, namespace, pod and port of a Query, for proofs that samples arrive. */
  query: { cluster: string; path: string } | null;
  identityLabel: string;
}

/** One thing to do; its words are in the mode's prose under the same id. Commands are ready to paste. */
export interface Remedy {
  id: string;
  commands?: (context: RemedyContext) => string[];
}

/**
 * What the mode's recognition rests on. `lab`: a fault that was made on the lab and recorded. `lab-due`: it can be made
 * there and was not yet. `contract`: it cannot be made there, so it rests on answers that upstream specifies or prints.
 * `text`: it is seen in what a person pastes or in a file, not in a cluster.
 */
export type Basis = 'lab' | 'lab-due' | 'contract' | 'text';

/** A failure mode: one literal in a folder of its own, with its prose and tests beside it. */
export interface Mode {
  id: ModeId;
  /** A surface mode is what a deeper cause looks like from the other side. */
  level: 'root' | 'surface';
  basis: Basis;
  /** For a surface mode: the roots that look like it, the likeliest first. They are where a person looks next. */
  beneath?: readonly string[];
  signs: readonly Sign[];
  breaks: Effect | null;
  /** Whose fault it is, from the subject of the finding that speaks: the subject itself, or a link's client. */
  whose: 'subject' | 'client';
  /** The mode does not apply where this is false, whatever its signs. */
  applies?: (situation: Situation) => boolean;
  /**
   * For a surface mode: whether the far end lies outside the fleet. Otherwise its root was only not seen, and
   * the mode is never confirmed.
   */
  isOutside?: (situation: Situation) => boolean;
  /** Findings that make it impossible when present on the same subject. */
  refutedBy?: readonly FindingType[];
  /**
   * Findings that tell it from a neighbour that looks alike: on its subject, or on a Service on the way of its link.
   * Where one of them could not be looked at it is not confirmed, and the neighbour is considered beside it.
   */
  toldBy?: (situation: Situation) => readonly FindingType[];
  /** For a root mode: whether what would settle it lies in a cluster that gave no answer. Then it is never confirmed. */
  isUnsure?: (situation: Situation) => boolean;
  /** Looks that only a person may ask for, and that would tell it from its neighbours: named as next looks. */
  askedOf?: readonly FindingType[];
  variant?: (situation: Situation) => string | null;
  immediate: readonly Remedy[];
  permanent: readonly Remedy[];
  verify: readonly Remedy[];
}

/** The prose of a mode, per language. Placeholders: the facts of its finding, and `name`, `kind`, `namespace`, `cluster`. */
export interface ModeProse {
  /** A headline of a few words, without placeholders. */
  title: string;
  /** What is wrong, in one sentence with placeholders. */
  summary: string;
  /** Stands in for the summary where its finding lacks a fact that the summary names. */
  brief?: string;
  /** What the mode means in general. */
  meaning: string;
  impact: string;
  prevention: string;
  /** Words for every remedy and proof, by id. */
  steps: Readonly<Record<string, string>>;
}

export const defineMode = (mode: Mode): Mode => mode;
export const defineProse = (prose: { en: ModeProse; ko: ModeProse }) => prose;
