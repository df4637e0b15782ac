import { expect, it } from 'vitest';
import type { FindingContext } from '../context.ts';
import { certificates } from './certificates.ts';

const stateFor = (version: object) => {
  const cluster = {
    name: 'edge',
    version: { source: { cluster: 'edge', path: '/version', at: '' }, ...version },
  };
  const context = {
    evidence: { clusters: new Map([['edge', cluster]]) },
    cluster: () => cluster,
    index: { inCluster: () => [] },
  } as unknown as FindingContext;
  return certificates.look(context).map(({ state }) => state);
};

it.each([
  [{ seen: true, value: 'v1.33.0' }, ['absent']],
  [{ seen: false, reason: 'tls', detail: 'certificate has expired' }, ['present']],
  [{ seen: false, reason: 'tls', detail: 'self-signed certificate' }, []],
  [{ seen: false, reason: 'timeout', detail: 'no answer within 3000 ms' }, []],
  [{ seen: false, reason: 'deadline', detail: '' }, ['unknown']],
])('%j', (version, states) => {
  expect(stateFor(version)).toEqual(states);
});
