import { addPod, beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { allOf, type Effect, objectIs } from '../effects.ts';

const isIn = (name: string, phase: string): Effect =>
  objectIs<{ status: { phase: string } }>(beside('pod', name), ({ status }) => status.phase === phase);

/** What people leave of `kubectl run` beside the pipeline: done, failed, out of time, and a shell that is open. */
export const control = defineControl({
  name: 'pods-left-behind',
  visibleAfter: 90,
  happens: async (context) => {
    await addPod(context, { name: 'look-done', script: 'echo done' });
    await addPod(context, { name: 'look-failed', script: 'echo "no such host" >&2; exit 1' });
    await addPod(context, { name: 'look-late', script: 'sleep 3600', activeDeadlineSeconds: 5 });
    await addPod(context, { name: 'look-open', script: 'sleep 3600' });
  },
  effect: allOf(
    isIn('look-done', 'Succeeded'),
    isIn('look-failed', 'Failed'),
    isIn('look-late', 'Failed'),
    isIn('look-open', 'Running'),
  ),
});
