import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { hasLogs, lastSaid } from '../shared/said.ts';

/** Said with each query over the block, or each synchronisation. */
const RECENT_SECONDS = 15 * 60;

/** So many failed reads, and such a share of all, are no accident of the way. */
const MANY = 3;
const SHARE = 0.02;

/** Whether the blocks that a Store serves are still in the bucket. */
export const blocks: FindingRule = {
  name: 'store/blocks',
  look: (context) =>
    context.index
      .byRole('store')
      .flatMap((component) => [look(context, component), ...readsOf(context, component)]),
};

/**
 * A bucket that answers lists and whole objects, and not the parts that are asked for: they are not there. What fails
 * of a bucket as such fails for all operations (objstore metrics, `thanos_objstore_bucket_operation_failures_total`).
 */
function readsOf(context: FindingContext, component: Component): Finding[] {
  return context.metrics(component).flatMap(({ look: page }) => {
    if (!page.seen) return [];
    const counted = (name: string) =>
      page.value.samples(`thanos_objstore_bucket_operation${name}_total`).map(({ labels, value }) => ({
        isRead: labels.operation === 'get_range',
        value,
      }));
    const sum = (counts: readonly { value: number }[]) => counts.reduce((all, { value }) => all + value, 0);
    const failures = counted('_failures');
    const failed = sum(failures.filter(({ isRead }) => isRead));
    const reads = sum(counted('s').filter(({ isRead }) => isRead));
    const others = sum(failures.filter(({ isRead }) => !isRead));
    if (failed < MANY || others > 0 || failed < SHARE * reads) return [];
    const words = note('reads-failed', {
      metric: 'thanos_objstore_bucket_operation_failures_total{operation="get_range"}',
      ...{ failed, reads },
    });
    return [
      present('store-reads-failing', component.ref, {
        evidence: [quote(page.source, words)],
        facts: { failed, reads, words },
      }),
    ];
  });
}

function look(context: FindingContext, component: Component): Finding {
  const { pods } = context.clusterOf(component);
  if (!pods.seen) return unknown('block-gone', component.ref, pods.reason);
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
