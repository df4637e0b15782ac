import { changeAgent } from '../agent.ts';
import { agentPods, type Effect, valuesOf } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';

const refusesReload: Effect = async (context) => {
  const metric = 'prometheus_config_last_reload_successful';
  const values = await valuesOf(context, { where: agentPods, port: context.names.ports.agent, metric });
  return values.includes(0);
};

/** A job was copied to be changed, and kept its name: the agent that runs does not take the file, and goes on. */
export const fault = defineFault({
  name: 'agent-job-twice',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 240,
  expected: { mode: 'workload/config-stale', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, ({ scrape_configs }) => {
      scrape_configs.push(...structuredClone(scrape_configs.slice(-1)));
    }),
  effect: refusesReload,
});
