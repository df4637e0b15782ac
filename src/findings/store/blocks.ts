import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { hasLogs, lastSaid } from '../shared/said.ts';

/** Said with each query over the block, or each synchronisation. */
const RECENT_SECONDS = 15 * 60;

/** Whether the blocks that a Store serves are still in the bucket. */
export const blocks: FindingRule = {
  name: 'store/blocks',
  look: (context) => context.index.byRole('store').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const stores = context.index.byRole('store', component.ref.cluster);
  // What a Query says of a store is said of the only one that there is.
  const parts = stores.length === 1 ? context.index.byRole('query', component.ref.cluster) : [];
  const said = [component, ...parts].flatMap(
    (part) => lastSaid(context, part, 'block-gone', RECENT_SECONDS) ?? [],
  )[0];
  if (said) {
    return present('block-gone', component.ref, {
      evidence: [quote(said.source, said.line.raw)],
      since: said.line.at,
      facts: { words: tellingWords(said.line.message), pod: said.pod },
    });
  }
  const looks = context.metrics(component).map(({ look: metrics }) => metrics);
  const failed = looks.some(
    (metrics) =>
      metrics.seen && (metrics.value.sum('thanos_bucket_store_block_load_failures_total') ?? 0) > 0,
  );
  const blind = looks.find((metrics) => !metrics.seen);
  if (!hasLogs(context, component) && (failed || blind))
    return unknown('block-gone', component.ref, blind && !blind.seen ? blind.reason : 'not-recorded');
  return absent('block-gone', component.ref);
}
