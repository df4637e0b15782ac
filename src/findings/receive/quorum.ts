import { flagValue } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';

const RECENT_SECONDS = 120;

/** What Receive and its clients say when too few replicas took a write (thanos pkg/receive/handler.go). */
const NO_QUORUM = ['quorum not reached', 'failed to distribute timeseries to replicas'];

/** Whether enough Receive replicas are ready for the replication factor. */
export const quorum: FindingRule = {
  name: 'receive/quorum',
  look: (context) => context.index.byRole('receive').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const factor = Number(flagValue(component.args, '--receive.replication-factor') ?? '1');
  const needed = Math.floor(factor / 2) + 1;
  const list = context.clusterOf(component).pods;
  if (!list.seen) return unknown('quorum-unreached', component.ref, list.reason);
  const ready = context.pods(component).filter((pod) => pod.ready && !pod.meta.deletingSince).length;
  const facts = { ready, needed, factor };
  const line = saidSo(context, component);
  const evidence = [
    quote(list.source, `${component.ref.name}: ${ready} ready, ${needed} of ${factor} needed for a write`),
  ];
  if (ready >= needed && !line) return absent('quorum-unreached', component.ref, { evidence, facts });
  // A Receive that is only starting is not yet missed.
  const all = component.desired ?? context.pods(component).length;
  if (
    !line &&
    all >= needed &&
    context.pods(component).every((pod) => (ageSeconds(context, pod.meta.createdAt) ?? 0) < 60)
  ) {
    return absent('quorum-unreached', component.ref, { evidence, facts });
  }
  return present('quorum-unreached', component.ref, {
    evidence: line ? [...evidence, line] : evidence,
    facts,
  });
}

function saidSo(context: FindingContext, component: Component) {
  for (const { source, lines } of context.logs(component, 'current')) {
    const line = lines.findLast(({ message }) => NO_QUORUM.some((words) => message.includes(words)));
    const age = ageSeconds(context, line?.at);
    if (line && age !== null && age < RECENT_SECONDS) return quote(source, line.raw);
  }
  return null;
}
