import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import type { Json } from '../../../evidence/transport.ts';
import {
  answerTo,
  type Change,
  changes,
  inCluster,
  objectsAre,
  operatorKinds,
  replaced,
  withOperator,
  wordsOf,
} from '../../changed.testing.ts';
import type { ModeId } from '../../ids.generated.ts';

/*
 * A configuration through its layers: the object that people change, and what runs. The recording is of a ConfigMap;
 * the custom resource and its operator are made by hand after the API of prometheus-operator v0.85.
 */

const CLUSTER = 'cluster-02';
const URL = 'http://thanos-receive.cluster-01.lab:30291/api/v1/receive';
const LONG_AGO = '2026-11-21T08:40:00Z';
const JUST_NOW = '2026-11-21T08:52:40Z';

/** The ConfigMap of the writer says something else since then; the process goes on as it was recorded. */
const fileSays = (from: string, to: string, at: string): Change =>
  inCluster(
    CLUSTER,
    changes(
      replaced(/configmaps\/prometheus-agent/, from, to),
      wordsOf(/configmaps\/prometheus-agent/, '"time":"2026-11-21T08:21:49Z"', `"time":"${at}"`),
    ),
  );

interface Resource {
  spec: Record<string, Json>;
  changedAt?: string;
  /** Generation that the operator says it has reconciled, of two; `null` where it says nothing. */
  reconciled?: number | null;
  isReady?: boolean;
}

/** The writer is made of a custom resource with this content by an operator. */
function resourceSays({ spec, changedAt = LONG_AGO, reconciled = 2, isReady = true }: Resource): Change {
  const none = (kind: string) =>
    answerTo(CLUSTER, new RegExp(`/${kind}\\?`), { kind: 'List', items: [] } as Json);
  const conditions =
    reconciled === null ? [] : [{ type: 'Reconciled', status: 'True', observedGeneration: reconciled }];
  const object = {
    metadata: {
      ...{ name: 'agent', namespace: 'monitoring', generation: 2, creationTimestamp: '2026-11-21T08:00:00Z' },
      managedFields: [{ manager: 'argocd', time: changedAt, fieldsV1: { 'f:spec': {} } }],
    },
    ...{ spec, status: { conditions } },
  };
  return changes(
    inCluster(CLUSTER, withOperator('monitoring', isReady)),
    operatorKinds(CLUSTER, 'prometheusagents', 'servicemonitors', 'podmonitors'),
    objectsAre(CLUSTER, /\/statefulsets\?/, (item) => {
      const workload = item as { metadata: Record<string, Json> };
      const owner = { controller: true, kind: 'PrometheusAgent', name: 'agent' };
      return { ...workload, metadata: { ...workload.metadata, ownerReferences: [owner] } } as Json;
    }),
    ...['servicemonitors', 'podmonitors', 'prometheuses', 'alertmanagers', 'thanosrulers'].map(none),
    answerTo(CLUSTER, /\/prometheusagents\?/, { kind: 'List', items: [object] } as Json),
    answerTo(CLUSTER, /prometheus-operator-5d4f-x:8080\/proxy\/metrics/, 'up 1\n'),
  );
}

async function told(change: Change, hidden?: RegExp): Promise<{ causes: string[]; states: string[] }> {
  const { diagnosis } = await replayChanged('healthy', change, ({ path }) => Boolean(hidden?.test(path)));
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
  const own = diagnosis.findings.filter(
    ({ type, subject }) =>
      (type === 'config-not-loaded' || type === 'resource-not-followed') &&
      subject.type === 'component' &&
      subject.cluster === CLUSTER,
  );
  return {
    causes: confirmed.map(({ mode, variant, component }) => [mode, variant, component.cluster].join(' ')),
    states: own.map(({ type, state }) => `${type} ${state}`),
  };
}

const STALE = [`${'workload/config-stale' satisfies ModeId} not-loaded ${CLUSTER}`];
const RIGHT = { remoteWrite: [{ url: URL }], externalLabels: { cluster: CLUSTER } };
const OTHER = 'http://thanos.other.lab:19291/api/v1/receive';

