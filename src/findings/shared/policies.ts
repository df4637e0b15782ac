import { contains } from '../../evidence/cidr.ts';
import type { Container } from '../../evidence/kubernetes/pods.ts';
import {
  fits,
  type LabelSelector,
  type NetworkPolicy,
  type PolicyPeer,
  type PolicyPort,
} from '../../evidence/kubernetes/policies.ts';

/** `unknown`: what decides it could not be seen (labels of a namespace, an address after translation). */
export type Verdict = 'allowed' | 'denied' | 'unknown';

/** A pod as policies see it. */
export interface PodEnd {
  type: 'pod';
  namespace: string;
  labels: Readonly<Record<string, string>>;
  /** Labels of its namespace; `null` where only its name is known. */
  namespaceLabels: Readonly<Record<string, string>> | null;
  ip: string | null;
  hostNetwork: boolean;
  ports: Container['ports'];
}

/** Something that is no pod of the cluster: the addresses that it may show. Empty where none is known. */
export interface OutsideEnd {
  type: 'outside';
  addresses: readonly string[];
}

export type End = PodEnd | OutsideEnd;

/** One connection, as the packets have it where a policy is applied: after a Service's address was translated. */
export interface Flow {
  from: End;
  to: End;
  port: number | null;
  protocol: 'TCP' | 'UDP' | 'SCTP';
}

export interface Judgement {
  verdict: Verdict;
  /** The policies that select the pod for this direction: each of them could allow it, and none does where denied. */
  selecting: readonly NetworkPolicy[];
  direction: 'ingress' | 'egress';
}

/**
 * Whether the NetworkPolicies of one cluster let a connection through at one of its ends. Policies add up: a pod that
 * none selects is open; one that any selects takes only what one of them allows (k8s.io/api networking/v1 types.go).
 */
export function judge(
  policies: readonly NetworkPolicy[],
  direction: 'ingress' | 'egress',
  flow: Flow,
): Judgement {
  const [own, peer] = direction === 'ingress' ? [flow.to, flow.from] : [flow.from, flow.to];
  const selecting = own.type === 'pod' && !own.hostNetwork ? selectingOf(policies, direction, own) : [];
  if (selecting.length === 0) return { verdict: 'allowed', selecting, direction };
  const verdicts = selecting.flatMap((policy) =>
    (policy[direction] ?? []).map(({ peers, ports }) =>
      both(
        peers.length === 0 ? 'allowed' : either(peers.map((one) => fromPeer(one, policy, peer))),
        ports.length === 0 ? 'allowed' : either(ports.map((one) => onPort(one, flow))),
      ),
    ),
  );
  return { verdict: either(verdicts), selecting, direction };
}

const selectingOf = (policies: readonly NetworkPolicy[], direction: 'ingress' | 'egress', pod: PodEnd) =>
  policies.filter(
    (policy) =>
      policy[direction] !== null &&
      policy.meta.namespace === pod.namespace &&
      fits(policy.selector, pod.labels),
  );

function either(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('allowed')) return 'allowed';
  return verdicts.includes('unknown') ? 'unknown' : 'denied';
}

function both(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('denied')) return 'denied';
  return verdicts.includes('unknown') ? 'unknown' : 'allowed';
}

function fromPeer({ pods, namespaces, block }: PolicyPeer, policy: NetworkPolicy, end: End): Verdict {
  if (block) return inBlock(block, end);
  if (end.type === 'outside') return 'denied';
  // The network of a node is no pod's: whether it fits a selector of pods is up to the plugin.
  if (end.hostNetwork) return 'unknown';
  if (pods !== null && !fits(pods, end.labels)) return 'denied';
  if (namespaces === null) return end.namespace === policy.meta.namespace ? 'allowed' : 'denied';
  return inNamespace(namespaces, end);
}

/** Every namespace has its name as a label (since Kubernetes 1.21). */
const NAME_LABEL = 'kubernetes.io/metadata.name';

function inNamespace(selector: LabelSelector, { namespace, namespaceLabels }: PodEnd): Verdict {
  const own = { ...namespaceLabels, [NAME_LABEL]: namespace };
  if (namespaceLabels !== null) return fits(selector, own) ? 'allowed' : 'denied';
  const keys = [...Object.keys(selector.labels), ...selector.expressions.map(({ key }) => key)];
  if (keys.every((key) => key === NAME_LABEL)) return fits(selector, own) ? 'allowed' : 'denied';
  return 'unknown';
}

/** A block is about the outside world; whether it holds for pods is up to the network plugin. */
function inBlock(block: { cidr: string; except: string[] }, end: End): Verdict {
  const addresses = end.type === 'pod' ? (end.ip === null ? [] : [end.ip]) : end.addresses;
  const isAll = ['0.0.0.0/0', '::/0'].includes(block.cidr) && block.except.length === 0;
  if (isAll && end.type === 'outside') return 'allowed';
  if (addresses.length === 0) return 'unknown';
  const isIn = (address: string) =>
    contains(block.cidr, address) && !block.except.some((cidr) => contains(cidr, address));
  if (!addresses.some(isIn)) return 'denied';
  return end.type === 'outside' && addresses.every(isIn) ? 'allowed' : 'unknown';
}

/** Names of ports are those of the pod that takes the connection. */
function onPort({ protocol, port, endPort }: PolicyPort, flow: Flow): Verdict {
  if (protocol !== flow.protocol) return 'denied';
  if (port === null) return 'allowed';
  if (flow.port === null) return 'unknown';
  if (typeof port === 'number')
    return flow.port >= port && flow.port <= (endPort ?? port) ? 'allowed' : 'denied';
  if (flow.to.type === 'outside') return 'denied';
  const named = flow.to.ports.filter((one) => one.name === port && one.protocol === protocol);
  return named.some((one) => one.port === flow.port) ? 'allowed' : 'denied';
}
