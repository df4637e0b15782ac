import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ApiObject,
  type ClusterApi,
  type ObjectRef,
  refOf,
  refText,
  refusalText,
} from '../../apply/api.ts';
import { inParallel } from '../../apply/plan.ts';
import { AWAITED, readiness, whyStuck } from '../../apply/ready.ts';
import { objectPath } from '../../apply/resources.ts';
import { list, text } from '../../evidence/json.ts';
import { LABELS, PART_OF } from '../../platform/names.ts';

export interface NotReady {
  ref: ObjectRef;
  detail: string;
}

export type WaitResult =
  | { ready: true }
  /** A pod is in a state that waiting does not mend, or the time is over. */
  | { ready: false; why: 'stuck' | 'timeout'; waiting: NotReady[]; detail: string };

const POLL_MS = 1000;
/** How long a state must last before it counts: images are pulled, DNS and claims take their time. */
const STUCK_AFTER_MS = 60_000;

/** Waits until everything that was applied is ready, or cannot become so. */
export async function waitUntilReady(
  api: ClusterApi,
  objects: readonly ApiObject[],
  options: { timeoutMs: number; onWaiting: (waiting: readonly NotReady[]) => void },
): Promise<WaitResult> {
  const deadline = Date.now() + options.timeoutMs;
  let pending = objects.filter(({ kind }) => AWAITED.includes(kind)).map(refOf);
  const stuckSince = new Map<string, number>();
  for (;;) {
    const waiting = (await inParallel(pending, 8, (ref) => lookAt(api, ref))).flat();
    pending = waiting.map(({ ref }) => ref);
    if (pending.length === 0) return { ready: true };
    options.onWaiting(waiting);
    const stuck = await stuckPods(api, pending);
    const now = Date.now();
    for (const key of stuckSince.keys()) if (!stuck.has(key)) stuckSince.delete(key);
    for (const [pod, reason] of stuck) {
      const since = stuckSince.get(pod) ?? now;
      stuckSince.set(pod, since);
      if (now - since >= STUCK_AFTER_MS) {
        return { ready: false, why: 'stuck', waiting, detail: `${pod}: ${reason}` };
      }
    }
    if (now > deadline) {
      return { ready: false, why: 'timeout', waiting, detail: waiting.map(describe).join('; ') };
    }
    await sleep(POLL_MS);
  }
}

export const describe = ({ ref, detail }: NotReady): string => `${refText(ref)} ${detail}`;

async function lookAt(api: ClusterApi, ref: ObjectRef): Promise<NotReady[]> {
  const answer = await api.get(objectPath(ref));
  if (!answer.ok) return [{ ref, detail: refusalText(answer) }];
  const state = readiness(answer.body as ApiObject);
  return state.ready ? [] : [{ ref, detail: state.detail }];
}

const OURS = encodeURIComponent(`${LABELS.partOf}=${PART_OF}`);

/** Our pods of the namespaces that are waited for, which waiting will not help; by name, with the reason. */
async function stuckPods(api: ClusterApi, pending: readonly ObjectRef[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const namespaces = new Set(pending.flatMap(({ namespace }) => namespace ?? []));
  for (const namespace of namespaces) {
    const answer = await api.get(`/api/v1/namespaces/${namespace}/pods?labelSelector=${OURS}`);
    for (const pod of answer.ok ? list(answer.body, 'items') : []) {
      const reason = whyStuck(pod);
      if (reason !== null) found.set(`${namespace}/${text(pod, 'metadata', 'name')}`, reason);
    }
  }
  return found;
}
