import { describe, expect, it } from 'vitest';
import { readNetworkPolicy } from '../../evidence/kubernetes/policies.ts';
import { type End, judge, type PodEnd } from './policies.ts';

const pod = (more: Partial<PodEnd> = {}): PodEnd => ({
  ...{ type: 'pod', namespace: 'monitoring', labels: { app: 'receive' }, namespaceLabels: null },
  ...{ ip: '10.42.0.7', hostNetwork: false },
  ports: [{ name: 'remote-write', port: 19291, protocol: 'TCP' }],
  ...more,
});
const agent = pod({ labels: { app: 'agent' }, ip: '10.42.0.9', ports: [] });

const policy = (spec: object, namespace = 'monitoring') => {
  const read = readNetworkPolicy({ metadata: { name: 'p', namespace }, spec });
  if (!read) throw new Error('no policy');
  return read;
};

const verdict = (
  spec: object,
  {
    from = agent,
    to = pod(),
    port = 19291,
    direction = 'ingress',
    namespace = 'monitoring',
  }: {
    from?: End;
    to?: End;
    port?: number | null;
    direction?: 'ingress' | 'egress';
    namespace?: string;
  } = {},
) => judge([policy(spec, namespace)], direction, { from, to, port, protocol: 'TCP' }).verdict;

const ALL = { podSelector: {} };
const from = (...peers: object[]) => ({ ...ALL, ingress: [{ from: peers }] });
const ports = (...list: object[]) => ({ ...ALL, ingress: [{ ports: list }] });

describe('which pods a policy selects', () => {
  it.each([
    ['every pod', { podSelector: {}, policyTypes: ['Ingress'] }, 'denied'],
    ['by label', { podSelector: { matchLabels: { app: 'receive' } } }, 'denied'],
    ['another label', { podSelector: { matchLabels: { app: 'store' } } }, 'allowed'],
    [
      'In',
      { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['receive'] }] } },
      'denied',
    ],
    [
      'NotIn',
      { podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['receive'] }] } },
      'allowed',
    ],
    [
      'NotIn without the key',
      { podSelector: { matchExpressions: [{ key: 'x', operator: 'NotIn', values: ['y'] }] } },
      'denied',
    ],
    ['Exists', { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }, 'denied'],
    [
      'DoesNotExist',
      { podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } },
      'allowed',
    ],
  ])('%s', (_, spec, expected) => {
    expect(verdict(spec)).toBe(expected);
  });

  it('only those of its own namespace', () => {
    expect(verdict(ALL, { namespace: 'other' })).toBe('allowed');
  });

  it('not those on the network of the node', () => {
    expect(verdict(ALL, { to: pod({ hostNetwork: true }) })).toBe('allowed');
  });
});

describe('directions', () => {
  it('without policyTypes it is about ingress, and about egress where it has such rules', () => {
    expect(verdict(ALL, { direction: 'egress' })).toBe('allowed');
    expect(verdict({ ...ALL, egress: [{ ports: [{ port: 53 }] }] }, { direction: 'egress' })).toBe('denied');
    expect(verdict({ ...ALL, egress: [{ ports: [{ port: 53 }] }] })).toBe('denied');
  });

  it('with policyTypes only about those', () => {
    const spec = { ...ALL, policyTypes: ['Egress'] };
    expect(verdict(spec)).toBe('allowed');
    expect(verdict(spec, { direction: 'egress' })).toBe('denied');
  });

  it('an empty rule allows everything, no rule nothing', () => {
    expect(verdict({ ...ALL, ingress: [{}] })).toBe('allowed');
    expect(verdict({ ...ALL, ingress: [] })).toBe('denied');
  });

  it('policies add up', () => {
    const open = policy({ ...ALL, ingress: [{}] });
    const flow = { from: agent, to: pod(), port: 19291, protocol: 'TCP' } as const;
    expect(judge([policy(ALL), open], 'ingress', flow)).toMatchObject({ verdict: 'allowed' });
    expect(judge([policy(ALL), open], 'ingress', flow).selecting).toHaveLength(2);
    expect(judge([], 'ingress', flow).verdict).toBe('allowed');
  });
});

