import { defineControl } from '../control.ts';
import { allOf, allReady, arrivesWithin, isRolledOut, receivePods } from '../effects.ts';
import { changeHashring } from '../receive.ts';
import { changeWorkload } from '../workloads.ts';

const FACTOR = '--receive.replication-factor=';

/** A small fleet: one Receive by intent, in a hashring of one, that writes each sample once. */
export const control = defineControl({
  name: 'receive-single-replica',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  happens: async (context) => {
    await changeHashring(context, (ring) => {
      ring.endpoints = ring.endpoints.slice(0, 1);
    });
    await changeWorkload(context, 'statefulset', receivePods, (container, spec) => {
      spec.replicas = 1;
      container.args = container.args.map((arg) => (arg.startsWith(FACTOR) ? `${FACTOR}1` : arg));
    });
  },
  effect: allOf(
    allReady(receivePods, 1),
    isRolledOut('statefulset', receivePods),
    arrivesWithin(30, ({ edge }) => edge),
  ),
});
