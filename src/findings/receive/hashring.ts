import { addressOfHostPort, serviceName } from '../../evidence/addresses.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import { readHashring } from '../../evidence/thanos.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { configFileOf, flagFileOrigin } from '../../evidence/views.ts';
import { flagValue, portOf } from '../../fleet/flags.ts';
import { type Component, isAddress } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Change, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { configMapChange, newest } from '../shared/changes.ts';
import { scalingOf } from '../shared/scaling.ts';

/** Whether the hashring's endpoints are the Receive pods that there are: each one, at the right port, once. */
export const hashring: FindingRule = {
  name: 'receive/hashring',
  look: (context) => context.index.byRole('receive').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const file = hashringFile(context, component);
  if (file === null) return [];
  if (file === 'blind') return [unknown('hashring-differs', component.ref, 'not-installed')];
  const endpoints = readHashring(file.content);
  // A file that cannot be read is a refused configuration: another finding.
  if (endpoints === null) return [];
  const differences = compare(context, component, endpoints);
  const evidence = [quote(file.source, `${file.name}: ${endpoints.join(', ')}`)];
  const facts = {
    endpoints: endpoints.length,
    pods: component.desired ?? component.pods.length,
    difference: differences[0] ?? '',
    configMap: file.configMap,
  };
  if (differences.length === 0) return [absent('hashring-differs', component.ref, { evidence, facts })];
  const why = membersUnseen(context, component, endpoints);
  if (why !== null) return [unknown('hashring-differs', component.ref, why)];
  const change = newest([file.change, scalingOf(context, component)]);
  const found = differences.slice(0, 3).map((difference) => quote(file.source, difference));
  return [
    present('hashring-differs', component.ref, {
      evidence: [...evidence, ...found],
      facts,
      change,
      since: change?.at ?? null,
    }),
  ];
}

/** Why the names or addresses of the pods are not known that the endpoints should be. */
function membersUnseen(
  context: FindingContext,
  component: Component,
  endpoints: readonly string[],
): BlindReason | null {
  const { pods, services, statefulSets } = context.clusterOf(component);
  const own = context.workload(component);
  // A StatefulSet names the Service of its pods, also one that is not there.
  if (!own && !statefulSets.seen && component.ref.kind === 'StatefulSet') return statefulSets.reason;
  if (!pods.seen && endpoints.some((endpoint) => isAddress(addressOfHostPort(endpoint).host)))
    return pods.reason;
  return !services.seen && !own?.workload.serviceName ? services.reason : null;
}

/** The hashrings that a Receive is given, inline or by a file; `blind` where that could not be seen. */
export function hashringFile(context: FindingContext, component: Component) {
  const inline = flagValue(component.args, '--receive.hashrings');
  const cluster = context.clusterOf(component);
  if (inline !== null) {
    const source: Source = cluster.statefulSets.source;
    return {
      content: inline,
      source,
      name: '--receive.hashrings',
      configMap: '',
      change: null as Change | null,
    };
  }
  const file = configFileOf(cluster, component, '--receive.hashrings-file');
  if (file) {
    const name = `ConfigMap ${file.look.value.meta.name} ${file.key}`;
    return {
      content: file.content,
      source: file.look.source,
      name,
      configMap: file.look.value.meta.name,
      change: configMapChange(file.look.value),
    };
  }
  return flagFileOrigin(cluster, component, '--receive.hashrings-file') ? ('blind' as const) : null;
}

function compare(context: FindingContext, component: Component, endpoints: readonly string[]): Note[] {
  // Routers only forward: they are in no hashring, and the ingestors are another component.
  const ingestors = context.index
    .byRole('receive', component.ref.cluster)
    .filter(({ args }) =>
      args.some((word) => word.startsWith('--receive.local-endpoint') || word.startsWith('--tsdb.path')),
    );
  const members = ingestors.flatMap((ingestor) => membersOf(context, ingestor));
  const found = new Set<string>();
  const problems: Note[] = [];
  for (const endpoint of endpoints) {
    const member = members.find((candidate) => isAt(context, component, endpoint, candidate));
    if (!member) problems.push(note('ring-stranger', { endpoint }));
    else if (addressOfHostPort(endpoint).port !== member.port)
      problems.push(note('ring-port', { endpoint, port: member.port ?? '–' }));
    else if (found.has(member.name)) problems.push(note('ring-twice', { endpoint }));
    if (member) found.add(member.name);
  }
  // Whether a pod ought to be in this file is sure only where all ingestors of the cluster read the same one.
  if (ingestors.length === 1 && component.key === ingestors[0]?.key) {
    for (const member of members)
      if (!found.has(member.name)) problems.push(note('ring-lacks', { pod: member.name }));
  }
  return problems;
}

interface Member {
  name: string;
  namespace: string;
  services: readonly string[];
  ip: string | null;
  port: number;
}

/** The pods that a Receive should have now: by ordinal where it is a StatefulSet, else those that run. */
function membersOf(context: FindingContext, ingestor: Component): Member[] {
  const pods = new Map(context.pods(ingestor).map((pod) => [pod.meta.name, pod]));
  const ordinals = ingestor.ref.kind === 'StatefulSet' && ingestor.desired !== null;
  const names = ordinals
    ? Array.from(
        { length: Math.min(ingestor.desired ?? 0, 1000) },
        (_, ordinal) => `${ingestor.ref.name}-${ordinal}`,
      )
    : [...pods.keys()];
  const services = servicesInFront(context, ingestor);
  const port = portOf(flagValue(ingestor.args, '--grpc-address') ?? '') ?? 10_901;
  return names.map((name) => ({
    name,
    namespace: ingestor.ref.namespace ?? '',
    services,
    ip: ipOf(pods.get(name)),
    port,
  }));
}

const ipOf = (pod: Pod | undefined): string | null => pod?.ip ?? null;

/** The Service that names the pods, and every other that selects them. */
function servicesInFront(context: FindingContext, ingestor: Component): string[] {
  const own = context.workload(ingestor)?.workload.serviceName;
  const selecting = seenOr(context.clusterOf(ingestor).services, [])
    .filter(({ meta, selector }) => {
      const wanted = Object.entries(selector);
      return (
        meta.namespace === ingestor.ref.namespace &&
        wanted.length > 0 &&
        wanted.every(([key, value]) => ingestor.podLabels[key] === value)
      );
    })
    .map(({ meta }) => meta.name);
  return [...(own ? [own] : []), ...selecting];
}

const namespacesOfParts = once(
  ({ fleet }: FindingContext) => new Set(fleet.components.map(({ ref }) => ref.namespace ?? '')),
);

/** Whether an endpoint's host is this pod: its address, its own name below a Service, or a Service of its own. */
function isAt(context: FindingContext, component: Component, endpoint: string, member: Member): boolean {
  const { host } = addressOfHostPort(endpoint);
  if (member.ip !== null && host === member.ip) return true;
  const named = serviceName(host, component.ref.namespace ?? '', namespacesOfParts(context));
  if (!named || named.namespace !== member.namespace) return false;
  if (named.pod !== null) return named.pod === member.name && member.services.includes(named.name);
  return (
    named.name === member.name ||
    (member.services.includes(named.name) && context.pods(component).length === 1)
  );
}
