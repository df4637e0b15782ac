import { addJob, beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { objectIs } from '../effects.ts';

const NAME = 'index-report';

/** Its pod is left behind, and is not ready any more. */
export const control = defineControl({
  name: 'job-finished',
  visibleAfter: 90,
  happens: (context) => addJob(context, { name: NAME, script: 'echo done' }),
  effect: objectIs<{ status: { succeeded?: number } }>(
    beside('job', NAME),
    ({ status }) => status.succeeded === 1,
  ),
});
