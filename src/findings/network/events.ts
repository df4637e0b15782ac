import type { KubernetesEvent } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import { type ComponentRef, componentRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import type { FindingType } from '../types.generated.ts';

/** An event is repeated while its reason lasts. */
const RECENT_SECONDS = 15 * 60;

/** What only events tell, by the kind of object that they are about. */
const TOLD: Readonly<Record<string, readonly FindingType[]>> = {
  Node: ['conntrack-full'],
  Service: ['node-port-refused'],
};

/** What the cluster itself says of nodes and Services: a full table of connections, a node port out of range. */
export const events: FindingRule = {
  name: 'network/events',
  look: (context) =>
    [...context.evidence.clusters.values()].flatMap((cluster) => {
      const found = new Map<string, Finding>();
      for (const event of seenOr(cluster.events, [])) {
        const wanted = TOLD[event.object.kind];
        const age = ageSeconds(context, event.lastAt);
        if (!wanted || age === null || age > RECENT_SECONDS) continue;
        const words = `${event.reason}: ${event.message}`;
        for (const { type } of context.scan(words)) {
          const key = `${type} ${event.object.kind} ${event.object.namespace} ${event.object.name}`;
          if (!wanted.includes(type) || found.has(key)) continue;
          const subject = subjectOf(cluster.name, event);
          const evidence = [quote(cluster.events.source, words)];
          found.set(key, present(type, subject, { evidence, since: event.lastAt }));
        }
      }
      return [...found.values()];
    }),
};

function subjectOf(cluster: string, { object }: KubernetesEvent): ComponentRef {
  const { kind, name } = object;
  return kind === 'Node'
    ? componentRef({ cluster, namespace: null, kind, name, role: 'node' })
    : componentRef({ cluster, namespace: object.namespace ?? '', kind, name, role: 'target' });
}
