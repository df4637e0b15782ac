import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { tellingWords, withoutStack } from '../shared/log-texts.ts';
import { blindLog, hasLogs, lastSaid } from '../shared/said.ts';

/** A sidecar tries every 30 seconds. */
const RECENT_SECONDS = 5 * 60;

/** Whether a sidecar that has an object store uploads. One without keeps its blocks local by intent. */
export const uploads: FindingRule = {
  name: 'sidecar/uploads',
  look: (context) =>
    context.index
      .byRole('sidecar')
      .filter(({ args }) => args.some((word) => word.startsWith('--objstore.config')))
      .map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const said = lastSaid(context, component, 'sidecar-upload-failed', RECENT_SECONDS);
  if (said) {
    const words = withoutStack(said.line.message);
    return present('sidecar-upload-failed', component.ref, {
      evidence: [quote(said.source, words)],
      since: said.line.at,
      facts: { words: tellingWords(words), pod: said.pod },
    });
  }
  const { pods } = context.clusterOf(component);
  if (!pods.seen) return unknown('sidecar-upload-failed', component.ref, pods.reason);
  const looks = context.metrics(component).map(({ look: metrics }) => metrics);
  const failed = looks.some(
    (metrics) => metrics.seen && (metrics.value.sum('thanos_shipper_dir_sync_failures_total') ?? 0) > 0,
  );
  const blind = looks.find((metrics) => !metrics.seen);
  if (!hasLogs(context, component) && (failed || blind))
    return unknown(
      'sidecar-upload-failed',
      component.ref,
      blind && !blind.seen ? blind.reason : 'not-recorded',
    );
  const mute = blindLog(context, component);
  return mute === null
    ? absent('sidecar-upload-failed', component.ref)
    : unknown('sidecar-upload-failed', component.ref, mute);
}