describe('a ConfigMap and what runs', () => {
  it.each([
    ['another place to send to', `url: ${URL}`, `url: ${OTHER}`],
    ['another label', 'region: edge', 'region: far-edge'],
    ['a job more', '\nremote_write:', '\n  - job_name: more\n    static_configs: []\nremote_write:'],
  ])('is stale where it has said for minutes: %s', async (_, from, to) => {
    expect((await told(fileSays(from, to, LONG_AGO))).causes).toEqual(STALE);
  });

  it('says what does not run, and who changed it', async () => {
    const { diagnosis } = await replayChanged('healthy', fileSays('region: edge', 'region: far', LONG_AGO));
    const sign = diagnosis.causes[0]?.sign;
    expect(sign?.facts.words).toBe('ConfigMap monitoring/prometheus-agent: external_labels region: far');
    expect(sign?.change).toMatchObject({ at: LONG_AGO, what: 'ConfigMap monitoring/prometheus-agent' });
  });

  it('is not stale a moment after the change, nor where something else fills in the value', async () => {
    const justNow = await told(fileSays('region: edge', 'region: far-edge', JUST_NOW));
    const filled = await told(fileSays('region: edge', 'region: $(REGION)', LONG_AGO));
    expect([justNow.causes, filled.causes]).toEqual([[], []]);
  });

  it.each([
    ['what runs', /\/status\/config/],
    ['the ConfigMap', /\/configmaps\//],
    ['the pods', /\/api\/v1\/pods\?/],
  ])('cannot be told where nobody may see %s', async (_, hidden) => {
    const { causes, states } = await told(fileSays('region: edge', 'region: far-edge', LONG_AGO), hidden);
    expect(causes).toEqual([]);
    expect(states).toEqual(['config-not-loaded unknown']);
  });
});

describe('a custom resource and what runs', () => {
  it('is what runs: nothing is wrong', async () => {
    expect(await told(resourceSays({ spec: RIGHT }))).toEqual({
      causes: [],
      states: ['config-not-loaded absent'],
    });
  });

  it.each([
    ['a place to send to', { ...RIGHT, remoteWrite: [{ url: URL }, { url: OTHER }] }],
    ['a label', { ...RIGHT, externalLabels: { cluster: CLUSTER, site: 'north' } }],
  ])('was followed by the operator, and does not run: the reload is at fault (%s)', async (_, spec) => {
    expect((await told(resourceSays({ spec }))).causes).toEqual(STALE);
  });

  const changed = { spec: { ...RIGHT, remoteWrite: [{ url: URL }, { url: OTHER }] } };

  it('is not followed because the operator does not run', async () => {
    const { causes, states } = await told(resourceSays({ ...changed, isReady: false, reconciled: 1 }));
    expect(causes).toEqual([`operator/not-running scaled-to-zero ${CLUSTER}`]);
    expect(states).toEqual(['resource-not-followed present']);
  });

  it('is not followed by an operator that runs: it does not reconcile it', async () => {
    const { causes } = await told(resourceSays({ ...changed, reconciled: 1 }));
    expect(causes).toEqual([`operator/resource-rejected  ${CLUSTER}`]);
  });

  it('is not followed, and nothing says whether the operator did its part: neither is claimed', async () => {
    const { causes, states } = await told(resourceSays({ ...changed, reconciled: null }));
    expect(causes).toEqual([]);
    expect(states).toEqual(['resource-not-followed present']);
  });

  it('is not followed a moment after the change, or on purpose: nothing is wrong', async () => {
    const justNow = await told(resourceSays({ ...changed, changedAt: JUST_NOW }));
    const paused = await told(resourceSays({ spec: { ...changed.spec, paused: true } }));
    expect([justNow.causes, paused.causes]).toEqual([[], []]);
  });

  it.each([
    ['the resource', /\/prometheusagents\?/],
    ['what runs', /\/status\/config/],
  ])('cannot be told where nobody may see %s', async (_, hidden) => {
    const { causes, states } = await told(resourceSays(changed), hidden);
    expect(causes).toEqual([]);
    expect(states).toEqual(['config-not-loaded unknown']);
  });
});

describe('what was mended in the object and does not run yet', () => {
  const running = (from: string, to: string): Change => replaced(/^cluster-02 .*status\/config/, from, to);

  it('a name of the cluster: not a missing label, but an old configuration', async () => {
    const { causes } = await told(
      changes(resourceSays({ spec: RIGHT }), running('    cluster: cluster-02\n', '')),
    );
    expect(causes).toEqual(STALE);
  });

  it('a place to send to: the operator that does not run, not a writer without one', async () => {
    const { causes } = await told(
      changes(
        resourceSays({ spec: RIGHT, isReady: false, reconciled: 1 }),
        running('\nremote_write:', '\nnot_remote_write:'),
      ),
    );
    expect(causes).toEqual([`operator/not-running scaled-to-zero ${CLUSTER}`]);
  });
});
