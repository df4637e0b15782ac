import { archive, archived, removeArchive } from '../bucket.ts';
import { openDashboards } from '../dashboards.ts';
import { allOf, isRolledOut, queryGives, queryWarns, storePods, waitFor } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

const PAST = () => archived(3);

/** Somebody empties a part of the bucket; the Store asks what there is only every quarter of an hour. */
export const fault = defineFault({
  name: 'store-block-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 420,
  expected: { mode: 'store/block-missing', ...hubPart('store') },
  inject: async (context) => {
    await archive(context, [{ hoursAgo: 72 }]);
    await changeWorkload(context, 'statefulset', storePods, (container) => {
      container.args = container.args.map((arg) =>
        arg.startsWith('--sync-block-duration=') ? '--sync-block-duration=15m' : arg,
      );
    });
    // The new pod must have seen it, not the old one.
    await waitFor(context, allOf(isRolledOut('statefulset', storePods), queryGives(PAST)), 180);
    await removeArchive(context);
    await openDashboards(context, {
      service: context.names.services.query,
      ...{ query: PAST(), hours: 1, stepSeconds: 300, count: 1, pauseSeconds: 5 },
    });
  },
  effect: queryWarns('The specified key does not exist', PAST),
});
