import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { MedicError } from '../errors.ts';
import {
  INSTANCE_PATTERN,
  type LabLayout,
  labLayout,
  MAX_EDGES,
  MAX_HUB_NODES,
  MAX_SLOTS,
} from './layout.ts';
import { type LabNames, labNames } from './pipeline/names.ts';
import { renderedNames } from './pipeline/rendered/names.ts';

/** What of a lab must be remembered; everything else follows from it. */
export interface LabState {
  instance: string;
  slot: number;
  seed: number | null;
  edges: number;
  /** Nodes of the hub. */
  hubNodes: number;
  /** Whether the rendered pipeline's volumes have the size that their claims ask for. */
  sizedVolumes: boolean;
  pipeline: Pipeline;
}

/** What a person may ask of a lab; what is not said stays as it is. */
export type LabWishes = { instance: string } & Partial<
  Pick<LabState, 'edges' | 'hubNodes' | 'sizedVolumes' | 'pipeline'> & { seed: number }
>;

/**
 * `plain`: the lab's own manifests. `older`: the same with the oldest versions in scope. `empty`: what lies under a
 * pipeline. `rendered`: that, and `medic deploy`.
 */
export const PIPELINES = ['plain', 'older', 'empty', 'rendered'] as const;
export type Pipeline = (typeof PIPELINES)[number];

/** Whether the lab applies manifests of its own. */
export const isOwn = (pipeline: Pipeline): boolean => pipeline === 'plain' || pipeline === 'older';

const SLOTS = '/run/fleetmedic-lab/slots';

/** Folder of all labs of this user. */
export function stateRoot(): string {
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'fleetmedic', 'labs');
}

/** Folder of built programs and images; shared by all labs of this user. */
export function cacheDir(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fleetmedic', 'lab');
}

export function checkInstance(instance: string): void {
  if (!INSTANCE_PATTERN.test(instance)) {
    throw new MedicError('usage/invalid', { detail: `--name ${instance}: [a-z][a-z0-9-]{0,19}` });
  }
}

const stateFile = (instance: string) => join(stateRoot(), instance, 'lab.json');

export function readState(instance: string): LabState | null {
  checkInstance(instance);
  try {
    // A lab of an earlier version does not say: it was plain, on one node.
    const before = { pipeline: 'plain', hubNodes: 1, sizedVolumes: false };
    return { ...before, ...JSON.parse(readFileSync(stateFile(instance), 'utf8')) } as LabState;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function requireState(instance: string): LabState {
  const state = readState(instance);
  if (!state) throw new MedicError('lab/missing', { instance });
  return state;
}

export function writeState(state: LabState): void {
  const file = stateFile(state.instance);
  mkdirSync(join(stateRoot(), state.instance), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.tmp`, `${JSON.stringify(state)}\n`);
  renameSync(`${file}.tmp`, file);
}

/** The state of an existing lab brought to what is asked for, or a new one. */
export function prepareState(asked: LabWishes): LabState {
  const existing = readState(asked.instance);
  if (asked.edges !== undefined && !(asked.edges >= 1 && asked.edges <= MAX_EDGES)) {
    throw new MedicError('usage/invalid', { detail: `--edges ${asked.edges}: 1–${MAX_EDGES}` });
  }
  if (asked.hubNodes !== undefined && !(asked.hubNodes >= 1 && asked.hubNodes <= MAX_HUB_NODES)) {
    throw new MedicError('usage/invalid', { detail: `--hub-nodes ${asked.hubNodes}: 1–${MAX_HUB_NODES}` });
  }
  if (!existing) {
    const slot = takeSlot(asked.instance);
    const { instance, seed = null, edges = 1, pipeline = 'plain' } = asked;
    const { hubNodes = 1, sizedVolumes = false } = asked;
    return { instance, slot, seed, edges, hubNodes, sizedVolumes, pipeline };
  }
  const { pipeline = existing.pipeline } = asked;
  if (pipeline !== existing.pipeline && (isOwn(pipeline) || isOwn(existing.pipeline))) {
    throw new MedicError('lab/settings-differ', {
      instance: asked.instance,
      what: `pipeline ${existing.pipeline}`,
    });
  }
  if (asked.seed !== undefined && asked.seed !== existing.seed) {
    throw new MedicError('lab/settings-differ', {
      instance: asked.instance,
      what: `seed ${existing.seed ?? '–'}`,
    });
  }
  if (asked.edges !== undefined && asked.edges < existing.edges) {
    throw new MedicError('lab/settings-differ', {
      instance: asked.instance,
      what: `edges ${existing.edges}`,
    });
  }
  if (asked.hubNodes !== undefined && asked.hubNodes < existing.hubNodes) {
    throw new MedicError('lab/settings-differ', {
      instance: asked.instance,
      what: `hub-nodes ${existing.hubNodes}`,
    });
  }
  if (asked.sizedVolumes && !existing.sizedVolumes && existing.pipeline !== 'empty') {
    throw new MedicError('lab/settings-differ', { instance: asked.instance, what: 'sized-volumes off' });
  }
  takeSlot(asked.instance, existing.slot);
  // What was deployed once stays so: `--pipeline empty` takes nothing away.
  const kept = existing.pipeline === 'rendered' ? 'rendered' : pipeline;
  const { edges = existing.edges, hubNodes = existing.hubNodes } = asked;
  const sizedVolumes = asked.sizedVolumes ?? existing.sizedVolumes;
  return { ...existing, edges, hubNodes, sizedVolumes, pipeline: kept };
}

/**
 * A slot is an address range, held by a folder below `/run`: making a folder is atomic, and a reboot frees it
 * together with the addresses. The lab's own slot can be taken again.
 */
function takeSlot(instance: string, wanted?: number): number {
  mkdirSync(SLOTS, { recursive: true });
  const candidates = wanted === undefined ? Array.from({ length: MAX_SLOTS }, (_, slot) => slot) : [wanted];
  for (const slot of candidates) {
    const dir = join(SLOTS, String(slot));
    try {
      mkdirSync(dir);
      writeFileSync(join(dir, 'instance'), ownerLine(instance));
      return slot;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (slotOwner(slot) === ownerLine(instance)) return slot;
    }
  }
  throw new MedicError('lab/no-slot', { instance });
}

export function freeSlot(state: LabState): void {
  if (slotOwner(state.slot) === ownerLine(state.instance))
    rmSync(join(SLOTS, String(state.slot)), { recursive: true });
}

/** Two users' labs may have the same instance name: the owner is the folder. */
const ownerLine = (instance: string) => join(stateRoot(), instance);

function slotOwner(slot: number): string | null {
  try {
    return readFileSync(join(SLOTS, String(slot), 'instance'), 'utf8');
  } catch {
    return null;
  }
}

export function layoutOf(state: LabState): { lab: LabLayout; names: LabNames } {
  const own = labNames(state.seed, MAX_EDGES + 1);
  const names = isOwn(state.pipeline) ? { ...own, isOlder: state.pipeline === 'older' } : renderedNames(own);
  const clusterNames = names.clusters.slice(0, state.edges + 1).map((cluster) => cluster.context);
  const { instance, slot, hubNodes } = state;
  return { lab: labLayout({ instance, slot, hubNodes, stateRoot: stateRoot(), clusterNames }), names };
}
