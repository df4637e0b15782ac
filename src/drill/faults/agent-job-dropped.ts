import { changeAgent } from '../agent.ts';
import { allOf, arrivesWithin, queryLacks } from '../effects.ts';
import { defineFault, edgeAgent, identityOf } from '../fault.ts';

/** The job by which everything is found that runs in the cluster. */
const JOB = 'pods';

/** A rule that was to spare a backend the samples of one job: what is left is what the agent says of itself. */
export const fault = defineFault({
  name: 'agent-job-dropped',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'remote-write/over-filtered', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, (_, write) => {
      write.write_relabel_configs = [{ source_labels: ['job'], regex: JOB, action: 'drop' }];
    }),
  effect: allOf(
    arrivesWithin(30, ({ edge }) => edge),
    queryLacks(
      (context) => `count_over_time(up{cluster="${identityOf(context, context.edge)}", job="${JOB}"}[1m])`,
    ),
  ),
});
