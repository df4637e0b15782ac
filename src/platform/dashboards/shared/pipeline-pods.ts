/**
 * One series of every pod of the pipeline that said what it is within the last hour, for `and on (…)`: a pod that
 * crashes because its volume is full must not drop out of the panel that shows the volume.
 */
export const PIPELINE_PODS = `(${[
  'prometheus_build_info{cluster=~"$cluster"}',
  'thanos_build_info{cluster=~"$cluster"}',
  'alertmanager_build_info{cluster=~"$cluster"}',
]
  .map(seen)
  .join(' or ')})`;

export const AGENT_PODS = seen('prometheus_build_info{cluster=~"$cluster"}');

export function thanosPods(component: 'receive' | 'store' | 'compact'): string {
  return seen(`thanos_status{cluster=~"$cluster", component="${component}", check="ready"}`);
}

function seen(selector: string): string {
  return `last_over_time(${selector}[1h])`;
}
