import { lastChange } from '../../evidence/kubernetes/meta.ts';
import { componentRef } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, findingId, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { saysDropped, saysLate, saysLookupLost, saysRefused } from '../shared/dials.ts';
import { dnsGuardOf, type Guard, guardOf } from '../shared/guards.ts';
import { type BrokenWay, brokenWays, isServing } from '../shared/ways.ts';

/**
 * Whether a NetworkPolicy closes a way that does not work. A policy alone proves nothing: many clusters have no
 * network plugin that enforces it.
 */
export const policies: FindingRule = {
  name: 'network/policies',
  look: (context) => {
    const findings = brokenWays(context).flatMap((way) => ofWay(context, way));
    return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
  },
};

function ofWay(context: FindingContext, way: BrokenWay): Finding[] {
  const { words, client, server } = way;
  if (saysLookupLost(words)) return ofGuard(way, dnsGuardOf(context, client));
  // Some plugins reject instead of dropping (kube-router); then a server that is up refuses.
  const isRejected = saysRefused(words) && server !== null && isServing(context, server);
  if (words !== '' && !saysDropped(words) && !saysLate(words) && !isRejected) return [];
  return ofGuard(way, guardOf(context, way.link, client));
}

function ofGuard({ client, words, source, since }: BrokenWay, guard: Guard): Finding[] {
  if (guard.verdict === 'allowed') return [absent('policy-denies', client.ref)];
  if (guard.verdict === 'unknown') return [unknown('policy-denies', client.ref, guard.why)];
  const { policy, at, flow } = guard;
  const { name, namespace } = policy.meta;
  const change = lastChange(policy.meta);
  const subject = componentRef({
    ...{ cluster: at.ref.cluster, namespace: namespace ?? '', kind: 'NetworkPolicy', name, role: at.role },
  });
  return [
    present('policy-denies', subject, {
      evidence: [
        quote(
          guard.source,
          note('policy-blocks', { policy: `${namespace}/${name}`, name: at.ref.name, flow }),
        ),
        ...(words === '' ? [] : [quote(source, words)]),
      ],
      since: since ?? policy.meta.createdAt,
      change: change ? { what: `NetworkPolicy ${name}`, at: change.at, by: change.manager } : null,
      facts: { flow, error: words.slice(0, 200) },
    }),
  ];
}
