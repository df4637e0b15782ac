import { addJob, beside } from '../bystanders.ts';
import { defineControl } from '../control.ts';
import { objectIs } from '../effects.ts';

const NAME = 'bucket-report';
/** Kubernetes waits ten seconds before the first retry, and twice as long before each other. */
const FAILS_FOR_SECONDS = 30;

/** Failed once or twice, and then did what it was to do. */
export const control = defineControl({
  name: 'job-retried',
  visibleAfter: 150,
  happens: (context) => {
    const until = Math.floor(Date.now() / 1000) + FAILS_FOR_SECONDS;
    return addJob(context, {
      name: NAME,
      backoffLimit: 6,
      script: `if [ "$(busybox date +%s)" -lt ${until} ]; then echo 'bucket is busy'; exit 1; fi; echo done`,
    });
  },
  effect: objectIs<{ status: { succeeded?: number; failed?: number } }>(
    beside('job', NAME),
    ({ status }) => status.succeeded === 1 && (status.failed ?? 0) > 0,
  ),
});
