import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { inHub, queryGives, queryNumber } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

const ingestors = inHub(() => RENDERED.receive);
const PODS = `pod=~"${RENDERED.receive}-[0-9]+"`;
const throttled = (periods: string) => `rate(container_cpu_cfs_${periods}_total{${PODS}}[2m])`;

/** A limit below what it uses in the mean: it waits in most periods, and falls behind. */
const OF_USE = 0.8;

export const fault = defineFault({
  name: 'receive-cpu-starved',
  lab: { pipeline: 'rendered' },
  visibleAfter: 600,
  expected: {
    mode: 'workload/cpu-starved',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: () => RENDERED.receive,
  },
  inject: async (context) => {
    const use = await queryNumber(context, `max(rate(process_cpu_seconds_total{${PODS}}[5m]))`);
    const cpu = `${Math.max(10, Math.round(use * 1000 * OF_USE))}m`;
    await changeWorkload(context, 'statefulset', ingestors, (container) => {
      const { requests, limits } = container.resources ?? {};
      container.resources = { ...(requests && { requests }), limits: { ...limits, cpu } };
    });
  },
  effect: queryGives(() => `max(${throttled('throttled_periods')} / ${throttled('periods')}) > 0.5`),
});
