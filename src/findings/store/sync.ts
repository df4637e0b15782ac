import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { tellingWords, withoutStack } from '../shared/log-texts.ts';
import { hasLogs, lastSaid } from '../shared/said.ts';

/** A Store synchronises every 15 minutes by default, every 3 in older versions. */
const RECENT_SECONDS = 20 * 60;

/** Whether a Store reads the metadata of the blocks. */
export const sync: FindingRule = {
  name: 'store/sync',
  look: (context) => context.index.byRole('store').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const said = lastSaid(context, component, 'store-sync-failed', RECENT_SECONDS);
  if (said) {
    const words = withoutStack(said.line.message);
    return present('store-sync-failed', component.ref, {
      evidence: [quote(said.source, words)],
      since: said.line.at,
      facts: { words: tellingWords(words), pod: said.pod },
    });
  }
  const { pods } = context.clusterOf(component);
  if (!pods.seen) return unknown('store-sync-failed', component.ref, pods.reason);
  const looks = context.metrics(component).map(({ look: metrics }) => metrics);
  const failed = looks.some(
    (metrics) => metrics.seen && (metrics.value.sum('thanos_blocks_meta_sync_failures_total') ?? 0) > 0,
  );
  const blind = looks.find((metrics) => !metrics.seen);
  // A failure since the start need not be one of now: only the log tells.
  if (!hasLogs(context, component) && (failed || blind))
    return unknown('store-sync-failed', component.ref, blind && !blind.seen ? blind.reason : 'not-recorded');
  return absent('store-sync-failed', component.ref);
}
