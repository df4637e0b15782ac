import { changeAgent } from '../agent.ts';
import { defineControl } from '../control.ts';
import { agentFinds, agentLoadedWithin, allOf } from '../effects.ts';

const INTERVAL = '15s';

/** It scrapes a little less often from now on. */
export const control = defineControl({
  name: 'agent-reloaded',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 180,
  happens: (context) =>
    changeAgent(context, ({ global }) => {
      global.scrape_interval = INTERVAL;
    }),
  effect: allOf(
    agentFinds(() => `scrape_interval: ${INTERVAL}`),
    agentLoadedWithin(240),
  ),
});
