import type { VolumeFigure } from '../../evidence/evidence.ts';
import type { Source } from '../../evidence/look.ts';
import { claimsOf } from '../../evidence/views.ts';
import type { Component, Fleet } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';

/** Full is what cannot take the next block or segment; the file system keeps some for itself. */
const FULL = 0.97;
/** A forecast counts only where much is used: an hour's growth after a start says nothing of the next day. */
const WORTH_A_FORECAST = 0.6;
/** Nobody waits until it is full: the rest of a working day is too short. */
const SOON_HOURS = 8;

type Figures = Partial<Record<VolumeFigure['figure'], number>>;

/** How full the data volumes are, and when they will be, as the kubelets measured it and a Query knows. */
export const space: FindingRule = {
  name: 'storage/space',
  look: (context) => {
    const known = figuresOf(context);
    return known === null
      ? []
      : context.fleet.components
          .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
          .flatMap((component) => look(context, component, known));
  },
};

interface Known {
  source: Source;
  /** By identity, namespace and claim. */
  figures: Map<string, Figures>;
}

export const figuresOf = once((context: FindingContext): Known | null => {
  const looks = [...context.evidence.clusters.values()].flatMap(({ volumes }) => [...volumes.values()]);
  const seen = looks.flatMap((look) => (look.seen ? [look] : []));
  const [first] = seen;
  if (!first) return null;
  const figures = new Map<string, Figures>();
  for (const { figure, identity, namespace, claim, value } of seen.flatMap((look) => look.value)) {
    const key = `${identity ?? ''} ${namespace}/${claim}`;
    const known = figures.get(key);
    if (known) known[figure] ??= value;
    else figures.set(key, { [figure]: value });
  }
  return { source: first.source, figures };
});

const identities = once(
  ({ clusters }: Fleet) => new Map(clusters.map(({ name, identity }) => [name, identity])),
);

export interface Volume extends State {
  claim: string;
  /** Bytes that are free. */
  available: number;
  isTrendKnown: boolean;
}

/** The volumes of a component that were measured. */
export function volumesOf(context: FindingContext, component: Component, known: Known): Volume[] {
  const identity = identities(context.fleet).get(component.ref.cluster);
  return claimsOf(context.clusterOf(component), component).flatMap((claim) => {
    const name = claim.meta.name;
    const figures = known.figures.get(`${identity ?? ''} ${claim.meta.namespace}/${name}`);
    const state = figures && stateOf(figures);
    if (!state) return [];
    const { available = 0, change } = figures;
    return [{ claim: name, ...state, available, isTrendKnown: change !== undefined }];
  });
}

function look(context: FindingContext, component: Component, known: Known): Finding[] {
  const volumes = volumesOf(context, component, known);
  if (volumes.length === 0) return [];
  const [first] = volumes
    .filter(
      ({ used, hours }) => used >= FULL || (hours !== null && hours < SOON_HOURS && used > WORTH_A_FORECAST),
    )
    .toSorted((a, b) => b.used - a.used);
  if (!first) {
    const [fullest] = volumes.toSorted((a, b) => b.used - a.used);
    const facts = { claim: fullest?.claim ?? '', used: percent(fullest?.used ?? 0) };
    return [absent('disk-filling', component.ref, { facts })];
  }
  const hours = first.used >= FULL ? 0 : Math.round((first.hours ?? 0) * 10) / 10;
  const left = note('hours', { hours });
  const words = note(first.what === 'bytes' ? 'bytes-filling' : 'inodes-filling', {
    ...{ claim: first.claim, percent: percent(first.used), left },
  });
  return [
    present('disk-filling', component.ref, {
      evidence: [quote(known.source, words)],
      facts: { claim: first.claim, used: percent(first.used), left, words },
    }),
  ];
}

const percent = (share: number): number => Math.floor(share * 100);

interface State {
  used: number;
  what: 'bytes' | 'inodes';
  hours: number | null;
}

/** The share that is used, of bytes or of inodes, whichever is more; and the hours until no byte is free. */
export function stateOf(figures: Figures): State | null {
  const { available, capacity, inodesFree, inodes, change } = figures;
  if (available === undefined || capacity === undefined || capacity <= 0) return null;
  const bytes = 1 - available / capacity;
  // Some file systems have no fixed number of inodes and say 0.
  const files = inodesFree !== undefined && inodes !== undefined && inodes > 0 ? 1 - inodesFree / inodes : 0;
  const hours = change !== undefined && change < 0 ? available / -change / 3600 : null;
  return files > bytes ? { used: files, what: 'inodes', hours: null } : { used: bytes, what: 'bytes', hours };
}
