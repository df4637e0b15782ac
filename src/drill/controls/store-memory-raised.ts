import { defineControl } from '../control.ts';
import { allOf, isRolledOut, objectIs, readySince, storePods } from '../effects.ts';
import { changeWorkload, type WorkloadSpec } from '../workloads.ts';

const LIMIT = '768Mi';

export const control = defineControl({
  name: 'store-memory-raised',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  happens: (context) =>
    changeWorkload(context, 'statefulset', storePods, (container) => {
      container.resources = { ...container.resources, limits: { memory: LIMIT } };
    }),
  effect: allOf(
    objectIs<{ spec: WorkloadSpec }>(
      (context) => ({ kind: 'statefulset', ...storePods(context) }),
      ({ spec }) => spec.template.spec.containers[0]?.resources?.limits?.memory === LIMIT,
    ),
    isRolledOut('statefulset', storePods),
    readySince(storePods, 240),
  ),
});
