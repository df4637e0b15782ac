import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { lastSaid } from '../shared/said.ts';

/** A sidecar asks every 30 seconds by default, and every 2 at its start. */
const RECENT_SECONDS = 3 * 60;
/** Both start together, and Prometheus first replays its WAL. */
const STARTING_SECONDS = 3 * 60;

/** A sidecar tries again every two seconds until it reaches a Prometheus that serves. */
const SERVING_SECONDS = 60;

/** Whether a sidecar reaches its Prometheus. */
export const prometheus: FindingRule = {
  name: 'sidecar/prometheus',
  look: (context) => context.index.byRole('sidecar').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const looks = context
    .metrics(component)
    .filter(({ pod }) => !isStarting(context, component, pod.meta.name));
  const down = looks.find(
    ({ look: metrics }) => metrics.seen && metrics.value.value('thanos_sidecar_prometheus_up') === 0,
  );
  const said = lastSaid(context, component, 'sidecar-cut-off', RECENT_SECONDS);
  const isSaid = said !== null && !isStarting(context, component, said.pod);
  if (down || isSaid) {
    const words = isSaid ? tellingWords(said.line.message) : 'thanos_sidecar_prometheus_up 0';
    const pod = down?.pod.meta.name ?? said?.pod ?? '';
    return [
      present('sidecar-cut-off', component.ref, {
        evidence: [
          ...(down ? [quote(down.look.source, `${down.pod.meta.name}: thanos_sidecar_prometheus_up 0`)] : []),
          ...(isSaid ? [quote(said.source, said.line.raw)] : []),
        ],
        since: isSaid ? said.line.at : null,
        facts: { words, pod, isServed: isServed(context, component, pod) ? 1 : 0 },
      }),
    ];
  }
  const blind = looks.find(({ look: metrics }) => !metrics.seen)?.look;
  if (blind && !blind.seen) return [unknown('sidecar-cut-off', component.ref, blind.reason)];
  return looks.length === 0 ? [] : [absent('sidecar-cut-off', component.ref)];
}

function isStarting(context: FindingContext, component: Component, name: string): boolean {
  const pod = context.pods(component).find(({ meta }) => meta.name === name);
  const since = pod?.containers.find((container) => container.name === component.container)?.runningSince;
  return (
    (ageSeconds(context, since) ?? STARTING_SECONDS) < STARTING_SECONDS && !isServed(context, component, name)
  );
}

/** Whether the Prometheus in the same pod has been ready for a while: then it is not what the sidecar waits for. */
function isServed(context: FindingContext, { ref }: Component, name: string): boolean {
  return context.index
    .byRole('prometheus', ref.cluster)
    .filter((prometheus) => prometheus.ref.namespace === ref.namespace)
    .flatMap((prometheus) =>
      context
        .pods(prometheus)
        .filter(({ meta }) => meta.name === name)
        .flatMap(({ containers }) => containers.filter((one) => one.name === prometheus.container)),
    )
    .some(({ ready, runningSince }) => ready && (ageSeconds(context, runningSince) ?? 0) >= SERVING_SECONDS);
}
