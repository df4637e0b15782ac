import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kubectlFor } from '../lab/kubectl.ts';
import type { Progress } from '../lab/progress.ts';
import { isOwn, layoutOf, requireState } from '../lab/state.ts';
import { install } from '../lab/up.ts';
import type { Diagnosed } from '../report/diagnosed.ts';
import { diagnoseFleet } from '../usecases/diagnose.ts';
import { openTransport } from '../usecases/open.ts';
import type { Fault, FaultContext, LabNeeds } from './fault.ts';
import { handsOf } from './hands.ts';

const POLL_MS = 2000;
/** Nobody is called at the first sign: what goes on shows a second time, and what was a moment's is over. */
const SETTLE_MS = 45_000;

/** Drills run without words of their own: the lab's progress is not shown. */
const SILENT: Progress = { step: () => {}, detail: () => {}, done: () => {} };

/** The context for faults on a lab that is up; they are made on its last edge. */
export async function faultContext(instance: string): Promise<FaultContext> {
  const bin = await install(SILENT);
  const { lab, names } = layoutOf(requireState(instance));
  const hub = lab.clusters[0]?.name ?? '';
  const edge = lab.clusters.at(-1)?.name ?? '';
  const kubectl = kubectlFor(bin, lab.kubeconfig);
  const hands = handsOf(kubectl, join(lab.stateDir, 'journal.jsonl'));
  return { lab, names, kubectl, bin, hands, hub, edge };
}

/** Lets time pass until nobody can say any more that it was a moment's. */
export const settle = (signal?: AbortSignal): Promise<void> => pause(SETTLE_MS, signal);

const pause = (ms: number, signal?: AbortSignal): Promise<void> => sleep(ms, undefined, signal && { signal });

/**
 * Waits until an effect shows; seconds since what was made was begun (`started`), `null` where it never did. The waiting
 * can be ended: an `AbortError`.
 */
export async function shownAfter(
  context: FaultContext,
  { effect, visibleAfter }: Pick<Fault, 'effect' | 'visibleAfter'>,
  started = Date.now(),
  signal?: AbortSignal,
): Promise<number | null> {
  const seconds = () => Math.round((Date.now() - started) / 1000);
  for (;;) {
    const isOver = seconds() >= visibleAfter;
    const shows = (await effect?.(context).catch(() => false)) ?? isOver;
    if (shows) return seconds();
    if (isOver) return null;
    await pause(POLL_MS, signal);
  }
}

/**
 * Makes a fault and waits until its effect shows, and has settled; seconds that it took, `null` where it never did. The
 * waiting can be ended (an `AbortError`), the making not: what is half done could not be taken back.
 */
export async function make(
  context: FaultContext,
  fault: Fault,
  signal?: AbortSignal,
): Promise<number | null> {
  await untilUnshown(context, fault, signal);
  const started = Date.now();
  await fault.inject(context);
  const seconds = await shownAfter(context, fault, started, signal);
  if (fault.effect && seconds !== null) await settle(signal);
  return seconds;
}

/** What was taken back before may take its time to be gone. */
const GONE_WITHIN_MS = 240_000;

/** Waits until an effect does not show, so that what shows later is this fault's. */
async function untilUnshown(
  context: FaultContext,
  { effect }: Pick<Fault, 'effect'>,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + GONE_WITHIN_MS;
  while (await effect?.(context).catch(() => false)) {
    if (Date.now() > deadline) throw new Error('its effect shows before it is made');
    await pause(POLL_MS, signal);
  }
}

/** Takes a fault back. */
export async function takeBack(context: FaultContext, fault: Fault): Promise<void> {
  await fault.revert?.(context);
  await context.hands.revert();
}

/** One live diagnosis of the whole lab. */
export async function diagnoseLab(context: FaultContext, engine: string): Promise<Diagnosed> {
  const { transport } = await openTransport({ kubeconfig: context.lab.kubeconfig });
  try {
    return await diagnoseFleet(transport, { engine });
  } finally {
    transport.close();
  }
}

/** Whether a running lab is one in which a drill with these needs can be made. */
export function fits(needs: LabNeeds, instance: string): boolean {
  const state = requireState(instance);
  const pipeline = isOwn(state.pipeline) ? 'plain' : state.pipeline;
  const isNewEnough = !needs.isNewer || state.pipeline !== 'older';
  const isSized = !needs.sizedVolumes || state.sizedVolumes;
  const isThatPipeline = (needs.pipeline ?? pipeline) === pipeline;
  return isNewEnough && isSized && isThatPipeline && (needs.hubNodes ?? 1) <= state.hubNodes;
}
