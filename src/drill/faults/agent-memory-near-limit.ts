import { agentPods, type Effect, valuesOf } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

const MEBIBYTE = 2 ** 20;
const LIMIT = 96;
/**
 * At what it takes for the limit, Go's collector holds the heap some 7 % below it, and it counts more than is resident: so
 * this is above the container's, and the container still is not killed.
 */
const SOFT_LIMIT = 98;

const holdsNearly: Effect = async (context) => {
  const series = { where: agentPods, port: context.names.ports.agent };
  const [taken = 0] = await valuesOf(context, { ...series, metric: 'go_memstats_sys_bytes' });
  const [released = 0] = await valuesOf(context, { ...series, metric: 'go_memstats_heap_released_bytes' });
  return taken - released > 0.92 * LIMIT * MEBIBYTE;
};

/** The collector is told to let the heap grow to a limit that leaves no room; the probe makes it grow sooner. */
export const fault = defineFault({
  name: 'agent-memory-near-limit',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'workload/memory-near-limit', ...edgeAgent },
  inject: (context) =>
    changeWorkload(context, agentKind(context), agentPods, (container) => {
      container.resources = {
        requests: { cpu: '10m', memory: '32Mi' },
        limits: { memory: `${LIMIT}Mi` },
      };
      container.env = [
        ...(container.env ?? []),
        { name: 'GOGC', value: 'off' },
        { name: 'GOMEMLIMIT', value: `${SOFT_LIMIT}MiB` },
      ];
      if (container.readinessProbe) {
        container.readinessProbe.httpGet.path = '/metrics';
        container.readinessProbe.periodSeconds = 1;
      }
    }),
  effect: holdsNearly,
});