describe('peers', () => {
  const elsewhere = pod({ labels: { app: 'agent' }, namespace: 'edge' });
  it.each([
    [
      'pods of the same namespace',
      from({ podSelector: { matchLabels: { app: 'agent' } } }),
      agent,
      'allowed',
    ],
    [
      'pods of another namespace',
      from({ podSelector: { matchLabels: { app: 'agent' } } }),
      elsewhere,
      'denied',
    ],
    ['all namespaces', from({ namespaceSelector: {} }), elsewhere, 'allowed'],
    [
      'a namespace by name',
      from({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } }),
      elsewhere,
      'allowed',
    ],
    [
      'another namespace by name',
      from({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'x' } } }),
      elsewhere,
      'denied',
    ],
    [
      'a namespace whose labels nobody saw',
      from({ namespaceSelector: { matchLabels: { team: 'a' } } }),
      elsewhere,
      'unknown',
    ],
    [
      'a namespace by label',
      from({ namespaceSelector: { matchLabels: { team: 'a' } } }),
      { ...elsewhere, namespaceLabels: { team: 'a' } },
      'allowed',
    ],
    [
      'both, and one does not fit',
      from({ namespaceSelector: {}, podSelector: { matchLabels: { app: 'x' } } }),
      elsewhere,
      'denied',
    ],
    [
      'one of several',
      from({ podSelector: { matchLabels: { app: 'x' } } }, { namespaceSelector: {} }),
      elsewhere,
      'allowed',
    ],
    [
      'pods never fit the outside world',
      from({ namespaceSelector: {} }),
      { type: 'outside', addresses: ['203.0.113.7'] },
      'denied',
    ],
    [
      'a block',
      from({ ipBlock: { cidr: '203.0.113.0/24' } }),
      { type: 'outside', addresses: ['203.0.113.7'] },
      'allowed',
    ],
    [
      'a block without an exception',
      from({ ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.0/28'] } }),
      { type: 'outside', addresses: ['203.0.113.7'] },
      'denied',
    ],
    [
      'one of its addresses',
      from({ ipBlock: { cidr: '203.0.113.0/24' } }),
      { type: 'outside', addresses: ['203.0.113.7', '10.1.0.1'] },
      'unknown',
    ],
    [
      'a block, address unknown',
      from({ ipBlock: { cidr: '203.0.113.0/24' } }),
      { type: 'outside', addresses: [] },
      'unknown',
    ],
    [
      'the whole world',
      from({ ipBlock: { cidr: '0.0.0.0/0' } }),
      { type: 'outside', addresses: [] },
      'allowed',
    ],
    ['IPv6', from({ ipBlock: { cidr: 'fd00::/8' } }), { type: 'outside', addresses: ['fd00::7'] }, 'allowed'],
    [
      'no block at all',
      from({ ipBlock: { cidr: 'x/999' } }),
      { type: 'outside', addresses: ['203.0.113.7'] },
      'denied',
    ],
    ['a block around a pod', from({ ipBlock: { cidr: '10.42.0.0/16' } }), agent, 'unknown'],
  ] as [string, object, End, string][])('%s', (_, spec, end, expected) => {
    expect(verdict(spec, { from: end })).toBe(expected);
  });
});

describe('ports', () => {
  it.each([
    ['the number', ports({ port: 19291 }), 'allowed'],
    ['another number', ports({ port: 10901 }), 'denied'],
    ['another protocol', ports({ port: 19291, protocol: 'UDP' }), 'denied'],
    ['every port of the protocol', ports({ protocol: 'TCP' }), 'allowed'],
    ['a name', ports({ port: 'remote-write' }), 'allowed'],
    ['another name', ports({ port: 'grpc' }), 'denied'],
    ['a range', ports({ port: 19000, endPort: 20000 }), 'allowed'],
    ['a range beside it', ports({ port: 19292, endPort: 20000 }), 'denied'],
    ['one of several', ports({ port: 1 }, { port: 19291 }), 'allowed'],
  ])('%s', (_, spec, expected) => {
    expect(verdict(spec)).toBe(expected);
  });

  it('is not known where the port is not', () => {
    expect(verdict(ports({ port: 19291 }), { port: null })).toBe('unknown');
  });

  it('for egress a name is that of the pod that takes the connection', () => {
    const spec = { ...ALL, egress: [{ ports: [{ port: 'remote-write' }] }] };
    expect(verdict(spec, { direction: 'egress' })).toBe('allowed');
    expect(verdict(spec, { direction: 'egress', to: { type: 'outside', addresses: [] } })).toBe('denied');
  });
});
