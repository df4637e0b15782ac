import { at, isRecord, list, number, text, textMap, texts } from '../json.ts';
import { type ObjectMeta, readMeta } from './meta.ts';

/** A label selector; what all fits has neither. */
export interface LabelSelector {
  labels: Record<string, string>;
  expressions: { key: string; operator: string; values: string[] }[];
}

/** Whom a rule lets through: pods by selectors, or addresses. `null`: no restriction of this kind. */
export interface PolicyPeer {
  pods: LabelSelector | null;
  namespaces: LabelSelector | null;
  block: { cidr: string; except: string[] } | null;
}

export interface PolicyPort {
  protocol: string;
  /** Number or name of a container port; `null` for every port. */
  port: number | string | null;
  endPort: number | null;
}

/** One rule; empty `peers` or `ports` restrict nothing. */
export interface PolicyRule {
  peers: PolicyPeer[];
  ports: PolicyPort[];
}

export interface NetworkPolicy {
  meta: ObjectMeta;
  selector: LabelSelector;
  /** Directions that the policy is about, each with what it allows; `null` where it says nothing. */
  ingress: PolicyRule[] | null;
  egress: PolicyRule[] | null;
}

/** Reads a NetworkPolicy with the defaults of the API (k8s.io/api networking/v1: policyTypes, protocol). */
export function readNetworkPolicy(value: unknown): NetworkPolicy | null {
  const meta = readMeta(value);
  if (!meta) return null;
  const egress = list(value, 'spec', 'egress');
  const given = texts(value, 'spec', 'policyTypes');
  const types = given.length > 0 ? given : ['Ingress', ...(egress.length > 0 ? ['Egress'] : [])];
  return {
    meta,
    selector: readSelector(at(value, 'spec', 'podSelector')),
    ingress: types.includes('Ingress')
      ? list(value, 'spec', 'ingress').map((rule) => readRule(rule, 'from'))
      : null,
    egress: types.includes('Egress') ? egress.map((rule) => readRule(rule, 'to')) : null,
  };
}

function readRule(value: unknown, side: 'from' | 'to'): PolicyRule {
  return {
    peers: list(value, side).map((peer) => ({
      pods: readOptional(at(peer, 'podSelector')),
      namespaces: readOptional(at(peer, 'namespaceSelector')),
      block: isRecord(at(peer, 'ipBlock'))
        ? { cidr: text(peer, 'ipBlock', 'cidr') ?? '', except: texts(peer, 'ipBlock', 'except') }
        : null,
    })),
    ports: list(value, 'ports').map((item) => ({
      protocol: text(item, 'protocol') ?? 'TCP',
      port: number(item, 'port') ?? text(item, 'port') ?? null,
      endPort: number(item, 'endPort') ?? null,
    })),
  };
}

const readOptional = (value: unknown): LabelSelector | null => (isRecord(value) ? readSelector(value) : null);

function readSelector(value: unknown): LabelSelector {
  return {
    labels: textMap(value, 'matchLabels'),
    expressions: list(value, 'matchExpressions').map((item) => ({
      key: text(item, 'key') ?? '',
      operator: text(item, 'operator') ?? '',
      values: texts(item, 'values'),
    })),
  };
}

/** Whether labels fit a selector (apimachinery pkg/labels: a missing key fits NotIn). */
export function fits({ labels, expressions }: LabelSelector, own: Readonly<Record<string, string>>): boolean {
  return (
    Object.entries(labels).every(([key, value]) => own[key] === value) &&
    expressions.every(({ key, operator, values }) => {
      const value = own[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    })
  );
}
