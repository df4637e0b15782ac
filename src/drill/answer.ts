import { KUBERNETES_VERSION } from '../lab/install/programs.ts';
import { image } from '../lab/pipeline/image.ts';
import type { Drill } from './drills.ts';
import type { Expected, FaultContext } from './fault.ts';
import type { ExpectedAnswer } from './recordings.ts';
import { expectedCause } from './score.ts';

/** What stands beside a bundle in `expected.json`. */
export type WrittenAnswer = ExpectedAnswer & { made: Record<string, unknown> };

/** The answer that a drill (`null`: nothing happens) must get on a lab: of its own words, before anything is looked at. */
export function answerOf(
  context: FaultContext,
  drill: Drill | null,
  { heldOut, madeBy }: { heldOut: boolean; madeBy: string },
): WrittenAnswer {
  const causesOf = (expected: readonly Expected[] = []) => expected.map((one) => expectedCause(one, context));
  const versionOf = (program: 'prometheus' | 'thanos') =>
    image(context.names, program).split(':v').at(-1) ?? '';
  return {
    causes: causesOf(drill?.expected),
    ...(drill && drill.also.length > 0 && { also: causesOf(drill.also) }),
    ...(drill?.kind === 'control' && { verdicts: [...drill.verdicts] }),
    heldOut,
    made: {
      drill: drill?.name ?? null,
      faults: drill?.faults ?? [],
      kubernetes: KUBERNETES_VERSION,
      prometheus: versionOf('prometheus'),
      thanos: versionOf('thanos'),
      medic: madeBy,
    },
  };
}
