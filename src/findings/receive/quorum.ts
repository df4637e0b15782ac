import type { Component } from '../../fleet/fleet.ts';
import { quorumOf } from '../../fleet/quorum.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { blindLog } from '../shared/said.ts';

const RECENT_SECONDS = 120;

/** What Receive and its clients say when too few replicas took a write (thanos pkg/receive/handler.go). */
const NO_QUORUM = ['quorum not reached', 'failed to distribute timeseries to replicas'];
/** What is said in the same words where the hashring itself cannot take the write. */
const ABOUT_HASHRING = ['insufficient nodes', 'no matching hashring'];

/** Whether enough of those that a Receive writes to are ready for the replication factor. */
export const quorum: FindingRule = {
  name: 'receive/quorum',
  look: (context) => context.index.byRole('receive').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const { factor, needed } = quorumOf(component);
  const list = context.clusterOf(component).pods;
  if (!list.seen) return unknown('quorum-unreached', component.ref, list.reason);
  const replicas = holders(context, component);
  const pods = replicas.flatMap((replica) => context.pods(replica));
  const ready = pods.filter((pod) => pod.ready && !pod.meta.deletingSince).length;
  const names = replicas.map(({ ref }) => ref.name).join(', ');
  const facts = { ready, needed, factor };
  const line = saidSo(context, component);
  const evidence = [quote(list.source, note('quorum-ready', { names, ready, needed, factor }))];
  // Replicas that are ready need not reach each other: that they say.
  const mute = line ? null : blindLog(context, component);
  if (ready >= needed && mute !== null) return unknown('quorum-unreached', component.ref, mute);
  if (ready >= needed && !line) return absent('quorum-unreached', component.ref, { evidence, facts });
  // A Receive that is only starting is not yet missed.
  const all = replicas.reduce((sum, replica) => sum + (replica.desired ?? context.pods(replica).length), 0);
  if (!line && all >= needed && pods.every((pod) => (ageSeconds(context, pod.meta.createdAt) ?? 0) < 60)) {
    return absent('quorum-unreached', component.ref, { evidence, facts });
  }
  return present('quorum-unreached', component.ref, {
    evidence: line ? [...evidence, line] : evidence,
    facts,
  });
}

/** The replicas of its hashring: a router keeps nothing itself, its ingestors do. */
function holders(context: FindingContext, component: Component): Component[] {
  const targets = context.index
    .linksFrom(component.key, 'forward')
    .flatMap(({ to }) => (typeof to === 'string' ? (context.index.component(to) ?? []) : []))
    .filter(({ role }) => role === 'receive');
  return targets.length > 0 ? [...new Set(targets)] : [component];
}

function saidSo(context: FindingContext, component: Component) {
  for (const { source, lines } of context.logs(component, 'current')) {
    const line = lines.findLast(
      ({ message }) =>
        NO_QUORUM.some((words) => message.includes(words)) &&
        !ABOUT_HASHRING.some((words) => message.includes(words)),
    );
    const age = ageSeconds(context, line?.at);
    if (line && age !== null && age < RECENT_SECONDS) return quote(source, line.raw);
  }
  return null;
}
