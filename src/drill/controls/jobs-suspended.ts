import { addJob, beside, jobPod } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { allOf, objectIs } from '../effects.ts';

const NIGHTLY = 'nightly-report';
const HELD = 'held-report';

/** A CronJob and a Job that a person has suspended. */
export const control = defineControl({
  name: 'jobs-suspended',
  visibleAfter: 60,
  happens: async (context) => {
    const { hands, hub, names } = context;
    await hands.create(hub, {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: NIGHTLY, namespace: names.namespaces.pipeline },
      spec: {
        schedule: '*/2 * * * *',
        suspend: true,
        jobTemplate: { spec: { template: jobPod(context, NIGHTLY, 'echo done') } },
      },
    });
    await addJob(context, { name: HELD, script: 'echo done', suspend: true });
  },
  effect: allOf(
    objectIs<{ spec: { suspend?: boolean } }>(
      beside('cronjob', NIGHTLY),
      ({ spec }) => spec.suspend === true,
    ),
    objectIs<{ status: { conditions?: { type: string }[] } }>(beside('job', HELD), ({ status }) =>
      (status.conditions ?? []).some(({ type }) => type === 'Suspended'),
    ),
  ),
});
