import { describe, expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import type { Json } from '../../../evidence/transport.ts';
import { type Change, describeChanged, itemsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('workload/missing', {
  says: [
    'Error from server (NotFound): statefulsets.apps "thanos-receive" not found',
    'Error from server (NotFound): deployments.apps "thanos-query" not found',
    '{"kind":"Status","status":"Failure","message":"daemonsets.apps \\"fluent-bit\\" not found","reason":"NotFound","code":404}',
    'Error from server (NotFound): prometheusagents.monitoring.coreos.com "edge" not found',
    'ThanosReceive has disappeared. Prometheus target for the component cannot be discovered.',
    '[FIRING:1] ThanosQueryIsDown (thanos-query critical)',
  ],
  not: {
    'Error from server (NotFound): pods "thanos-receive-0" not found': null,
    'Error from server (NotFound): deployments.extensions "x" is deprecated': null,
    'No resources found in monitoring namespace.': null,
    'deployment.apps/thanos-query configured': null,
  },
});

// The StatefulSet that has no pods is gone altogether: its Service is left.
describeChanged('workload/missing', {
  from: 'receive-scaled-to-zero',
  change: itemsOf(/^\/apis\/apps\/v1\/statefulsets\?/, (item) =>
    item.metadata.name === 'thanos-receive' ? [] : [item],
  ),
  at: { role: 'receive', cluster: 'cluster-01' },
  hidden: /^\/apis\/apps\/v1\//,
});

// Its last samples are minutes old: Query still shows them, and tells since when there were any.
describe('an agent that is gone since three minutes', () => {
  const sentFor =
    (seconds: number): Change =>
    ({ path }, body) => {
      const query = decodeURIComponent(path);
      if (!query.includes('min_over_time') || !query.includes('=~"loloyo"')) return body;
      const last = 1_795_315_852;
      return {
        status: 'success',
        data: {
          resultType: 'vector',
          result: [{ metric: { cluster: 'loloyo' }, value: [last + 199, String(last - seconds)] }],
        },
      } as Json;
    };
  const confirmed = async (change: Change, isBlind = false) => {
    const { diagnosis } = await replayChanged(
      'agent-missing',
      change,
      ({ path }) => isBlind && path.includes('min_over_time'),
    );
    return diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode);
  };

  it('is missed where it sent before', async () => {
    expect(await confirmed(sentFor(600))).toEqual(['workload/missing']);
  });

  it('is not missed where it was only tried', async () => {
    expect(await confirmed(sentFor(60))).toEqual([]);
  });

  it('is not missed where nobody can tell', async () => {
    expect(await confirmed(sentFor(600), true)).toEqual([]);
  });
});
