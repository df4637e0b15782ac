import { expect, it } from 'vitest';
import { readMetrics } from '../../evidence/metrics.ts';
import type { FindingContext } from '../context.ts';
import { resources } from './resources.ts';

const source = { cluster: 'edge', path: '/x', at: '' };
const seen = <T>(value: T) => ({ seen: true, value, source });

function statesOf(given: { condition?: object; generation?: number; metrics?: string | null }) {
  const operator = {
    role: 'operator',
    pods: ['o-1'],
    ref: { type: 'component', cluster: 'edge', name: 'o' },
  };
  const condition = {
    type: 'Reconciled',
    status: 'False',
    reason: 'ReconciliationFailed',
    message: 'key not found',
  };
  const agent = {
    meta: { name: 'agent', namespace: 'm', generation: given.generation ?? 1, createdAt: null, changes: [] },
    conditions: [{ ...condition, observedGeneration: 1, ...given.condition }],
  };
  const metrics =
    given.metrics === null
      ? { seen: false, reason: 'forbidden', detail: '', source }
      : seen(readMetrics(given.metrics ?? 'up 1\n'));
  const cluster = {
    customResources: new Map([['prometheusagents', seen([agent])]]),
    operatorMetrics: new Map([['m/o-1', metrics]]),
    events: seen([]),
    pods: seen([]),
  };
  const context = {
    fleet: { components: [operator] },
    clusterOf: () => cluster,
    logs: () => [],
  } as unknown as FindingContext;
  return resources.look(context).map(({ state }) => state);
}

it('tells a resource that could not be reconciled', () => {
  expect(statesOf({})).toEqual(['present']);
});

it('leaves out what is not its own fault, and what was changed since', () => {
  const message =
    'statefulsets is forbidden: User "system:serviceaccount:m:o" cannot patch resource "statefulsets"';
  expect(statesOf({ condition: { message } })).toEqual(['absent']);
  expect(statesOf({ generation: 2 })).toEqual(['absent']);
  expect(statesOf({ condition: { status: 'True' } })).toEqual(['absent']);
});

it('counts what the operator measures that it refuses, and is blind without', () => {
  const refused = 'prometheus_operator_managed_resources{resource="PodMonitor",state="rejected"} 2\n';
  const condition = { status: 'True' };
  expect(statesOf({ condition, metrics: refused })).toEqual(['present']);
  expect(statesOf({ condition, metrics: null })).toEqual(['unknown']);
});
